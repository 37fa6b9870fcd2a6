#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <map>
#include <set>

#include "body/registry/docket_event.hpp"
#include "body/registry/submission.hpp"
#include "exchange/body_files.hpp"
#include "exchange/catalog.hpp"
#include "exchange/lawful.hpp"
#include "exchange/profile.hpp"
#include "law/evaluate.hpp"
#include "record/codec.hpp"
#include "record/codes.hpp"

// The demonstration body's facts as a whole: what they must say together.
namespace comity::exchange {
namespace {

std::filesystem::path folder_of(const std::string& body) {
    return std::filesystem::path(COMITY_SOURCE_DIR "/data/bodies") / body;
}

std::vector<FiledRecord> facts_of(const std::string& body) {
    auto read = read_body(folder_of(body), catalog());
    if (read) return *std::move(read);
    ADD_FAILURE() << base::to_string(read.error().front());
    return {};
}

const std::vector<FiledRecord>& facts() {
    static const std::vector<FiledRecord> read = facts_of("cec");
    return read;
}

// What is written again differs in no byte from what was read.
void comes_back(const std::string& body) {
    const std::vector<FiledRecord> records = facts_of(body);
    ASSERT_FALSE(records.empty());
    const std::filesystem::path out =
        std::filesystem::path(testing::TempDir()) / ("comity_written_" + body + std::to_string(getpid()));
    std::filesystem::remove_all(out);
    ASSERT_TRUE(write_body(out, catalog(), records));
    std::set<std::filesystem::path> written, kept;
    for (const auto& entry : std::filesystem::directory_iterator(out)) {
        const auto bytes = [](const std::filesystem::path& path) {
            std::ifstream in(path, std::ios::binary);
            return std::string(std::istreambuf_iterator<char>(in), {});
        };
        EXPECT_TRUE(bytes(entry.path()) == bytes(folder_of(body) / entry.path().filename())) << entry.path().filename();
        written.insert(entry.path().filename());
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder_of(body)))
        if (entry.path().extension() == ".json") kept.insert(entry.path().filename());
    EXPECT_EQ(written, kept);
    std::filesystem::remove_all(out);
}

// The texts of a record that lack a language, by the name of their field.
void lacking(const record::Value& value, std::string_view field, std::vector<std::string>& found) {
    if (const auto* list = value.if_array())
        for (const record::Value& element : *list) lacking(element, field, found);
    const auto* object = value.if_object();
    if (!object) return;
    if (object->contains("original")) {
        for (const base::Language language : base::languages)
            if (!object->contains(base::code(language))) found.emplace_back(field);
    } else {
        for (const auto& [key, member] : *object) lacking(member, key, found);
    }
}

template <class T>
std::vector<T> all() {
    std::vector<T> records;
    for (const FiledRecord& filed : facts())
        if (filed.type == &T::type()) records.push_back(record::read_as<T>(filed.value));
    return records;
}

// How each case stood by the registry's own words when its page was read, by outcome: number of the submission without "SEM-".
const std::map<std::string, std::string> registry_outcomes{
    {"no_response_warranted", "95-001 04-002"},
    {"criteria_not_met",
     "95-002 96-002 97-004 97-005 98-001 98-002 00-001 00-003 01-002 01-003 02-005 03-002 04-003 04-004 06-002 07-003 07-004 "
     "09-004 10-001 12-002 13-002"},
    {"factual_record_published",
     "96-001 97-001 97-002 97-006 98-004 98-006 98-007 99-002 00-004 00-005 00-006 02-001 02-003 03-003 03-004 03-005 04-005 "
     "04-006 04-007 05-003 06-003 06-004 09-002 11-002 16-001 17-001 18-002 18-003 19-002 20-001 21-002 21-003"},
    {"no_factual_record_warranted",
     "96-003 97-007 98-003 98-005 02-002 03-001 04-001 05-001 06-006 07-001 09-001 09-003 09-005 10-003 15-002 15-003 16-002 "
     "18-001 21-001 22-001 23-004"},
    {"withdrawn", "96-004 02-004 06-001 06-005 11-001"},
    {"council_declined", "97-003 01-001 10-002 11-003 12-001 13-001 15-001"},
    {"pending_proceeding", "99-001 00-002 07-005"},
    {"other", "03-006 05-002 08-001 19-004 24-001 24-002"},
    {"open", "22-002 23-002 23-003 23-005 23-006 23-007 24-003 26-002"},
};

const std::map<std::string, std::string> ends{{"factual_record_published", "factual_record_published"},
                                              {"no_factual_record_warranted", "no_factual_record_warranted"},
                                              {"council_declined_factual_record", "council_declined"},
                                              {"withdrawn", "withdrawn"},
                                              {"pending_proceeding", "pending_proceeding"},
                                              {"no_response_warranted", "no_response_warranted"},
                                              {"criteria_not_met", "criteria_not_met"}};

// What the order of a case's events says of its end, without any law: the last event ends it, or it is open. A termination or a
// closing says only that it ended; the event before it says how.
std::string end_of(const std::vector<registry::DocketEvent>& events) {
    std::size_t last = events.size() - 1;
    const bool terminated = events[last].event == "terminated" || events[last].event == "closed";
    if (terminated && last > 0) --last;
    const auto end = ends.find(events[last].event);
    if (end != ends.end()) return end->second;
    return terminated ? "other" : "open";
}

std::map<std::string, std::string> agreements() {
    std::map<std::string, std::string> of_case;
    for (const registry::Submission& submission : all<registry::Submission>()) of_case[submission.id] = submission.agreement;
    return of_case;
}

// What the law makes of it long after.
std::string law_says(const law::Mechanisms& mechanisms, const std::string& agreement,
                     const std::vector<registry::DocketEvent>& docket) {
    std::vector<law::Event> events;
    for (const registry::DocketEvent& event : docket)
        events.push_back({.type = event.event, .date = event.date, .partial = event.partial});
    const law::Mechanism* mechanism = law::find_mechanism(mechanisms, agreement);
    if (!mechanism) return "no law";
    const law::Evaluation evaluation = law::evaluate(*mechanism, events, base::parse_day("2026-11-22").value());
    if (!evaluation.ended) return "open";
    return evaluation.outcome ? evaluation.outcome->id : "other";
}

// The registry gives SEM-95-002 another outcome than its own events tell; the record keeps both.
std::string outcome_of(const std::string& id, const std::string& outcome) {
    return id == "SEM-95-002" ? "no_response_warranted" : outcome;
}

}  // namespace

TEST(DemonstrationBody, has_105_submissions_whose_events_alone_tell_the_outcome_that_the_registry_gives) {
    std::map<std::string, std::vector<registry::DocketEvent>> dockets;
    for (registry::DocketEvent& event : all<registry::DocketEvent>()) dockets[event.submission.id].push_back(std::move(event));
    EXPECT_EQ(dockets.size(), 105u);
    EXPECT_EQ(all<registry::Submission>().size(), 105u);
    std::map<std::string, std::string> agreement = agreements();
    ASSERT_TRUE(law::shipped());
    std::size_t seen = 0;
    for (const auto& [outcome, numbers] : registry_outcomes)
        for (std::size_t at = 0; at < numbers.size(); at += 7) {
            const std::string id = "SEM-" + numbers.substr(at, 6);
            ASSERT_TRUE(dockets.contains(id)) << id;
            std::ranges::sort(dockets[id], {}, &registry::DocketEvent::position);
            EXPECT_EQ(end_of(dockets[id]), outcome_of(id, outcome)) << id;
            EXPECT_EQ(law_says(*law::shipped(), agreement[id], dockets[id]), outcome_of(id, outcome)) << id;
            EXPECT_EQ(dockets[id].front().event, "filed") << id;
            ++seen;
        }
    EXPECT_EQ(seen, 105u);
}

TEST(DemonstrationBody, files_under_agreements_that_the_law_has_and_records_events_that_it_knows) {
    ASSERT_TRUE(law::shipped());
    for (const base::Fault& fault : check_law(facts(), *law::shipped())) ADD_FAILURE() << base::to_string(fault);
    for (const record::Code& agreement : record::code_list("agreements"))
        EXPECT_NE(law::find_mechanism(*law::shipped(), agreement.code), nullptr) << agreement.code;
}

TEST(DemonstrationBody, numbers_the_events_of_a_case_without_a_gap) {
    std::map<std::string, std::set<std::int64_t>> positions;
    for (const registry::DocketEvent& event : all<registry::DocketEvent>())
        EXPECT_TRUE(positions[event.submission.id].insert(event.position).second) << event.id;
    for (const auto& [id, numbers] : positions) EXPECT_EQ(*numbers.rbegin(), static_cast<std::int64_t>(numbers.size())) << id;
}

TEST(DemonstrationBody, names_no_person_who_filed) {
    for (const registry::Filer& filer : all<registry::Filer>()) {
        EXPECT_EQ(filer.name.empty(), filer.kind == registry::FilerKind::individuals) << filer.id;
        EXPECT_TRUE(!filer.confidential || filer.name.empty()) << filer.id;
    }
}

TEST(DemonstrationBody, keeps_a_date_that_a_document_bears_apart_from_its_delivery) {
    for (const registry::DocketEvent& event : all<registry::DocketEvent>())
        if (event.id == "SEM-95-001/01") {
            EXPECT_EQ(event.date, base::parse_date("1995-07-05").value());
            EXPECT_EQ(event.document_date, base::parse_date("1995-06-30").value());
            return;
        }
    ADD_FAILURE() << "SEM-95-001 has no first event";
}

TEST(DemonstrationBody, comes_back_byte_for_byte_when_it_is_written) { comes_back("cec"); }

TEST(CanadaMexico, comes_back_byte_for_byte_when_it_is_written) { comes_back("canada-mexico"); }

TEST(CanadaMexico, says_everything_in_the_three_languages_of_its_profile) {
    const auto profile = read_profile(folder_of("canada-mexico"));
    ASSERT_TRUE(profile) << base::to_string(profile.error().front());
    EXPECT_EQ(profile->languages.size(), base::languages.size());
    for (const FiledRecord& filed : facts_of("canada-mexico")) {
        std::vector<std::string> found;
        lacking(filed.value, "", found);
        EXPECT_TRUE(found.empty()) << filed.file << " " << filed.id << " " << found.front();
    }
}

TEST(CanadaMexico, has_two_Parties_no_docket_and_a_source_for_each_record) {
    const auto profile = read_profile(folder_of("canada-mexico"));
    ASSERT_TRUE(profile);
    std::set<std::string> parties;
    for (const Party& party : profile->parties) parties.insert(party.code);
    EXPECT_EQ(parties, (std::set<std::string>{"CAN", "MEX"}));
    EXPECT_EQ(find_section(*profile, SectionId::submissions), nullptr);
    bool own_record = false;
    for (const FiledRecord& filed : facts_of("canada-mexico")) {
        EXPECT_NE(filed.type, &registry::Submission::type()) << filed.id;
        own_record |= filed.id == profile->id && filed.file.find("/bodies.json") != std::string::npos;
        const record::Value& provenance = filed.value.at("provenance");
        const bool of_an_instrument = filed.file.find("/status-events.json") != std::string::npos;  // whose record has the source
        const bool ours = provenance.at("confidence") == "inferred";
        EXPECT_TRUE(of_an_instrument || ours || provenance.as_object().contains("sources")) << filed.file;
    }
    EXPECT_TRUE(own_record);
}

}  // namespace comity::exchange
