#include <gtest/gtest.h>

#include "body/registry/docket.hpp"
#include "exchange/catalog.hpp"
#include "exchange/lawful.hpp"
#include "law/check.hpp"
#include "law/draw.hpp"
#include "law/folder.hpp"
#include "record/canonical.hpp"

// A body whose mechanism the program has never heard of: files in its folder, and no line of C++.
namespace comity::exchange {
namespace {

const std::filesystem::path lagoon = COMITY_SOURCE_DIR "/tests/bodies/lagoon";

std::vector<FiledRecord> records() {
    auto read = read_body(lagoon, catalog());
    if (!read) ADD_FAILURE() << base::to_string(read.error().front());
    return read ? *std::move(read) : std::vector<FiledRecord>();
}

registry::Case case_of(const std::vector<FiledRecord>& all, std::string_view id) {
    registry::Case of;
    for (const FiledRecord& filed : all) {
        if (filed.type == &registry::Submission::type() && filed.id == id)
            of.submission = record::read_as<registry::Submission>(filed.value);
        else if (filed.type == &registry::DocketEvent::type() && filed.id.starts_with(id))
            of.events.push_back(record::read_as<registry::DocketEvent>(filed.value));
        else if (filed.type == &registry::Filer::type() && filed.id.starts_with(id))
            of.filers.push_back(record::read_as<registry::Filer>(filed.value));
    }
    return of;
}

base::Day day(std::string_view text) { return base::parse_day(text).value(); }

}  // namespace

TEST(OwnLaw, is_loaded_checked_and_drawn_beside_the_shipped_one) {
    const auto law = law::shipped_and(lagoon / "law");
    ASSERT_TRUE(law.has_value()) << base::to_string(law.error().front());
    EXPECT_EQ(law->list.size(), law::shipped()->list.size() + 1);
    EXPECT_EQ(law::find_mechanism(*law::shipped(), "lagoon"), nullptr);
    const law::Mechanism* mechanism = law::find_mechanism(*law, "lagoon");
    ASSERT_NE(mechanism, nullptr);
    for (const base::Fault& fault : law::check(*mechanism)) ADD_FAILURE() << base::to_string(fault);
    const std::string drawing = law::draw(*mechanism, base::Language::es, law::DrawAs::file);
    EXPECT_NE(drawing.find("Medidas provisionales"), std::string::npos);
}

TEST(OwnLaw, governs_the_cases_of_its_body) {
    const auto law = law::shipped_and(lagoon / "law");
    ASSERT_TRUE(law.has_value());
    const auto all = records();
    for (const base::Fault& fault : check_law(all, *law)) ADD_FAILURE() << base::to_string(fault);

    const registry::Case mangroves = case_of(all, "LAG-15-001");
    const registry::CaseOn on = registry::case_on(mangroves, *law, day("2015-05-15"));
    const registry::Standing standing = registry::standing(on);
    EXPECT_EQ(standing.status, registry::Status::open);
    EXPECT_EQ(standing.stage, "decision");
    EXPECT_EQ(standing.turn_actor, "board");
    EXPECT_EQ(standing.filed, base::Date(day("2015-01-05")));
    const auto assertions = registry::assertions_on(on);
    ASSERT_EQ(assertions.size(), 2U);
    EXPECT_EQ(assertions[0].evaluation.outcome->id, "stopped");
    EXPECT_FALSE(assertions[1].evaluation.ended);
    // The report of Wednesday 13 May is public three working days later; the 14th is High Water Day.
    const auto clock = std::ranges::find(on.evaluation.clocks, std::string_view("report_public"),
                                         [](const law::Clock& each) -> std::string_view { return each.step->id; });
    ASSERT_NE(clock, on.evaluation.clocks.end());
    EXPECT_EQ(clock->due, day("2015-05-19"));

    // Two filers together: the case ends when both have withdrawn.
    const registry::Case dredging = case_of(all, "LAG-15-002");
    EXPECT_FALSE(registry::case_on(dredging, *law, day("2015-02-10")).evaluation.ended);
    EXPECT_EQ(registry::standing(registry::case_on(dredging, *law, day("2015-03-01"))).ended, base::Date(day("2015-02-16")));
}

TEST(OwnLaw, is_needed_by_the_records_that_name_it) {
    auto all = records();
    const auto said = [&](const law::Mechanisms& law) {
        std::string text;
        for (const base::Fault& fault : check_law(all, law)) text += base::to_string(fault) + "\n";
        return text;
    };
    EXPECT_NE(said(*law::shipped()).find("LAG-15-001, agreement: \"lagoon\" is no mechanism of the law; one of: "),
              std::string::npos)
        << said(*law::shipped());
    const auto law = law::shipped_and(lagoon / "law");
    for (FiledRecord& filed : all) {
        if (filed.id == "LAG-15-001/02") filed.value.as_object()["type"] = "answer_askd";
        if (filed.id == "LAG-15-001/03") filed.value.as_object()["assertions"] = {"reeff"};
        if (filed.id == "LAG-15-002/01") filed.value.as_object()["type"] = "response_requested";
    }
    const std::string text = said(*law);
    for (const std::string_view part :
         {"docket-events.json:", "LAG-15-001/02, type: \"answer_askd\" is no event of lagoon; did you mean \"answer_asked\"?",
          "LAG-15-001/03, assertions.[0]: \"reeff\" is no assertion of LAG-15-001; did you mean \"reef\"?",
          "LAG-15-002/01, type: \"response_requested\" is no event of lagoon; one of: "})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    const registry::Case orphan = case_of(records(), "LAG-15-001");
    EXPECT_THROW(registry::case_on(orphan, *law::shipped(), day("2015-05-15")), std::runtime_error);
}

}  // namespace comity::exchange
