#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include "record/canonical.hpp"
#include "record/codec.hpp"
#include "record/journal.hpp"

namespace comity::record {
namespace {

enum class Agreement { naaec, usmca };
BOOST_DESCRIBE_ENUM(Agreement, naaec, usmca)

struct Law {
    std::string name;
    std::optional<std::int64_t> year;
    static std::span<const Field> fields();
};
constexpr Field law_fields[] = {
    {.of = member<&Law::name>, .name = "name", .label = "law.name"},
    {.of = member<&Law::year>, .name = "year", .label = "law.year"},
};
std::span<const Field> Law::fields() { return complete<Law>(law_fields); }

struct Case {
    std::string id;
    base::Text title;
    std::optional<base::Date> filed;
    Agreement agreement{};
    std::vector<std::string> matters;
    std::vector<Law> laws;
    std::optional<base::Money> cost;
    std::optional<Place> place;
    bool confidential = false;
    std::string filer;
    std::optional<Provenance> provenance;
    static const RecordType& type();
};
constexpr Field case_fields[] = {
    {.of = member<&Case::id>, .name = "id", .label = "case.id"},
    {.of = member<&Case::title>, .name = "title", .label = "case.title", .search_weight = 10},
    {.of = member<&Case::filed>, .name = "filed", .label = "case.filed"},
    {.of = member<&Case::agreement>, .name = "agreement", .label = "case.agreement"},
    {.of = member<&Case::matters>, .name = "matters", .label = "case.matters"},
    {.of = member<&Case::laws>, .name = "laws", .label = "case.laws"},
    {.of = member<&Case::cost>, .name = "cost", .label = "case.cost"},
    {.of = member<&Case::place>, .name = "place", .label = "case.place"},
    {.of = member<&Case::confidential>, .name = "confidential", .label = "case.confidential"},
    {.of = member<&Case::filer>, .name = "filer", .label = "case.filer", .visibility = Visibility::unless_confidential},
    {.of = member<&Case::provenance>, .name = "provenance", .label = "case.provenance"},
};
const RecordType& Case::type() {
    static constexpr RecordType type = describe<Case>("case", "cases", case_fields);
    return type;
}

const char* whole = R"json({"id":"SEM-21-001","title":{"en":"Fairview","fr":"Fairview (fr)","original":"en","stale":["fr"]},
  "filed":"2021-02","agreement":"usmca","matters":["noise","ports"],"laws":[{"name":"CEAA","year":2012},{"name":"Fisheries Act"}],
  "cost":{"amount":9000000,"currency":"USD","basis":"equivalent","rate_date":"2008-12-15"},
  "place":{"name":{"en":"Prince Rupert","original":"en"},"country":"CAN","latitude":54.29,"longitude":-130.35},
  "confidential":true,"filer":"A Person","provenance":{"sources":["http://cec.org"],"confidence":"partial",
  "claims":[{"field":"filed","value":"2021-02-09","source":"a newspaper"}]}})json";

// The faults of the whole case with one member replaced by the given JSON.
std::string fault_of(const char* member, const char* json) {
    Value object = boost::json::parse(whole);
    object.as_object()[member] = boost::json::parse(json);
    const base::Faults faults = check_value(Case::type(), object);
    return faults.empty() ? "" : base::to_string(faults.front());
}

}  // namespace

TEST(Record, goes_to_its_value_and_back_unchanged) {
    const Value object = boost::json::parse(whole);
    EXPECT_EQ(check_value(Case::type(), object), base::Faults{});
    EXPECT_EQ(canonical(normal(Case::type(), object)), canonical(object));
    const Case read = read_as<Case>(object);
    EXPECT_EQ(read.filed, base::parse_date("2021-02").value());
    EXPECT_EQ(read.laws.at(0).year, 2012);
    EXPECT_EQ(shown(read.title, base::Language::fr).stale, true);
    EXPECT_EQ(shown(read.title, base::Language::es).language, base::Language::en);
}

TEST(Record, says_what_is_wrong_where_and_what_would_be_right) {
    EXPECT_EQ(fault_of("filed", R"("2021-02-30")"),
              "SEM-21-001, filed: \"2021-02-30\" is not a day of the calendar; write a date such as 2013-05-24, 2013-05 or 2013");
    EXPECT_EQ(fault_of("agreement", R"("NAFTA")"),
              "SEM-21-001, agreement: \"NAFTA\" is not one of the codes; write one of: naaec, usmca");
    EXPECT_EQ(fault_of("laws", R"([{"name":"A"},{"name":7}])"),
              "SEM-21-001, laws.[1].name: 7 is not a text; write it in quotation marks");
    EXPECT_EQ(fault_of("titel", "1").substr(0, 50), "SEM-21-001, titel: is not a field here; the fields");
    EXPECT_EQ(fault_of("id", R"("a b")").substr(0, 14), "a b, id: has a");
    EXPECT_EQ(fault_of("place", R"({"latitude":91,"longitude":0})"),
              "SEM-21-001, place.latitude: 91 is not on the globe; write -90 to 90, north positive");
    EXPECT_NE(fault_of("title", R"({"en":"a","fr":"b"})").find("original: is missing"), std::string::npos);
    EXPECT_NE(fault_of("cost", R"({"amount":"9"})").find("cost.amount: \"9\" is not a whole number"), std::string::npos);
    EXPECT_NE(fault_of("agreement", "null").find("agreement: is missing"), std::string::npos);
}

TEST(Record, keeps_a_confidential_filer_from_everyone_but_officers) {
    const Value object = boost::json::parse(whole);
    EXPECT_FALSE(visible(Case::type(), object, Audience::everyone)->as_object().contains("filer"));
    EXPECT_TRUE(visible(Case::type(), object, Audience::officers)->as_object().contains("filer"));
    Value open = object;
    open.as_object()["confidential"] = false;
    EXPECT_TRUE(visible(Case::type(), open, Audience::everyone)->as_object().contains("filer"));
    Value kept = object;
    kept.as_object()["visibility"] = "officers";
    EXPECT_EQ(visible(Case::type(), kept, Audience::everyone), std::nullopt);
}

TEST(Canonical, has_one_form_for_equal_values) {
    EXPECT_EQ(canonical(boost::json::parse(R"({ "b": [1, 2.50], "a": {"d": null, "c": "é"} })")),
              R"({"a":{"c":"é","d":null},"b":[1,2.5]})");
}

TEST(ParseJson, refuses_what_is_too_deep_broken_or_not_utf8_and_says_where) {
    EXPECT_EQ(parse_json(std::string(10'000'000, '[')).error(), "line 1: is nested deeper than 32 levels");
    EXPECT_EQ(parse_json("{\n\"a\": 1,\n}").error().substr(0, 8), "line 3: ");
    EXPECT_EQ(parse_json("[1] 2").error(), "line 1: has something after the end of the JSON value");
    EXPECT_EQ(parse_json("[1,").error(), "line 1: ends before the JSON value does");
    EXPECT_FALSE(parse_json("[\"\xff\"]"));
}

TEST(Json, reads_a_number_as_the_nearest_one_so_that_it_reads_what_it_wrote) {
    for (const double number : {0.30000000000000004, 49.02000000000001, -109.78000000000002, 9007199254740993.5,
                                1.7976931348623157e308, 5e-324, 1e22, 123456789.12345679})
        EXPECT_EQ(parse_json(canonical(Value(number)))->to_number<double>(), number) << number;
    EXPECT_EQ(canonical(*parse_json(std::string(40, '3'))), canonical(*parse_json(canonical(*parse_json(std::string(40, '3'))))));
    EXPECT_EQ(parse_json("1e-999")->get_double(), 0);
    EXPECT_EQ(canonical(*parse_json("[-0.0, -0, 0]")), "[0,0,0]");
    EXPECT_EQ(parse_json("[1e999]").error(), "line 1: is not JSON (exponent overflow)");
}

TEST(Journal, hashes_everything_but_the_hash) {
    Entry entry{.sequence = 1, .time = "2026-11-22T00:00:00.000Z", .actor = "import", .reason = "first", .changes = "[]"};
    const std::string hash = hash_of(entry);
    EXPECT_EQ(hash.size(), 64u);
    for (std::string Entry::* part : {&Entry::time, &Entry::actor, &Entry::reason, &Entry::changes, &Entry::previous}) {
        Entry other = entry;
        other.*part += " ";
        EXPECT_NE(hash_of(other), hash);
    }
    entry.hash = "anything";
    EXPECT_EQ(hash_of(entry), hash);
    const std::vector<Change> changes{{.type = "case", .id = "A", .on_version = 3, .record = boost::json::parse(R"({"id":"A"})")},
                                      {.kind = Change::Kind::remove, .type = "case", .id = "B", .on_version = 1}};
    EXPECT_EQ(canonical_changes(parse_changes(canonical_changes(changes))), canonical_changes(changes));
}

}  // namespace comity::record
