#include "law/provision.hpp"

#include <gtest/gtest.h>

namespace comity::law {

using base::Language;
using base::Words;

TEST(Provision, is_cited_as_the_readers_language_cites_it) {
    EXPECT_EQ(cited(Words(Language::en), "NAAEC 14(1); Guideline 9.6"), "NAAEC 14(1); Guideline 9.6");
    EXPECT_EQ(cited(Words(Language::fr), "NAAEC 14(1); Guideline 9.6"), "ANACDE 14(1)\u00a0; Lignes directrices, par. 9.6");
    EXPECT_EQ(cited(Words(Language::es), "USMCA 24.27(2)-(3), as practised"), "T-MEC 24.27(2)-(3), según la práctica");
    EXPECT_EQ(cited(Words(Language::es), "Quebec, E-6.1, r. 0.3, s. 4"), "Quebec, E-6.1, r. 0.3, art. 4");
}

TEST(Provision, keeps_what_it_has_no_word_for) {
    EXPECT_EQ(cited(Words(Language::fr), "19 U.S.C. 4713(b), 4714"), "19 U.S.C. 4713(b), 4714");
    EXPECT_EQ(cited(Words(Language::fr), "SECAM 5"), "SECAM 5");
    EXPECT_EQ(cited(Words(Language::fr), ""), "");
}

}  // namespace comity::law
