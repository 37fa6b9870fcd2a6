#include "law/diff.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace comity::law {
namespace {

Edition edition(std::string_view name) { return find_edition(*shipped(), name).value(); }

const StepDifference& step_of(const Diff& diff, std::string_view id) {
    return *std::ranges::find(diff.steps, id, &StepDifference::id);
}

const Difference& limit_of(const StepDifference& step) {
    return *std::ranges::find(step.parts, Subject::limit, &Difference::subject);
}

bool names(const std::vector<std::string_view>& list, std::string_view item) {
    return std::ranges::find(list, item) != list.end();
}

// Every pair of editions of every mechanism.
template <class F>
void each_pair(F&& use) {
    std::vector<Edition> all;
    for (const Mechanism& mechanism : shipped()->list) std::ranges::copy(editions(mechanism), std::back_inserter(all));
    for (const Edition& before : all)
        for (const Edition& after : all) use(diff(before, after));
}

}  // namespace

TEST(Diff, tells_what_of_a_limit_changed_with_the_authority_of_both_sides) {
    const Diff compared = diff(edition("NAAEC@1999"), edition("NAAEC@2012"));
    const Difference& limit = limit_of(step_of(compared, "revision"));
    EXPECT_EQ(limit.change(), Alteration::changed);
    EXPECT_TRUE(names(limit.changed, "number") && names(limit.changed, "unit") && names(limit.changed, "roll"));
    EXPECT_FALSE(names(limit.changed, "strength"));
    EXPECT_EQ(limit.before->authority.confidence, Confidence::verified);
    EXPECT_EQ(limit.after->authority.confidence, Confidence::derived);
    EXPECT_EQ(step_of(compared, "recommendation_public").change, Alteration::added) << "from 2001 on";
}

TEST(Diff, pairs_each_rule_with_at_most_one_other) {
    each_pair([](const Diff& compared) {
        const std::string which = compared.before.name + " " + compared.after.name;
        const auto one = [&](const Difference& part) {
            EXPECT_TRUE(part.before || part.after) << which << " " << part.id;
            const bool both = part.before && part.after;
            EXPECT_TRUE(!both || part.before->facts.size() == part.after->facts.size()) << which << " " << part.id;
        };
        for (const StepDifference& step : compared.steps) std::ranges::for_each(step.parts, one);
        std::ranges::for_each(compared.rules, one);
        const int differing =
            compared.count(Alteration::changed) + compared.count(Alteration::added) + compared.count(Alteration::removed);
        EXPECT_TRUE(compared.before.name != compared.after.name || differing == 0) << which;
    });
}

TEST(Diff, has_words_for_everything_in_each_language) {
    each_pair([](const Diff& compared) {
        for (const base::Language language : base::languages) {
            const std::string text = plain_text(compared, base::Words(language));
            const auto at = text.find("diff.");
            EXPECT_EQ(at, std::string::npos) << text.substr(at == std::string::npos ? 0 : at, 60);
        }
    });
}

}  // namespace comity::law
