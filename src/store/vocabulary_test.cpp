#include "store/vocabulary.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace comity::store {

TEST(Letters, apart_counts_what_a_hand_does_wrong) {
    EXPECT_EQ(letters_apart("ocean", "ocean", 2), 0U);
    EXPECT_EQ(letters_apart("ocaen", "ocean", 2), 1U);   // swapped
    EXPECT_EQ(letters_apart("oceann", "ocean", 2), 1U);  // put in
    EXPECT_EQ(letters_apart("ocan", "ocean", 2), 1U);    // left out
    EXPECT_EQ(letters_apart("okean", "ocean", 2), 1U);   // changed
    EXPECT_EQ(letters_apart("xceanz", "ocean", 2), 2U);
    EXPECT_EQ(letters_apart("volcano", "ocean", 2), 3U);
    EXPECT_EQ(letters_apart("", "oceans", 2), 3U);
}

TEST(Letters, apart_is_symmetric_and_ends_early_alike) {
    const bool holds = rc::check([] {
        const auto a = *rc::gen::container<std::string>(rc::gen::inRange('a', 'd'));
        const auto b = *rc::gen::container<std::string>(rc::gen::inRange('a', 'd'));
        const std::size_t apart = letters_apart(a, b, 1'000);
        RC_ASSERT(apart == letters_apart(b, a, 1'000));
        RC_ASSERT(letters_apart(a, b, 2) == std::min<std::size_t>(apart, 3));
    });
    EXPECT_TRUE(holds);
}

}  // namespace comity::store
