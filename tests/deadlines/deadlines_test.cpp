// Runs the case files beside it: real dockets, with the due dates, skipped days and states that follow from the law.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "law/evaluate.hpp"
#include "law/toml_file.hpp"

namespace comity::law {
namespace {

// A date in a case: a TOML date, or "2005", "2005-06" or "unknown" in quotation marks.
std::optional<base::Date> date_from(TableReader& reader, std::string_view key) {
    const Node* node = reader.find(key);
    if (!node) return std::nullopt;
    if (const auto* day = std::get_if<base::Day>(&node->value)) return base::Date(*day);
    if (!node->string() || *node->string() == "unknown") return std::nullopt;
    return base::parse_date(*node->string()).value();
}

std::string words(const std::optional<base::Date>& date) { return date ? to_string(*date) : "unknown"; }
std::string words(const std::optional<base::Day>& day) { return day ? base::to_string(*day) : "none"; }

struct Case {
    std::string text;
    Node root;
    base::Faults faults;
    std::string name;

    explicit Case(const std::filesystem::path& path) : name(path.filename().string()) {
        std::ifstream in(path);
        std::stringstream all;
        all << in.rdbuf();
        text = all.str();
        auto tree = parse_toml({name, text});
        if (tree)
            root = std::move(*tree);
        else
            faults = tree.error();
    }
};

// What the case says of one clock, beside what was worked out. Only the keys that the case gives are compared.
void compare_clock(TableReader& expected, const Evaluation& evaluation) {
    const std::string step = expected.text("step");
    const bool unopened = expected.text_or("opened_by", "") == "nothing";
    const auto opened = date_from(expected, "opened");
    const auto at = std::ranges::find_if(evaluation.clocks, [&](const Clock& clock) {
        return clock.step->id == step && (unopened ? clock.opened_by.type.empty() : words(clock.opened_by.date) == words(opened));
    });
    SCOPED_TRACE(fmt::format("{} opened {}", step, words(opened)));
    ASSERT_NE(at, evaluation.clocks.end()) << "there is no such clock";
    EXPECT_EQ(code(at->state), expected.text("state"));
    if (expected.find("due")) { EXPECT_EQ(words(at->due), words(expected.day("due"))); }
    if (expected.find("no_due")) {
        EXPECT_TRUE(expected.flag("no_due"));
        EXPECT_EQ(words(at->due), "none");
    }
    if (expected.find("last_day")) { EXPECT_EQ(words(at->raw_last_day), words(expected.day("last_day"))); }
    if (expected.find("earliest_due")) { EXPECT_EQ(words(at->earliest_due), words(expected.day("earliest_due"))); }
    if (expected.find("latest_due")) { EXPECT_EQ(words(at->latest_due), words(expected.day("latest_due"))); }
    if (expected.find("met")) { EXPECT_EQ(at->met_by ? words(at->met_by->date) : "not met", words(date_from(expected, "met"))); }
    if (expected.find("days_late")) {
        ASSERT_TRUE(at->days_late.has_value());
        EXPECT_EQ(*at->days_late, expected.number("days_late", -100000, 100000));
    }
    EXPECT_EQ(at->unexplained, expected.flag("unexplained"));
    EXPECT_EQ(at->extended, expected.flag("extended"));
    EXPECT_EQ(static_cast<std::int64_t>(at->explanations.size()), expected.number("explanations", 0, 100, 0));
    if (expected.find("missing")) { EXPECT_EQ(code(at->missing), expected.text("missing")); }
    if (expected.find("version")) { EXPECT_EQ(at->version ? at->version->id : "none", expected.text("version")); }
    if (expected.find("unit")) { EXPECT_EQ(code(at->limit->unit), expected.text("unit")); }
    if (expected.find("confidence")) { EXPECT_EQ(code(at->limit->authority.confidence), expected.text("confidence")); }
    std::vector<std::string> skipped;
    for (const SkippedDay& day : skipped_days(*at)) skipped.push_back(base::to_string(day.day) + " " + day.why->id);
    if (expected.find("skipped")) { EXPECT_EQ(skipped, expected.texts("skipped")); }
    for (const std::string& day : expected.texts("skips"))
        EXPECT_NE(std::ranges::find(skipped, day), skipped.end()) << day << " was not skipped";
    for (const std::string& day : expected.texts("counts"))
        EXPECT_EQ(std::ranges::count_if(skipped, [&](const auto& text) { return text.starts_with(day); }), 0)
            << day << " was skipped";
    expected.end();
}

void compare_standing(TableReader& root, const Evaluation& evaluation) {
    if (root.find("stage")) { EXPECT_EQ(evaluation.stage ? evaluation.stage->id : "none", root.text("stage")); }
    if (root.find("outcome")) { EXPECT_EQ(evaluation.outcome ? evaluation.outcome->id : "none", root.text("outcome")); }
    if (root.find("ended")) {
        EXPECT_EQ(evaluation.ended_by ? words(evaluation.ended_by->date) : "not ended", words(date_from(root, "ended")));
    }
    if (root.find("turns")) {
        std::vector<std::string> turns;
        for (const Turn& turn : evaluation.turns) turns.push_back(std::string(turn.actor) + " " + turn.step->id);
        EXPECT_EQ(turns, root.texts("turns"));
    }
    if (root.find("findings")) {
        std::set<std::string> found;
        for (const Finding& finding : evaluation.findings) found.emplace(code(finding.code));
        const auto expected = root.texts("findings");
        EXPECT_EQ(found, std::set(expected.begin(), expected.end()));
    }
}

void run(const std::filesystem::path& path) {
    Case deadline(path);
    TableReader root(deadline.root, deadline.name, "", deadline.faults);
    root.text("docket");
    root.text("source");
    root.text_or("note", "");
    const auto& law = shipped();
    ASSERT_TRUE(law.has_value());
    const Mechanism* mechanism = find_mechanism(*law, root.text("mechanism"));
    ASSERT_NE(mechanism, nullptr);
    std::vector<Event> events;
    for (const Node* node : root.tables("event")) {
        TableReader reader(*node, deadline.name, "event", deadline.faults);
        Event event{
            .type =
                mechanism->event_types[static_cast<std::size_t>(std::max(0, event_type(*mechanism, reader.text("type"))))].id};
        EXPECT_EQ(event.type, reader.text("type"));
        event.date = date_from(reader, "date");
        event.document_date = date_from(reader, "document_date");
        event.stated = date_from(reader, "stated");
        event.partial = reader.flag("partial");
        if (const Node* party = reader.find("party"); party && party->string()) event.party = *party->string();
        if (const Node* by = reader.find("by"); by && by->string()) event.by = *by->string();
        reader.end();
        events.push_back(event);
    }
    const Evaluation evaluation = evaluate(*mechanism, events, *root.day("on"));
    compare_standing(root, evaluation);
    for (const Node* node : root.tables("clock")) {
        TableReader reader(*node, deadline.name, "clock", deadline.faults);
        compare_clock(reader, evaluation);
    }
    root.end();
    for (const base::Fault& fault : deadline.faults) ADD_FAILURE() << to_string(fault);
}

std::vector<std::string> case_files() {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(DEADLINES))
        if (entry.path().extension() == ".toml") files.push_back(entry.path().stem().string());
    std::ranges::sort(files);
    return files;
}

class Deadlines : public testing::TestWithParam<std::string> {};

TEST_P(Deadlines, follow_from_the_law) { run(std::filesystem::path(DEADLINES) / (GetParam() + ".toml")); }

INSTANTIATE_TEST_SUITE_P(of, Deadlines, testing::ValuesIn(case_files()), [](const auto& each) {
    std::string name = each.param;
    std::ranges::replace(name, '-', '_');
    return name;
});

}  // namespace
}  // namespace comity::law
