#include "exchange/schema_org.hpp"

#include <gtest/gtest.h>

#include "body/library/publication.hpp"
#include "body/outreach/news_item.hpp"
#include "exchange/catalog.hpp"
#include "exchange/public_record_test.hpp"

namespace comity::exchange {

namespace {

record::Value written(const PublicRecord& record) {
    std::string out;
    append_schema_org(out, record);
    return boost::json::parse(out);
}

}  // namespace

TEST(SchemaOrg, gathers_the_values_of_several_fields_under_one_property) {
    const auto object = boost::json::parse(R"json({"id":"p","title":{"en":"Air","fr":"L’air","original":"en"},"date":"2014-05",
        "topics":["air","hidden"],"submission":"SEM-21-001","types":["report"],"languages":["en","fr"],
        "other_topics":[{"en":"ozone","original":"en"}],"data_from":"2005","data_to":"2010","url":"https://elsewhere.example/p",
        "provenance":{"sources":["https://source.example"],"confidence":"sourced"}})json");
    const auto ld = written(seen(library::Publication::type(), object));
    EXPECT_EQ(ld.at("@type"), "Report");
    EXPECT_EQ(ld.at("name"), boost::json::parse(R"([{"@value":"Air","@language":"en"},{"@value":"L’air","@language":"fr"}])"));
    EXPECT_EQ(ld.at("about").as_array().size(), 2U) << "what a reader may not see is not named";
    EXPECT_EQ(ld.at("about").at(0).at("@type"), "DefinedTerm");
    EXPECT_EQ(ld.at("about").at(0).at("@id"), "https://cec.example/en/topic/air");
    EXPECT_EQ(ld.at("keywords"), boost::json::parse(R"({"@value":"ozone","@language":"en"})"));
    EXPECT_EQ(ld.at("datePublished"), "2014-05");
    EXPECT_EQ(ld.at("temporalCoverage"), "2005/2010");
    EXPECT_EQ(ld.at("inLanguage"), boost::json::parse(R"(["en","fr"])"));
    EXPECT_EQ(ld.at("sameAs"), "https://elsewhere.example/p");
    EXPECT_EQ(ld.at("url"), "https://cec.example/en/x");
    EXPECT_EQ(ld.at("citation"), "https://source.example");
    EXPECT_EQ(ld.at("publisher").at("@type"), "GovernmentOrganization");
}

TEST(SchemaOrg, what_only_a_book_has_makes_a_book) {
    const auto object = boost::json::parse(R"({"id":"p","title":{"en":"Air","original":"en"},"types":["report"],"pages":61,
        "isbns":[{"isbn":"978-2-89700-001-1"}]})");
    const auto ld = written(seen(library::Publication::type(), object));
    EXPECT_EQ(ld.at("@type"), "Book");
    EXPECT_EQ(ld.at("isbn"), "978-2-89700-001-1");
    EXPECT_EQ(ld.at("numberOfPages"), 61);
}

TEST(SchemaOrg, news_of_an_event_is_the_event) {
    const auto object = boost::json::parse(R"({"id":"n","title":{"en":"Workshop","original":"en"},"kind":"event",
        "date":"2018-02-06","end_date":"2018-02-08","place":{"en":"Montreal","original":"en"}})");
    const auto ld = written(seen(outreach::NewsItem::type(), object));
    EXPECT_EQ(ld.at("@type"), "Event");
    EXPECT_EQ(ld.at("startDate"), "2018-02-06");
    EXPECT_EQ(ld.at("endDate"), "2018-02-08");
    EXPECT_EQ(ld.at("location").at("@type"), "Place");
    EXPECT_FALSE(ld.as_object().contains("datePublished"));
    EXPECT_FALSE(ld.as_object().contains("publisher"));
}

TEST(SchemaOrg, no_text_ends_the_script_element_that_it_stands_in) {
    const auto object = boost::json::parse(R"({"id":"n","title":{"en":"</script><b>","original":"en"},"kind":"event"})");
    std::string out;
    append_schema_org(out, seen(outreach::NewsItem::type(), object));
    EXPECT_EQ(out.find('<'), std::string::npos) << out;
    EXPECT_EQ(boost::json::parse(out).at("name").at("@value"), "</script><b>");
}

TEST(SchemaOrg, a_record_of_each_type_has_a_class_and_a_name) {
    const auto object = boost::json::parse(R"({"id":"a","title":{"es":"T","original":"es"},"kind":"organization"})");
    for (const record::RecordType* type : catalog()) {
        const auto record = seen(*type, object);
        EXPECT_NE(schema_class(record), "Thing") << type->name;
        EXPECT_EQ(written(record).at("name"), boost::json::parse(R"({"@value":"T","@language":"es"})")) << type->name;
    }
}

}  // namespace comity::exchange
