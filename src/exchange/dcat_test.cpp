#include "exchange/dcat.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

namespace comity::exchange {

TEST(Dcat, says_as_much_of_a_date_as_is_known_and_nothing_that_is_not) {
    DcatCatalog catalog;
    catalog.address = "https://cec.example/catalog";
    catalog.title.in = {"Data", "Données", ""};
    catalog.languages = {base::Language::en, base::Language::fr};
    catalog.datasets.push_back(
        {.address = "https://cec.example/news", .issued = base::parse_date("1995-06").value(), .countries = {"CAN", ""}});
    std::string out;
    append_dcat(out, catalog);
    const auto written = boost::json::parse(out);
    EXPECT_EQ(written.at("dct:title"),
              boost::json::parse(R"([{"@value":"Data","@language":"en"},{"@value":"Données","@language":"fr"}])"));
    EXPECT_EQ(written.at("dct:language").at(1).at("@id"), "http://publications.europa.eu/resource/authority/language/FRA");
    const auto& dataset = written.at("dcat:dataset").at(0).as_object();
    EXPECT_EQ(dataset.at("dct:issued"), boost::json::parse(R"({"@value":"1995-06","@type":"xsd:gYearMonth"})"));
    EXPECT_EQ(dataset.at("dct:spatial").as_array().size(), 1U);
    for (const char* absent : {"dct:modified", "dct:temporal", "dcat:theme", "dcat:landingPage", "dct:license", "dct:rights"})
        EXPECT_FALSE(dataset.contains(absent)) << absent;
}

}  // namespace comity::exchange
