#include <gtest/gtest.h>

#include <algorithm>

#include "law/standing.hpp"

namespace comity::law {
namespace {

// The shipped law, with a refusal that nobody has made: its Committee's Parties may.
Mechanisms with_a_refusal() {
    static const std::string refusal =
        "\n[[reservation]]\nparty = \"KAZ\"\nmost_years = 4\nrevoked = 2007-03-01\nin_force.from = 2005-01-01\n"
        "in_force.to = 2008-12-31\nprovision = \"Decision I/7, 18\"\nsource = \"made up\"\nconfidence = \"recalled\"\n";
    std::vector<SourceFile> files = shipped_files();
    const auto at =
        std::ranges::find_if(files, [](const SourceFile& file) { return file.name.ends_with("aarhus/mechanism.toml"); });
    static const std::string text = std::string(at->text) + refusal;
    at->text = text;
    return load(files).value();
}

std::vector<StandingFinding> asked(const Mechanisms& law, std::string_view day, bool anonymous = false) {
    return standing(*find_mechanism(law, "aarhus"),
                    {.anonymous = anonymous, .respondent = "KAZ", .day = base::parse_day(day).value()});
}

}  // namespace

TEST(Aarhus, takes_no_communication_about_a_party_that_refuses_them_until_it_takes_that_back) {
    const Mechanisms law = with_a_refusal();
    EXPECT_TRUE(may_file(asked(law, "2004-12-31")));
    EXPECT_FALSE(may_file(asked(law, "2005-01-01")));
    EXPECT_FALSE(may_file(asked(law, "2007-02-28")));
    EXPECT_TRUE(may_file(asked(law, "2007-03-01")));
    EXPECT_TRUE(asked(*shipped(), "2006-01-01").empty()) << "no such refusal is known";
}

TEST(Aarhus, refuses_anonymity_and_allows_confidentiality) {
    EXPECT_FALSE(may_file(asked(*shipped(), "2010-01-01", true)));
    EXPECT_TRUE(may_file(asked(*shipped(), "2010-01-01", false)));
    EXPECT_FALSE(may_file(asked(*shipped(), "2003-10-22"))) << "before the procedure began";
    const auto& rules = find_mechanism(*shipped(), "aarhus")->rules;
    EXPECT_NE(std::ranges::find(rules, "confidentiality", &OtherRule::about), rules.end());
}

}  // namespace comity::law
