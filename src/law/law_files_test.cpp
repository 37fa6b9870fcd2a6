#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "base/embedded.hpp"
#include "law/check.hpp"
#include "law/toml_file.hpp"

namespace comity::law {
namespace {

constexpr std::string_view names = "name.en = \"a\"\nname.fr = \"b\"\nname.es = \"c\"\n";
constexpr std::string_view cited = "provision = \"Art. 1\"\nsource = \"Book 1\"\nconfidence = \"verified\"\n";

std::string table(std::string_view kind, std::string_view keys) {
    return "[[" + std::string(kind) + "]]\n" + std::string(names) + std::string(keys);
}

// A mechanism that is in order: one step, opened by a filing and ended by an answer.
std::string head(std::string_view step_keys = "") {
    std::string text = "id = \"small\"\ncode = \"SMALL\"\nfiled.from = 2000-01-01\n" + std::string(names) + std::string(cited);
    text += table("actor", "id = \"office\"\n") + table("stage", "id = \"open\"\n") + table("stage", "id = \"ended\"\n");
    text += table("outcome", "id = \"done\"\n" + std::string(cited));
    text += table("event", "id = \"filed\"\n") + table("event", "id = \"answered\"\nends = \"done\"\n");
    text += table("step", "id = \"answer\"\nactor = \"office\"\nstage = \"open\"\nopened_by = [\"filed\"]\n" +
                              std::string(step_keys.empty() ? "closed_by = [\"answered\"]\n" : step_keys) + std::string(cited));
    return text;
}

std::string layer(std::string_view id, std::string_view from, std::string_view limit_keys) {
    return "id = \"" + std::string(id) + "\"\nrank = \"treaty\"\nchosen_by = \"opening\"\nin_force.from = " + std::string(from) +
           "\n" + std::string(names) + std::string(cited) + "[[limit]]\nstep = \"answer\"\nstrength = \"hard\"\n" +
           std::string(limit_keys) + std::string(cited);
}

std::expected<Mechanisms, base::Faults> loaded(const std::string& mechanism, const std::vector<std::string>& layers) {
    std::vector<SourceFile> files{{"law/small/mechanism.toml", mechanism}};
    for (std::size_t at = 0; at < layers.size(); ++at) files.push_back({"law/small/" + std::to_string(at) + ".toml", layers[at]});
    return load(files);
}

std::string first_fault(const std::expected<Mechanisms, base::Faults>& law) {
    return law ? "no fault" : to_string(law.error().front());
}

const std::string thirty_days = "number = 30\nunit = \"calendar\"\n";

}  // namespace

TEST(LawFiles, that_are_shipped_can_be_read_and_pass_the_check) {
    ASSERT_TRUE(shipped().has_value()) << to_string(shipped().error().front());
    for (const base::Fault& fault : check(*shipped())) ADD_FAILURE() << to_string(fault);
}

TEST(LawFiles, are_found_by_id_and_by_code_in_any_case) {
    const Mechanism* naaec = find_mechanism(*shipped(), "Naaec");
    ASSERT_NE(naaec, nullptr);
    EXPECT_EQ(naaec->id, "naaec");
    EXPECT_EQ(find_mechanism(*shipped(), "NAAEC"), naaec);
    EXPECT_EQ(find_mechanism(*shipped(), "nafta"), nullptr);
}

TEST(LawFiles, let_the_usmca_govern_filings_from_the_day_after_the_last_under_the_naaec) {
    const auto governs = [](std::string_view id, std::string_view day) {
        return find_mechanism(*shipped(), id)->filed.holds(base::parse_day(day).value());
    };
    EXPECT_TRUE(governs("naaec", "2020-06-30"));
    EXPECT_FALSE(governs("usmca", "2020-06-30"));
    EXPECT_FALSE(governs("naaec", "2020-07-01"));
    EXPECT_TRUE(governs("usmca", "2020-07-01"));
    EXPECT_FALSE(governs("naaec", "1993-12-31"));
}

TEST(LawFiles, in_order_have_no_fault) {
    const auto law = loaded(head(), {layer("first", "2000-01-01", thirty_days)});
    ASSERT_TRUE(law.has_value()) << first_fault(law);
    EXPECT_TRUE(check(law->list[0]).empty());
}

TEST(LawFiles, say_where_and_what_is_wrong) {
    struct Broken {
        std::string mechanism, version, said;
    };
    const std::string good = layer("first", "2000-01-01", thirty_days);
    const auto broken_limit = [](std::string keys) { return layer("first", "2000-01-01", keys); };
    for (const Broken& broken : {
             Broken{"id = [", good, "mechanism.toml:1"},
             Broken{head() + "colour = \"red\"\n", good, "colour: is not a key that is known here"},
             Broken{head("closed_by = [\"answred\"]\n"), good, "\"answred\" is not known; one of: answered, filed"},
             Broken{head(), layer("first", "2000-02-30", thirty_days), "0.toml:4"},
             Broken{head(), broken_limit("number = 30\nunit = \"fortnight\"\n"),
                    "\"fortnight\" is not known; one of: calendar, working"},
             Broken{head(), broken_limit("number = 30\nunit = \"working\"\n"), "calendar: is missing"},
             Broken{head(), broken_limit("number = -30\nunit = \"calendar\"\n"),
                    "-30 is out of range; a whole number from 1 to 3660"},
             Broken{head(), broken_limit("unit = \"calendar\"\n"), "number: is missing"},
             Broken{head(), broken_limit(thirty_days + "month_end = \"last-day\"\n"), "month_end: is of no use beside this unit"},
             Broken{head(), broken_limit("number = 1\nunit = \"month\"\nmonth_end = \"silent\"\n"),
                    "\"silent\" is not known; one of: last-day, next-day"},
             Broken{head(), broken_limit(thirty_days + "calendars = { CAN = \"ottawa\" }\n"),
                    "calendars, CAN: \"ottawa\" is not known; the id of a file in data/law/calendars"},
             Broken{head(), good + "[limit.extension]\non_notice = \"answered\"\nby = \"minister\"\n" + std::string(cited),
                    "by: \"minister\" is not known; one of: office"},
             Broken{head(),
                    broken_limit("unit = \"none\"\n") + "[limit.extension]\non_notice = \"answered\"\n" + std::string(cited),
                    "extension: prolongs a limit that has no number"},
             Broken{head() + table("event", "id = \"paused\"\nsuspends = [\"reply\"]\n"), good,
                    "event paused, suspends: \"reply\" is not known; one of: answer"},
             Broken{head(), good.substr(0, good.rfind("confidence")),
                    "confidence: is missing; one of: verified, derived, recalled"},
             Broken{head(), good.substr(0, good.rfind("source")) + "confidence = \"verified\"\n", "source: is missing"},
             Broken{head(), good.substr(0, good.rfind("provision")) + "source = \"a\"\nconfidence = \"verified\"\n",
                    "provision: is missing"},
             Broken{head(), good + "in_force.from = 2001-01-01\nin_force.to = 2000-01-01\n", "before it begins"},
             Broken{head() + table("bar", "id = \"all\"\n" + std::string(cited)), good, "bars everyone"},
             Broken{head() + table("bar", "id = \"us\"\nfiler_of = \"usa\"\n" + std::string(cited)), good,
                    "\"usa\" is not a country; three capital letters"},
             Broken{head() +
                        "[[reservation]]\nparty = \"CAN\"\nmost_years = 4\nin_force.from = 2008-02-29\n"
                        "in_force.to = 2012-02-29\n" +
                        std::string(cited),
                    good, "lasts longer than 4 years; to = 2012-02-28 or before"},
             Broken{head() + table("event", "id = \"agreed\"\nneeds = \"consent\"\n"), good, "needs: \"consent\" is not known"},
             Broken{head() + table("event", "id = \"told\"\npublic_after = \"answer\"\n"), good,
                    "public_after: names a step of the main course; a step with track = \"side\""},
             Broken{head() + table("event", "id = \"left\"\nneeds_all = true\n"), good, "needs_all: has no actor"},
             Broken{head() + table("actor", "id = \"board\"\nconcept = \"no-such\"\n"), good,
                    "concept: \"no-such\" is not known"},
             Broken{head(), good + table("rule", "id = \"who\"\nabout = \"standing\"\nterm = \"person\"\n" + std::string(cited)),
                    "term: is for definitions"},
             Broken{head(), good + "note.en = \"only English\"\n", "note.fr: is missing; a text in each language: en, fr and es"},
         }) {
        const auto law = loaded(broken.mechanism, {broken.version});
        ASSERT_FALSE(law.has_value()) << broken.said;
        const bool said = std::ranges::any_of(
            law.error(), [&](const base::Fault& fault) { return to_string(fault).find(broken.said) != std::string::npos; });
        EXPECT_TRUE(said) << broken.said << "\n" << first_fault(law);
        EXPECT_TRUE(
            std::ranges::all_of(law.error(), [](const base::Fault& fault) { return fault.file.starts_with("law/small/"); }));
    }
}

TEST(LawFiles, share_the_words_of_the_vocabulary_beside_them) {
    const std::string words = "[[concept]]\nlist = \"actor\"\nid = \"secretariat\"\n" + std::string(names) +
                              "definition.en = \"a\"\ndefinition.fr = \"b\"\ndefinition.es = \"c\"\n";
    const std::string mechanism = head() + table("actor", "id = \"board\"\nconcept = \"secretariat\"\n");
    const std::string version = layer("first", "2000-01-01", thirty_days);
    const std::vector<SourceFile> files{
        {"law/small/mechanism.toml", mechanism}, {"law/small/0.toml", version}, {"law/vocabulary.toml", words}};
    const auto law = load(files);
    ASSERT_TRUE(law.has_value()) << first_fault(law);
    EXPECT_EQ(find_actor(law->list[0], "board")->shared, "secretariat");
    EXPECT_EQ(find_concept(law->vocabulary.actors, "secretariat")->name[base::Language::en], "a");
    const std::string words_twice = words + words;
    const std::vector<SourceFile> twice{
        {"law/small/mechanism.toml", mechanism}, {"law/small/0.toml", version}, {"law/vocabulary.toml", words_twice}};
    EXPECT_NE(first_fault(load(twice)).find("\"secretariat\" is used twice"), std::string::npos);
}

TEST(LawFiles, say_what_a_limit_can_say) {
    const std::string paused = table("event", "id = \"paused\"\nsuspends = [\"answer\"]\n");
    const std::string resumed = table("event", "id = \"resumed\"\nresumes = [\"answer\"]\n");
    const std::string named = "[limit.extension]\non_notice = \"paused\"\nby = \"office\"\n";
    std::string domestic = layer("second", "2010-01-01", "unit = \"none\"\n");
    domestic.replace(domestic.find("\"treaty\""), 8, "\"domestic\"");
    domestic.replace(domestic.find("\"hard\""), 6, "\"as-appropriate\"");
    const auto law = loaded(
        head() + paused + resumed,
        {layer("first", "2000-01-01", "number = 1\nunit = \"month\"\nmonth_end = \"next-day\"\n") + named + std::string(cited),
         domestic});
    ASSERT_TRUE(law.has_value()) << first_fault(law);
    const Mechanism& mechanism = law->list[0];
    EXPECT_EQ(mechanism.limits[0].month_end, MonthEnd::next_day);
    EXPECT_EQ(mechanism.limits[0].extension->number, 0);
    EXPECT_EQ(mechanism.limits[0].extension->by, "office");
    EXPECT_EQ(code(mechanism.limits[1].strength), "as-appropriate");
    EXPECT_EQ(code(mechanism.versions[1].rank), "domestic");
    const auto type = [&](std::string_view id) {
        return mechanism.event_types.at(static_cast<std::size_t>(event_type(mechanism, id)));
    };
    EXPECT_EQ(type("paused").suspends, std::vector{0});
    EXPECT_EQ(type("resumed").resumes, std::vector{0});
}

TEST(LawFiles, that_are_hostile_are_refused) {
    const std::string deep = "a = " + std::string(5'000'000, '[');
    EXPECT_NE(to_string(parse_toml({"deep.toml", deep}).error().front()).find("bytes"), std::string::npos);
    const std::string nested = "a = " + std::string(100'000, '[');
    EXPECT_NE(to_string(parse_toml({"deep.toml", nested}).error().front()).find("nested too deeply"), std::string::npos);
    std::string dotted = "a";
    for (int at = 0; at < 500'000; ++at) dotted += ".a";
    EXPECT_FALSE(parse_toml({"dotted.toml", dotted + " = 1"}).has_value());
    EXPECT_FALSE(parse_toml({"bytes.toml", "a = \"\xff\xfe\""}).has_value());
    EXPECT_FALSE(parse_toml({"time.toml", "a = 10:00:00"}).has_value());
    for (const std::string_view header : {"[\n", "[ =]\n", "[[\n", "[a.\n", "[\x01]\n", "a \xc3\xa9 = 1\n", "\xc3\xa9 = 1\n"})
        EXPECT_FALSE(parse_toml({"header.toml", header}).has_value()) << header;
}

TEST(Check, finds_what_no_single_rule_shows) {
    const auto said = [](const std::string& mechanism, const std::vector<std::string>& layers) {
        const auto law = loaded(mechanism, layers);
        if (!law) return first_fault(law);
        std::string all;
        for (const base::Fault& fault : check(law->list[0])) all += to_string(fault) + "\n";
        return all;
    };
    const std::string good = layer("first", "2000-01-01", thirty_days);
    const auto step = [](std::string_view keys) {
        return table("step", "id = \"more\"\nactor = \"office\"\nstage = \"open\"\n" + std::string(keys) + std::string(cited));
    };
    const auto has = [](const std::string& all, std::string_view part) { return all.find(part) != std::string::npos; };
    EXPECT_TRUE(has(said(head() + step("closed_by = [\"answered\"]\n"), {good}), "step more, opened_by: nothing opens it"));
    EXPECT_TRUE(has(said(head() + step("opened_by = [\"answered\"]\n"), {good}), "step more, closed_by: nothing ends it"));
    EXPECT_TRUE(has(
        said(head() + table("event", "id = \"never\"\n") + step("opened_by = [\"never\"]\nclosed_by = [\"answered\"]\n"), {good}),
        "no case can reach it"));
    EXPECT_TRUE(has(said(head(), {layer("late", "2005-01-01", thirty_days)}), "in no version in force on 2000-01-01"));
    EXPECT_TRUE(
        has(said(head(), {good, layer("second", "2010-01-01", thirty_days)}), "first and second both hold on 2010-01-01"));
    EXPECT_EQ(said(head(), {good, layer("second", "2010-01-01", thirty_days + "replaces = [\"first\"]\n")}), "");
    EXPECT_TRUE(
        has(said(head() + table("outcome", "id = \"unused\"\n" + std::string(cited)), {good}), "nothing ends a case with it"));
}

TEST(Votes, count_silence_for_neither_side) {
    const VoteRule in{.polarity = Polarity::opt_in, .threshold = 2, .members = 3};
    const VoteRule out{.polarity = Polarity::opt_out, .threshold = 2, .members = 3};
    using enum Ballot;
    const auto decided = [](const VoteRule& rule, std::array<Ballot, 3> ballots) { return decide(rule, ballots); };
    EXPECT_EQ(decided(in, {yes, yes, none}), Decision::yes);
    EXPECT_EQ(decided(in, {yes, none, none}), Decision::undecided);
    EXPECT_EQ(decided(in, {no, no, yes}), Decision::no);
    EXPECT_EQ(decided(out, {none, none, none}), Decision::undecided);
    EXPECT_EQ(decided(out, {no, no, none}), Decision::no);
    EXPECT_EQ(decided(out, {yes, yes, no}), Decision::yes);
}

}  // namespace comity::law
