#include "store/catalog.hpp"

#include <boost/json/parse.hpp>

#include "record/codec.hpp"

namespace comity::store::tests {

namespace {

using record::Field;
using record::member;
using record::RecordType;
using record::Visibility;

enum class Agreement { naaec, usmca };
BOOST_DESCRIBE_ENUM(Agreement, naaec, usmca)
enum class Readers { everyone, officers };
BOOST_DESCRIBE_ENUM(Readers, everyone, officers)

struct Party {
    std::string id;
    base::Text name;
};
constexpr Field party_fields[] = {
    {.of = member<&Party::id>, .name = "id", .label = "party.id"},
    {.of = member<&Party::name>, .name = "name", .label = "party.name", .term = "skos:prefLabel", .search_weight = 10},
};
constexpr RecordType party_type = record::describe<Party>("party", "parties", party_fields);

struct Law {
    std::string name;
    std::optional<record::Ref> party;
    static std::span<const Field> fields();
};
constexpr Field law_fields[] = {
    {.of = member<&Law::name>, .name = "name", .label = "law.name", .search_weight = 4},
    {.of = member<&Law::party>, .name = "party", .label = "law.party", .refers = "party"},
};
std::span<const Field> Law::fields() { return record::complete<Law>(law_fields); }

struct Submission {
    std::string id;
    base::Text title;
    std::optional<base::Date> filed;
    Agreement agreement{};
    record::Ref party;
    std::vector<record::Ref> others;
    std::vector<std::string> matters;
    std::vector<Law> laws;
    std::optional<base::Money> cost;
    std::optional<record::Place> place;
    std::optional<std::int64_t> pages;
    std::optional<double> area;
    bool confidential = false;
    std::string filer;
    std::string notes;
    std::optional<Readers> visibility;
    std::optional<record::Provenance> provenance;
};
constexpr Field submission_fields[] = {
    {.of = member<&Submission::id>, .name = "id", .label = "submission.id", .search_weight = 9},
    {.of = member<&Submission::title>, .name = "title", .label = "submission.title", .search_weight = 10},
    {.of = member<&Submission::filed>, .name = "filed", .label = "submission.filed"},
    {.of = member<&Submission::agreement>, .name = "agreement", .label = "submission.agreement"},
    {.of = member<&Submission::party>, .name = "party", .label = "submission.party", .refers = "party"},
    {.of = member<&Submission::others>, .name = "others", .label = "submission.others", .refers = "party"},
    {.of = member<&Submission::matters>, .name = "matters", .label = "submission.matters", .search_weight = 3},
    {.of = member<&Submission::laws>, .name = "laws", .label = "submission.laws"},
    {.of = member<&Submission::cost>, .name = "cost", .label = "submission.cost"},
    {.of = member<&Submission::place>, .name = "place", .label = "submission.place", .search_weight = 2},
    {.of = member<&Submission::pages>, .name = "pages", .label = "submission.pages"},
    {.of = member<&Submission::area>, .name = "area", .label = "submission.area"},
    {.of = member<&Submission::confidential>, .name = "confidential", .label = "submission.confidential"},
    {.of = member<&Submission::filer>,
     .name = "filer",
     .label = "submission.filer",
     .search_weight = 5,
     .visibility = Visibility::unless_confidential},
    {.of = member<&Submission::notes>,
     .name = "notes",
     .label = "submission.notes",
     .search_weight = 5,
     .visibility = Visibility::officers},
    {.of = member<&Submission::visibility>, .name = "visibility", .label = "submission.visibility"},
    {.of = member<&Submission::provenance>, .name = "provenance", .label = "submission.provenance"},
};
constexpr RecordType submission_type = record::describe<Submission>("submission", "submissions", submission_fields);

struct Event {
    std::string id;
    record::Ref submission;
    std::optional<base::Date> date;
    base::Text summary;
};
constexpr Field event_fields[] = {
    {.of = member<&Event::id>, .name = "id", .label = "event.id"},
    {.of = member<&Event::submission>, .name = "submission", .label = "event.submission", .refers = "submission"},
    {.of = member<&Event::date>, .name = "date", .label = "event.date"},
    {.of = member<&Event::summary>, .name = "summary", .label = "event.summary", .search_weight = 2},
};
constexpr RecordType event_type = record::describe<Event>("event", "events", event_fields, "submission");

struct Paper {
    std::string id;
    std::optional<record::Ref> event;
    base::Text title;
};
constexpr Field paper_fields[] = {
    {.of = member<&Paper::id>, .name = "id", .label = "paper.id"},
    {.of = member<&Paper::event>, .name = "event", .label = "paper.event", .refers = "event"},
    {.of = member<&Paper::title>, .name = "title", .label = "paper.title", .search_weight = 5},
};
constexpr RecordType paper_type = record::describe<Paper>("paper", "papers", paper_fields, "event");

constexpr const RecordType* types[] = {&party_type, &submission_type, &event_type, &paper_type};

}  // namespace

record::Catalog catalog() { return types; }

record::Value json(std::string_view text) { return boost::json::parse(text); }

record::Change put(std::string_view type, std::string_view object, std::int64_t on_version) {
    record::Value value = json(object);
    std::string id(value.at("id").as_string());
    return {record::Change::Kind::put, std::string(type), std::move(id), on_version, std::move(value)};
}

record::Change removal(std::string_view type, std::string_view id, std::int64_t on_version) {
    return {record::Change::Kind::remove, std::string(type), std::string(id), on_version, nullptr};
}

}  // namespace comity::store::tests
