#include "exchange/linkset.hpp"

#include <gtest/gtest.h>

#include "body/council/decision.hpp"
#include "body/library/publication.hpp"
#include "body/registry/submission.hpp"
#include "exchange/public_record_test.hpp"

namespace comity::exchange {

namespace {

Signposts signposts(const PublicRecord& record) {
    return {.record = record,
            .page = "https://cec.example/fr/x",
            .formats = {{"https://cec.example/fr/x.json", "application/json"},
                        {"https://cec.example/fr/x.jsonld", "application/ld+json"}},
            .linkset = "https://cec.example/fr/x.linkset",
            .license = "https://licence.example/by"};
}

const record::Value publication =
    boost::json::parse(R"({"id":"p","title":{"en":"Air","original":"en"},"url":"https://files.example/a b>,<evil>;\r\n.pdf"})");

}  // namespace

TEST(Linkset, header_leads_to_everything_that_a_program_wants) {
    EXPECT_EQ(link_header(signposts(seen(library::Publication::type(), publication))),
              "<https://cec.example/en/x>; rel=\"cite-as\", <https://schema.org/AboutPage>; rel=\"type\", "
              "<https://schema.org/Report>; rel=\"type\", <https://cec.example>; rel=\"author\", "
              "<https://licence.example/by>; rel=\"license\", "
              "<https://files.example/a%20b%3E,%3Cevil%3E;%0D%0A.pdf>; rel=\"item\", "
              "<https://cec.example/fr/x.json>; rel=\"describedby\"; type=\"application/json\", "
              "<https://cec.example/fr/x.jsonld>; rel=\"describedby\"; type=\"application/ld+json\", "
              "<https://cec.example/fr/x.linkset>; rel=\"linkset\"; type=\"application/linkset+json\"");
}

TEST(Linkset, document_leads_back_as_well) {
    std::string out;
    append_linkset(out, signposts(seen(library::Publication::type(), publication)));
    const auto linkset = boost::json::parse(out).at("linkset").as_array();
    ASSERT_EQ(linkset.size(), 4U);
    EXPECT_EQ(linkset[0].at("anchor"), "https://cec.example/fr/x");
    EXPECT_EQ(linkset[0].at("cite-as"), boost::json::parse(R"([{"href":"https://cec.example/en/x"}])"));
    EXPECT_EQ(linkset[0].at("type").as_array().size(), 2U);
    EXPECT_EQ(linkset[0].at("describedby").at(1).at("type"), "application/ld+json");
    EXPECT_EQ(linkset[1].at("anchor"), linkset[0].at("item").at(0).at("href"));
    EXPECT_EQ(linkset[1].at("collection").at(0).at("href"), "https://cec.example/fr/x");
    EXPECT_EQ(linkset[3].at("describes").at(0).at("href"), "https://cec.example/fr/x");
}

TEST(Linkset, the_author_is_who_wrote_it) {
    const auto decision = boost::json::parse(R"({"id":"d","title":{"en":"D","original":"en"},"body":"council"})");
    EXPECT_NE(link_header(signposts(seen(council::Decision::type(), decision)))
                  .find("<https://cec.example/en/body/council>; rel=\"author\""),
              std::string::npos);
    const auto submission = boost::json::parse(R"({"id":"S","title":{"en":"S","original":"en"}})");
    EXPECT_EQ(link_header(signposts(seen(registry::Submission::type(), submission))).find("rel=\"author\""), std::string::npos);
}

}  // namespace comity::exchange
