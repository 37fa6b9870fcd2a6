// What "comity law check" finds: a bad file for each kind of fault, and where the message points.
#include "law/check.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "files_only.hpp"

namespace comity::law {
namespace {

using namespace files_only;

std::string step(std::string_view id, std::string_view opens, std::string_view closes, std::string_view more = "") {
    return table("step", "id = \"" + std::string(id) + "\"\nactor = \"office\"\nstage = \"open\"\nopened_by = [" +
                             std::string(opens) + "]\nclosed_by = [" + std::string(closes) + "]\n" + std::string(more));
}
std::string days(std::string_view step, std::string_view more = "") {
    return limit("step = \"" + std::string(step) + "\"\nnumber = 30\nunit = \"calendar\"\nstrength = \"hard\"\n" +
                 std::string(more));
}
const std::string two_events = event("id = \"filed\"") + event("id = \"answered\"\nends = \"done\"");
const std::string one_step = two_events + step("answer", "\"filed\"", "\"answered\"");

std::string said(const std::string& head, const std::vector<std::string>& versions,
                 const std::vector<std::string>& calendars = {}) {
    std::string all;
    for (const base::Fault& fault : check(law(head, versions, calendars))) all += to_string(fault) + "\n";
    return all;
}
// Which of these the message has not.
std::string lacks(const std::string& all, std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts)
        if (all.find(part) == std::string::npos) return std::string(part) + " is not in: " + all;
    return "";
}
std::string vote(std::string_view step, std::string_view polarity, std::string_view more = "") {
    return table("vote", "id = \"ballot\"\nstep = \"" + std::string(step) + "\"\npolarity = \"" + std::string(polarity) +
                             "\"\nmembers = 3\nthreshold = 2\n" + std::string(more));
}

}  // namespace

TEST(Check, has_nothing_to_say_of_files_that_are_in_order) {
    EXPECT_EQ(said(mechanism(one_step), {version("first", days("answer") + vote("answer", "opt-in"))}), "");
}

TEST(Check, finds_dead_steps) {
    const std::string dead = event("id = \"never\"") + step("more", "\"never\"", "\"answered\"");
    EXPECT_EQ(lacks(said(mechanism(one_step + dead), {version("first", days("answer") + days("more"))}),
                    {"law/small/mechanism.toml:", "step more, opened_by: no case can reach it; an event that ends a step"}),
              "");
}

TEST(Check, finds_steps_that_stand_still_for_ever) {
    const std::string held = event("id = \"held\"\nsuspends = [\"answer\"]");
    EXPECT_EQ(lacks(said(mechanism(one_step + held), {version("first", days("answer"))}),
                    {"step answer, resumes: an event suspends it and none resumes it; an event with resumes = [\"answer\"]"}),
              "");
    const std::string resumed = event("id = \"taken_up\"\nresumes = [\"answer\"]");
    EXPECT_EQ(lacks(said(mechanism(one_step + resumed), {version("first", days("answer"))}), {"suspends: an event resumes it"}),
              "");
}

TEST(Check, finds_gaps_and_overlaps_of_versions) {
    const std::string first = version("first", days("answer", "in_force.to = 2009-12-31"));
    EXPECT_EQ(lacks(said(mechanism(one_step), {first, version("second", days("answer"), "2011-01-01")}),
                    {"is in no version in force on 2010-01-01", "a version that goes on where first ends"}),
              "");
    EXPECT_EQ(
        lacks(said(mechanism(one_step), {version("first", days("answer")), version("second", days("answer"), "2011-01-01")}),
              {"law/small/1.toml:", "first and second both hold on 2011-01-01", "replaces = [\"first\"]"}),
        "");
    // By filing until 2009, and again by opening from 2005 on: a case filed before and opened after has both.
    const std::string by_filing = version("filed", days("answer", "in_force.to = 2009-12-31"), "2000-01-01", "filing");
    EXPECT_EQ(lacks(said(mechanism(one_step), {by_filing, version("opened", days("answer"), "2010-01-01")}),
                    {"filed and opened both hold on 2010-01-01 for a filing of 2000-01-01"}),
              "");
}

TEST(Check, finds_votes_that_cannot_be_reached_or_decided) {
    const std::string dead = event("id = \"never\"") + step("more", "\"never\"", "\"answered\"");
    EXPECT_EQ(lacks(said(mechanism(one_step + dead), {version("first", days("answer") + days("more") + vote("more", "opt-in"))}),
                    {"law/small/0.toml:", "vote ballot, step: is one that no case reaches"}),
              "");
    const std::string noted = event("id = \"filed\"") + event("id = \"noted\"") + event("id = \"answered\"\nends = \"done\"") +
                              step("answer", "\"filed\"", "\"noted\"") +
                              step("aside", "\"filed\"", "\"answered\"", "track = \"side\"");
    EXPECT_EQ(
        lacks(said(mechanism(noted), {version("first", days("answer") + days("aside") + vote("answer", "opt-in"))}),
              {"an opt-in can't be decided in the step answer; an event that ends the step and opens another or ends the case"}),
        "");
    EXPECT_EQ(lacks(said(mechanism(one_step), {version("first", days("answer") + vote("answer", "opt-out"))}),
                    {"an opt-out can't be decided in the step answer; two ways out of the step"}),
              "");
    EXPECT_EQ(lacks(said(mechanism(one_step),
                         {version("first", days("answer") + vote("answer", "opt-in", "in_force.to = 1999-12-31"))}),
                    {"vote ballot, in_force: lies outside the days of its version"}),
              "");
    std::string many = version("first", days("answer") + vote("answer", "opt-in"));
    many.replace(many.find("threshold = 2"), 13, "threshold = 4");
    const auto refused = read(mechanism(one_step), {many});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(lacks(to_string(refused.error().front()), {"law/small/0.toml:", "threshold: is more than there are members"}), "");
}

TEST(Check, finds_citations_that_nobody_could_look_up) {
    const auto citing = [](std::string_view provision, std::string_view source) {
        return said(mechanism(one_step), {version("first", limit("step = \"answer\"\nunit = \"none\"",
                                                                 "provision = \"" + std::string(provision) + "\"\nsource = \"" +
                                                                     std::string(source) + "\"\nconfidence = \"verified\"\n"))});
    };
    for (const std::string_view good :
         {"Art. 17.7.5", "NAAEC 15(1); Guideline 9.6", "19 U.S.C. 4713(b)", "Practice", "Operating Procedures, III"})
        EXPECT_EQ(citing(good, "https://example.org/act"), "") << good;
    for (const std::string_view good : {"Council Resolution 12-06", "SEM-13-001", "http://example.org", "Act 5, s. 2"})
        EXPECT_EQ(citing("Art. 1", good), "") << good;
    for (const std::string_view bad : {"see the treaty", "NAAEC 15(1);", "What everybody knows to be the rule"})
        EXPECT_EQ(lacks(citing(bad, "Act 1"),
                        {"law/small/0.toml:", "limit of answer, provision: \"", "names no place in an instrument"}),
                  "")
            << bad;
    for (const std::string_view bad : {"a book", "the Secretariat", "https://", "https://.org"})
        EXPECT_EQ(lacks(citing("Art. 1", bad), {"limit of answer, source: \"", "can't be looked up; an address"}), "") << bad;
}

TEST(Check, finds_years_that_a_calendar_lacks) {
    const auto one_day = [](std::string_view id, std::string_view date, std::string_view name = "carnival") {
        std::string text = table("day_off", "id = \"" + std::string(id) + "\"\nfalls = \"one-day\"\ndate = " + std::string(date));
        return text.replace(text.find("\"a\""), 3, "\"" + std::string(name) + "\"");
    };
    const std::string list =
        one_day("carnival-2019", "2019-03-04") + one_day("carnival-2020", "2020-02-24") + one_day("carnival-2022", "2022-02-28");
    const std::string counted =
        version("first", limit("step = \"answer\"\nnumber = 5\nunit = \"working\"\nstrength = \"hard\"\ncalendar = \"office\""));
    EXPECT_EQ(lacks(said(mechanism(one_step), {counted}, {calendar("office", list)}),
                    {"law/calendars/0.toml:", "is given year by year, but not for 2021; an entry for each year"}),
              "");
    EXPECT_EQ(said(mechanism(one_step), {counted},
                   {calendar("office", one_day("mourning", "2018-12-05") + one_day("strike", "2001-01-08", "strike") +
                                           one_day("strike-2", "2011-01-10", "strike"))}),
              "");
    const std::string covered = "covers.from = 2019-01-01\ncovers.to = 2022-12-31\n";
    const std::string short_of = said(mechanism(one_step), {counted}, {calendar("office", list, covered)});
    EXPECT_EQ(lacks(short_of, {"law/small/0.toml:",
                               "limit of answer, calendar: is counted from 2000-01-01 on office, whose entries "
                               "cover 2019-01-01 to 2022-12-31",
                               "the missing years in law/calendars/0.toml"}),
              "");
    const std::string within =
        version("first", limit("step = \"answer\"\nnumber = 5\nunit = \"working\"\nstrength = \"hard\"\ncalendar = \"office\"\n"
                               "in_force.from = 2019-01-01\nin_force.to = 2022-12-31"));
    EXPECT_EQ(said(mechanism(one_step), {within}, {calendar("office", "", covered)}).find("is counted from"), std::string::npos);
}

}  // namespace comity::law
