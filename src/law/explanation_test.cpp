#include "law/explanation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace comity::law {
namespace {

base::Day day(std::string_view text) { return base::parse_day(text).value(); }

const Mechanism& naaec() { return *find_mechanism(*shipped(), "naaec"); }

// A case whose response came on notice in the longer time, explained in a language.
struct Told2013 {
    std::vector<Event> events{{.type = "filed", .date = base::Date(day("2013-04-11"))},
                              {.type = "criteria_met", .date = base::Date(day("2013-05-10"))},
                              {.type = "response_requested", .date = base::Date(day("2013-06-10"))},
                              {.type = "extension_notified", .date = base::Date(day("2013-07-10"))},
                              {.type = "response_received", .date = base::Date(day("2013-08-20"))}};
    base::Text note;
    std::vector<EventTold> told;
    Evaluation evaluation;

    Told2013() {
        note[base::Language::en] = "A _note_ in English.";
        told.resize(events.size());
        told[2] = {&note, "inferred"};
        evaluation = evaluate(naaec(), events, day("2014-01-01"));
    }
    const Clock& clock(std::string_view step) const {
        return *std::ranges::find_if(evaluation.clocks, [&](const Clock& c) { return c.step->id == step; });
    }
    Explanation in(base::Language language, std::string_view step = "response") const {
        return explain(clock(step),
                       {.mechanism = naaec(),
                        .events = events,
                        .findings = evaluation.findings,
                        .told = told,
                        .filed = events[0].date,
                        .on = day("2014-01-01"),
                        .known_to = day("2013-12-01"),
                        .actor = "Mexico"},
                       base::Words(language));
    }
};

std::string text_of(const Explanation& explanation, EntryKind kind) {
    const base::Words words(base::Language::en);
    std::string text;
    for (const Entry& entry : explanation.entries)
        if (entry.kind == kind)
            for (const Sentence& sentence : entry.sentences) text += plain_text(sentence, words) + "\n";
    return text;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST(Explanation, follows_the_clock_from_what_opened_it_to_what_met_it) {
    const Explanation told = Told2013().in(base::Language::en);
    EXPECT_EQ(told.step, "Response of the Party");
    EXPECT_EQ(told.state, "met 16 days early");
    EXPECT_EQ(told.entries.front().kind, EntryKind::opened_by);
    EXPECT_EQ(told.entries.back().kind, EntryKind::end);
    EXPECT_TRUE(has(text_of(told, EntryKind::opened_by), "Monday 10 June 2013. This day is not counted."));
    EXPECT_TRUE(has(text_of(told, EntryKind::rule), "because the step opened on 10 June 2013"));
    EXPECT_TRUE(has(text_of(told, EntryKind::count), "Day 1 is Tuesday 11 June 2013; day 60 is Thursday 5 September 2013"))
        << text_of(told, EntryKind::count);
    EXPECT_TRUE(has(text_of(told, EntryKind::skipped), "Canada Day: Mon 1 Jul 2013"));
    EXPECT_TRUE(has(text_of(told, EntryKind::extension), "Wednesday 10 July 2013"));
}

TEST(Explanation, says_what_is_doubtful) {
    const std::string doubts = text_of(Told2013().in(base::Language::en), EntryKind::doubts);
    EXPECT_TRUE(has(doubts, "shown by dated dockets or by a page of the body: Secretariat in Montreal")) << doubts;
    EXPECT_TRUE(has(doubts, "“Response requested from the Party” is marked: Inferred")) << doubts;
    EXPECT_FALSE(has(doubts, "the rule, Guideline 9.2")) << "that one is verified";
}

TEST(Explanation, has_the_same_entries_in_every_language) {
    const Told2013 made;
    for (const std::string_view step : {"review", "response", "consideration"}) {
        const Explanation english = made.in(base::Language::en, step);
        for (const base::Language language : base::languages) {
            const Explanation other = made.in(language, step);
            ASSERT_EQ(other.entries.size(), english.entries.size());
            for (std::size_t at = 0; at < english.entries.size(); ++at) {
                EXPECT_EQ(other.entries[at].kind, english.entries[at].kind);
                EXPECT_EQ(other.entries[at].sentences.size(), english.entries[at].sentences.size());
                EXPECT_NE(other.entries[at].term, "");
            }
        }
    }
}

TEST(Explanation, fits_a_terminal_and_is_escaped_in_markdown) {
    const Told2013 made;
    for (const base::Language language : base::languages) {
        const base::Words words(language);
        const Sheet sheet{
            .title = "A *title* with_marks", .head = {"One line."}, .clocks = {made.in(language)}, .foot = "Address"};
        std::istringstream lines(plain_text(sheet, words));
        for (std::string line; std::getline(lines, line);) {
            const auto characters =
                std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
            EXPECT_TRUE(characters <= 78 || has(line, "http")) << line;
        }
        const std::string markdown = law::markdown(sheet, words);
        EXPECT_TRUE(markdown.starts_with("# A \\*title\\* with\\_marks\n"));
        EXPECT_TRUE(has(markdown, "### 1. "));
        EXPECT_TRUE(has(markdown, "\n- ")) << "the skipped days are a list";
    }
}

}  // namespace comity::law
