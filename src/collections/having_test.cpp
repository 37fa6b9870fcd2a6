#include "collections/having.hpp"

#include <gtest/gtest.h>

namespace comity::collections {
namespace {

// Three meetings of two bodies, arranged by hand.
Shelf meetings() {
    Shelf shelf;
    shelf.of = find("meeting");
    auto items = std::make_shared<std::vector<Item>>(3);
    for (std::size_t i = 0; i < items->size(); ++i) {
        (*items)[i].id = std::string(1, static_cast<char>('a' + i));
        shelf.items.push_back(&(*items)[i]);
    }
    shelf.read_together.emplace_back(std::move(items), 3);
    shelf.columns.resize(shelf.of->facets.size());
    for (Shelf::Column& column : shelf.columns) {
        column.known = std::make_shared<Shelf::Values>();
        column.starts = {0, 0, 0, 0};
    }
    Shelf::Column& bodies = shelf.columns[static_cast<std::size_t>(shelf.of->facet("body") - shelf.of->facets.data())];
    bodies.known =
        std::make_shared<Shelf::Values>(Shelf::Values{.names = {"council", "jpac"}, .numbers = {{"council", 0}, {"jpac", 1}}});
    bodies.starts = {0, 1, 2, 3};
    bodies.values = {0, 1, 0};
    shelf.by_date = {2, 1, 0};
    return shelf;
}

TEST(Having, gives_the_newest_and_counts_all) {
    const Shelf shelf = meetings();
    const Having one = having(shelf, "body", "council", 1, base::Language::en);
    EXPECT_EQ(one.count, 2U);
    ASSERT_EQ(one.rows.size(), 1U);
    EXPECT_EQ(one.rows.front()->id, "c");
    EXPECT_EQ(having(shelf, "body", "council", 9, base::Language::en).rows.size(), 2U);
}

TEST(Having, finds_nothing_of_a_value_that_nobody_has) {
    const Having none = having(meetings(), "body", "secretariat", 9, base::Language::en);
    EXPECT_EQ(none.count, 0U);
    EXPECT_TRUE(none.rows.empty());
}

}  // namespace
}  // namespace comity::collections
