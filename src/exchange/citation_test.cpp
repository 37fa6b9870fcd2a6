#include "exchange/citation.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include "body/council/meeting.hpp"
#include "body/library/publication.hpp"
#include "body/outreach/news_item.hpp"
#include "exchange/catalog.hpp"
#include "exchange/public_record_test.hpp"

namespace comity::exchange {

namespace {

base::Day day() { return std::chrono::year{2026} / 11 / 28; }

const record::Value stock = boost::json::parse(R"json({
    "id": "taking-stock/14", "title": {"en": "Taking Stock & {more} 100% of_it\nat C:\\x #1 $2 ~3 ^4", "original": "en"},
    "subtitle": {"en": "Volume 14", "fr": "Volume 14 (fr)", "original": "en"}, "date": "2014-05", "pages": 61,
    "languages": ["en", "fr"], "types": ["project-publication"], "series": "Taking Stock Series", "edition": 14,
    "isbns": [{"isbn": "978-2-89700-001-1", "languages": ["en"]}, {"isbn": "978-2-89700-002-8", "languages": ["fr"]}],
    "document_symbol": "C/01", "summary": {"en": "Releases.\r\nER  - ", "original": "en"}})json");

}  // namespace

TEST(Citation, csl_says_as_much_of_a_date_as_is_known) {
    std::string out;
    append_csl_json(out, cite(seen(library::Publication::type(), stock, "title", "date"), base::Language::fr, day()));
    const auto item = boost::json::parse(out).at(0);
    EXPECT_EQ(item.at("type"), "report");
    EXPECT_EQ(item.at("id"), "publication:taking-stock-14");
    EXPECT_EQ(item.at("language"), "en") << "there is no French title";
    EXPECT_TRUE(item.at("title").as_string().ends_with(": Volume 14")) << "a title is in one language";
    EXPECT_EQ(item.at("issued"), boost::json::parse(R"({"date-parts":[[2014,5]]})"));
    EXPECT_EQ(item.at("accessed"), boost::json::parse(R"({"date-parts":[[2026,11,28]]})"));
    EXPECT_EQ(item.at("genre"), "publication de projet");
    EXPECT_EQ(item.at("author"), boost::json::parse(R"([{"literal":"Commission de coopération"}])"));
    EXPECT_EQ(item.at("ISBN"), "978-2-89700-001-1");
    EXPECT_EQ(item.at("collection-number"), "14");
    EXPECT_EQ(item.at("number"), "C/01");
    EXPECT_EQ(item.at("URL"), "https://cec.example/fr/x");
}

TEST(Citation, bibtex_leaves_nothing_to_latex_that_is_text) {
    std::string out;
    append_bibtex(out, cite(seen(library::Publication::type(), stock, "title", "date"), base::Language::en, day()));
    EXPECT_TRUE(out.starts_with("@techreport{publication:taking-stock-14,\n")) << out;
    EXPECT_NE(out.find(R"(  title = {{Taking Stock \& \textbraceleft{}more\textbraceright{} 100\% of\_it at C:\textbackslash{}x )"
                       R"(\#1 \$2 \textasciitilde{}3 \textasciicircum{}4: Volume 14}},)"),
              std::string::npos)
        << out;
    EXPECT_NE(out.find("  date = {2014-05},\n  year = {2014},\n  month = may,\n"), std::string::npos) << out;
    EXPECT_NE(out.find("  institution = {{Commission}},\n"), std::string::npos) << out;
    EXPECT_EQ(std::ranges::count(out, '{'), std::ranges::count(out, '}'));
}

TEST(Citation, ris_has_no_line_that_a_text_made) {
    std::string out;
    append_ris(out, cite(seen(library::Publication::type(), stock, "title", "date"), base::Language::en, day()));
    EXPECT_TRUE(out.starts_with("TY  - RPRT\r\n"));
    EXPECT_NE(out.find("DA  - 2014/05//\r\n"), std::string::npos) << out;
    EXPECT_NE(out.find("AB  - Releases.  ER  - \r\n"), std::string::npos) << out;
    EXPECT_EQ(out.find("\nER"), out.rfind("\nER"));
    EXPECT_TRUE(out.ends_with("\r\nER  - \r\n"));
}

TEST(Citation, a_meeting_has_an_organizer_and_a_span_of_days) {
    const auto object = boost::json::parse(R"({"id":"council-30","kind":"regular-session","number":"30","start_date":"2023-06-28",
        "end_date":"2023-06-29","place":{"name":{"en":"Victoria","original":"en"},"country":"CAN"},
        "theme":{"en":"Adaptation","original":"en"},"chairs":[{"name":"S. Guilbeault"}]})");
    std::string out;
    append_csl_json(out, cite(seen(council::Meeting::type(), object, "theme", "start_date"), base::Language::en, day()));
    const auto item = boost::json::parse(out).at(0);
    EXPECT_EQ(item.at("type"), "event");
    EXPECT_EQ(item.at("event-date"), boost::json::parse(R"({"date-parts":[[2023,6,28],[2023,6,29]]})"));
    EXPECT_EQ(item.at("event-place"), "Victoria");
    EXPECT_EQ(item.at("chair"), boost::json::parse(R"([{"literal":"S. Guilbeault"}])"));
}

TEST(Citation, nobody_is_made_the_author_of_another_s_news) {
    const auto object = boost::json::parse(R"({"id":"n","title":{"es":"Agua","original":"es"},"kind":"third-party-news"})");
    const Citation citation = cite(seen(outreach::NewsItem::type(), object, "title", "date"), base::Language::en, day());
    EXPECT_EQ(citation.author, "");
    EXPECT_EQ(citation.publisher, "");
    EXPECT_EQ(citation.language, base::Language::es);
    EXPECT_FALSE(citation.issued);
}

TEST(Citation, there_is_one_of_a_record_of_each_type) {
    const auto object = boost::json::parse(R"({"id":"a","title":{"en":"T","original":"en"}})");
    for (const record::RecordType* type : catalog()) {
        const Citation citation = cite(seen(*type, object, "title", "date"), base::Language::en, day());
        EXPECT_EQ(citation.id, std::string(type->name) + ":a");
        EXPECT_FALSE(citation.as.csl.empty());
    }
}

}  // namespace comity::exchange
