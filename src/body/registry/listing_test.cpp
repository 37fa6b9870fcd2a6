#include "body/registry/listing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace comity::registry {

namespace {

using Strings = std::vector<std::string>;
using Parameters = std::vector<std::pair<std::string, std::string>>;

const Strings parties{"CAN", "MEX", "USA"}, agreements{"naaec", "usmca"}, matters{"mining", "noise", "ports", "water-pollution"};
const Strings stages{"review", "council_vote", "ended"}, outcomes{"withdrawn", "council_declined", "criteria_not_met"};

// A docket whose rows say anything at all: what is counted does not depend on how it came about.
struct Made {
    std::shared_ptr<Docket> docket = std::make_shared<Docket>();
    DocketOn on;
    std::vector<std::shared_ptr<Docket>> others = {};  // that hold what was added later
};

Strings some(const Strings& of) {
    Strings chosen;
    for (const std::string& one : of)
        if (*rc::gen::inRange(0, 3) == 0) chosen.push_back(one);
    return chosen;
}

Made any_docket(int first = 100) {
    Made made;
    const int size = *rc::gen::inRange(0, 25);
    for (int i = 0; i < size; ++i) {
        Case& added = made.docket->cases.add();
        added.submission.id = "SEM-" + std::to_string(first + i);
        added.submission.title.in[0] = *rc::gen::elementOf(Strings{"a", "b", "é"});
        added.submission.parties = some(parties);
        added.submission.agreement = *rc::gen::elementOf(agreements);
        added.submission.matters = some(matters);
    }
    made.on.docket = made.docket;
    made.on.on = std::chrono::year{2026} / 11 / 22;
    for (const Case& of : made.docket->cases) {
        Standing& row = made.on.standings.emplace_back();
        row.of = &of;
        row.status = *rc::gen::arbitrary<bool>() ? Status::open : Status::closed;
        if (*rc::gen::inRange(0, 8)) row.filed = base::Date(std::chrono::year{*rc::gen::inRange(1995, 2000)} / 3 / 1);
        row.stage = stages[*rc::gen::inRange<std::size_t>(0, stages.size())];
        if (row.status == Status::closed && *rc::gen::arbitrary<bool>())
            row.outcome = outcomes[*rc::gen::inRange<std::size_t>(0, outcomes.size())];
        if (row.status == Status::closed && row.filed) row.ended = row.filed;
        row.overdue = *rc::gen::arbitrary<bool>();
    }
    return made;
}

std::string dashed(std::string text) {
    std::ranges::replace(text, '_', '-');
    return text;
}
Strings dashed(Strings texts) {
    for (std::string& text : texts) text = dashed(text);
    return texts;
}

// The facets as the page's reader understands them, written a second time.
struct Facet {
    const char* name;
    Strings universe;
    Strings (*of)(const Standing&);
    Counts Listing::* counts;
};
const std::vector<Facet> facets{
    {"party", parties, [](const Standing& r) { return r.of->submission.parties; }, &Listing::parties},
    {"agreement", agreements, [](const Standing& r) { return Strings{r.of->submission.agreement}; }, &Listing::agreements},
    {"status",
     {"open", "closed"},
     [](const Standing& r) { return Strings{r.status == Status::open ? "open" : "closed"}; },
     &Listing::statuses},
    {"outcome", dashed(outcomes),
     [](const Standing& r) { return r.outcome.empty() ? Strings{} : Strings{dashed(std::string(r.outcome))}; },
     &Listing::outcomes},
    {"stage", dashed(stages), [](const Standing& r) { return Strings{dashed(std::string(r.stage))}; }, &Listing::stages},
    {"matter", matters, [](const Standing& r) { return r.of->submission.matters; }, &Listing::matters}};

struct Asked {
    Parameters parameters;
    std::vector<store::Found> matching;
    bool words = false, overdue = false;
    int from = 0, to = 9999;

    bool chosen(const char* name, const Strings& values) const {
        bool any = false;
        for (const auto& [facet, value] : parameters) {
            if (facet != name) continue;
            any = true;
            if (std::ranges::find(values, value) != values.end()) return true;
        }
        return !any;
    }
    // Whether every choice holds, apart from that of one facet ("" for none).
    bool holds(const Standing& row, std::string_view apart) const {
        if (words && std::ranges::find(matching, row.of->submission.id, &store::Found::id) == matching.end()) return false;
        if (apart != "overdue" && overdue && !row.overdue) return false;
        if ((from || to != 9999) && !(row.filed && row.filed->year() >= from && row.filed->year() <= to)) return false;
        return std::ranges::all_of(facets, [&](const Facet& f) { return f.name == apart || chosen(f.name, f.of(row)); });
    }
};

Asked any_question(const Made& made) {
    Asked asked;
    for (const Facet& facet : facets)
        if (*rc::gen::inRange(0, 3) == 0)
            for (const std::string& value : some(facet.universe)) asked.parameters.emplace_back(facet.name, value);
    if ((asked.overdue = *rc::gen::inRange(0, 4) == 0)) asked.parameters.emplace_back("overdue", "yes");
    if (*rc::gen::inRange(0, 4) == 0)
        asked.parameters.emplace_back("from", std::to_string(asked.from = *rc::gen::inRange(1995, 1998)));
    if (*rc::gen::inRange(0, 4) == 0)
        asked.parameters.emplace_back("to", std::to_string(asked.to = *rc::gen::inRange(1998, 2001)));
    if ((asked.words = *rc::gen::inRange(0, 3) == 0)) {
        asked.parameters.emplace_back("q", "anything");
        for (const Case& of : made.docket->cases)
            if (*rc::gen::arbitrary<bool>()) asked.matching.push_back({"submission", of.submission.id, *rc::gen::inRange(1, 5)});
    }
    if (*rc::gen::arbitrary<bool>())
        asked.parameters.emplace_back(
            "sort", *rc::gen::elementOf(Strings{"relevance", "filed", "-filed", "title", "status", "duration", "-duration"}));
    return asked;
}

Strings ids(const std::vector<const Standing*>& rows) {
    Strings all;
    for (const Standing* row : rows) all.push_back(row->of->submission.id);
    return all;
}

// Changes, removes or adds a case. What is no longer as it was is taken out of `steady`.
void disturb(Made& made, Asked& asked, Strings& steady, int number) {
    auto& rows = made.on.standings;
    if (rows.empty() || *rc::gen::inRange(0, 3) == 0) {
        Made others = any_docket(1000 + number);
        if (others.on.standings.empty()) return;
        const Standing& row = others.on.standings.front();
        rows.insert(rows.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(rows.size()) + 1), row);
        asked.matching.push_back({"submission", row.of->submission.id, *rc::gen::inRange(1, 5)});
        made.others.push_back(std::move(others.docket));
        return;
    }
    const auto at = rows.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(rows.size()));
    std::erase(steady, at->of->submission.id);
    if (*rc::gen::arbitrary<bool>()) {
        rows.erase(at);
    } else {
        at->filed = base::Date(std::chrono::year{*rc::gen::inRange(1995, 2000)} / 3 / 1);
        at->status = *rc::gen::arbitrary<bool>() ? Status::open : Status::closed;
    }
}

std::string fault_of(const Parameters& parameters) {
    const auto filter = filter_from(parameters);
    return filter ? "" : filter.error().front().field;
}

}  // namespace

RC_GTEST_PROP(Listing, counts_what_counting_one_by_one_gives, ()) {
    const Made made = any_docket();
    const Asked asked = any_question(made);
    const auto listing = list(made.on, filter_from(asked.parameters).value(), asked.matching);
    RC_ASSERT(listing.has_value());
    Strings expected;
    std::size_t overdue = 0;
    std::map<std::string, Counts> counts;
    for (const Standing& row : made.on.standings) {
        if (asked.holds(row, "")) expected.push_back(row.of->submission.id);
        if (row.overdue && asked.holds(row, "overdue")) ++overdue;
        for (const Facet& facet : facets)
            if (asked.holds(row, facet.name))
                for (const std::string& value : facet.of(row)) ++counts[facet.name][value];
    }
    Strings listed = ids(listing->rows);
    std::ranges::sort(listed);
    RC_ASSERT(listed == expected);
    RC_ASSERT(listing->count == expected.size());
    RC_ASSERT(listing->of == made.on.standings.size());
    RC_ASSERT(listing->overdue == overdue);
    for (const Facet& facet : facets) {
        const Counts& counted = (*listing).*facet.counts;
        RC_ASSERT(counted == counts[facet.name]);
    }
}

RC_GTEST_PROP(Listing, is_walked_by_its_cursors_once_and_whole, ()) {
    const Made made = any_docket();
    const Asked asked = any_question(made);
    Filter filter = filter_from(asked.parameters).value();
    const Strings whole = ids(list(made.on, filter, asked.matching)->rows);
    filter.limit = *rc::gen::inRange<std::size_t>(1, 8);
    Strings walked;
    do {
        const auto page = list(made.on, filter, asked.matching);
        RC_ASSERT(page.has_value());
        RC_ASSERT(page->before == walked.size());
        RC_ASSERT(page->rows.size() <= filter.limit);
        for (std::string& id : ids(page->rows)) walked.push_back(std::move(id));
        filter.after = page->next;
    } while (!filter.after.empty());
    RC_ASSERT(walked == whole);
}

// Whatever is filed, changed or removed between two pages: what was there all the while and stayed as it was is read exactly
// once.
RC_GTEST_PROP(Listing, is_walked_once_and_whole_while_it_changes, ()) {
    Made made = any_docket();
    Asked asked = any_question(made);
    Filter filter = filter_from(asked.parameters).value();
    Strings steady = ids(list(made.on, filter, asked.matching)->rows);
    filter.limit = *rc::gen::inRange<std::size_t>(1, 5);
    Strings walked;
    int fresh = 0;
    do {
        const auto page = list(made.on, filter, asked.matching);
        RC_ASSERT(page.has_value());
        for (std::string& id : ids(page->rows)) walked.push_back(std::move(id));
        filter.after = page->next;
        for (int changes = *rc::gen::inRange(0, 3); changes > 0; --changes) disturb(made, asked, steady, ++fresh);
    } while (!filter.after.empty());
    for (const std::string& id : steady) RC_ASSERT(std::ranges::count(walked, id) == 1);
}

RC_GTEST_PROP(Listing, is_asked_for_again_by_its_own_parameters, ()) {
    const Made made = any_docket();
    const Asked asked = any_question(made);
    const Filter filter = filter_from(asked.parameters).value();
    const Filter again = filter_from(parameters_of(filter)).value();
    RC_ASSERT(parameters_of(again) == parameters_of(filter));
    RC_ASSERT(ids(list(made.on, again, asked.matching)->rows) == ids(list(made.on, filter, asked.matching)->rows));
}

TEST(Filter, says_which_parameter_is_wrong) {
    EXPECT_EQ(fault_of({{"from", "2013"}, {"to", "2020"}, {"party", ""}, {"limit", "1000"}}), "");
    EXPECT_EQ(fault_of({{"from", "13"}}), "from");
    EXPECT_EQ(fault_of({{"to", "20x0"}}), "to");
    EXPECT_EQ(fault_of({{"from", "2020"}, {"to", "2013"}}), "from");
    EXPECT_EQ(fault_of({{"overdue", "no"}}), "overdue");
    EXPECT_EQ(fault_of({{"sort", "size"}}), "sort");
    for (const char* limit : {"0", "-1", "1001", "1e3", "99999999999999999999", " 5"})
        EXPECT_EQ(fault_of({{"limit", limit}}), "limit");
    Parameters many;
    for (int i = 0; i < 300; ++i) many.emplace_back("matter", "m" + std::to_string(i));
    EXPECT_EQ(fault_of(many), "matter");
    std::string ids;
    for (int i = 0; i < 300; ++i) ids += "SEM-" + std::to_string(i) + ",";
    EXPECT_EQ(fault_of({{"id", ids}}), "id");
}

TEST(Filter, takes_the_submissions_that_it_names) {
    Made made;
    for (const char* id : {"SEM-1", "SEM-2", "SEM-3"}) made.docket->cases.add().submission.id = id;
    made.on.docket = made.docket;
    for (const Case& of : made.docket->cases) made.on.standings.emplace_back().of = &of;
    const Filter filter = filter_from({{"id", "SEM-3,SEM-9,,SEM-1"}}).value();
    EXPECT_EQ(parameters_of(filter), (Parameters{{"id", "SEM-1,SEM-3,SEM-9"}}));
    EXPECT_EQ(list(made.on, filter, {})->count, 2U);
}

TEST(Listing, has_no_place_for_a_cursor_that_is_not_in_it) {
    const DocketOn empty{.docket = std::make_shared<Docket>(), .on = {}, .standings = {}};
    Filter filter;
    EXPECT_EQ(list(empty, filter, {})->count, 0U);
    filter.after = "SEM-21-001";
    const auto refused = list(empty, filter, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "after");
}

}  // namespace comity::registry
