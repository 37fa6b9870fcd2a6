#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "body/outreach/impact_figure.hpp"
#include "exchange/atom.hpp"
#include "exchange/csv.hpp"
#include "exchange/geojson.hpp"
#include "exchange/icalendar.hpp"
#include "exchange/json_ld.hpp"
#include "exchange/record_csv.hpp"
#include "exchange/xml.hpp"

// What the writers give is compared byte by byte with tests/exchange/golden, which other people's readers check (read_golden.py).
namespace comity::exchange {

namespace {

std::string golden(const std::string& name) {
    std::ifstream file(std::string(GOLDEN_FOLDER) + name, std::ios::binary);
    EXPECT_TRUE(file.is_open()) << name;
    return {std::istreambuf_iterator<char>(file), {}};
}

base::Day day(std::string_view text) { return base::parse_day(text).value(); }

base::Text text(std::string en, std::string fr = "", std::string es = "") {
    base::Text made;
    made.in = {std::move(en), std::move(fr), std::move(es)};
    return made;
}

}  // namespace

TEST(Csv, quotes_what_needs_it_and_disarms_formulas_but_no_number) {
    std::string out;
    append_csv_row(out, {"id", "title", "latitude", "note"});
    append_csv_row(out, {"SEM-21-001", "Fairview, \"Terminal\"", "-81.25", "=HYPERLINK(\"http://example.org\")"});
    append_csv_row(out, {"SEM-95-001", "Pêche\r\nà deux lignes", "+1.5", "+1 514 350-4300"});
    append_csv_row(out, {"SEM-95-002", "", "-", "@home"});
    append_csv_row(out, {"SEM-96-001", "\ttab", "-1.", "it's - plain"});
    EXPECT_EQ(out, golden("table.csv"));
}

TEST(RecordCsv, a_number_is_written_as_people_write_it) {
    std::string out;
    append_csv_value(
        out, outreach::ImpactFigure::type(),
        boost::json::parse(R"({"id":"a","metric":{"en":"Less mercury","original":"en"},"value":-36.0,"unit":"percent"})"));
    EXPECT_EQ(out.substr(0, out.find("percent")), "a,Less mercury,,,-36,");
}

TEST(Xml, escapes_what_means_something_and_replaces_what_it_can_not_hold) {
    std::string out;
    append_xml_text(out, "<a b=\"c\">&\n\x01 é \xF0\x9F\x90\x8B \xC3 \xED\xA0\x80 \xC0\xAF");
    EXPECT_EQ(out, "&lt;a b=&quot;c&quot;&gt;&amp;&#10;\uFFFD é 🐋 \uFFFD \uFFFD\uFFFD\uFFFD \uFFFD\uFFFD");
    std::string cut;
    append_xml_text(cut, "\xF0\x9F");
    EXPECT_EQ(cut, "\uFFFD\uFFFD");
}

TEST(Atom, writes_a_feed_with_its_other_languages) {
    const AtomFeed feed{
        .id = "tag:cec.example,1994:submissions",
        .title = "Communications & <suivi>",
        .subtitle = "Les plus récentes",
        .language = base::Language::fr,
        .author = "Secrétariat",
        .author_address = "https://cec.example/",
        .updated = day("2021-06-28") + std::chrono::hours{14} + std::chrono::milliseconds{7},
        .links = {{"self", "https://cec.example/fr/communications.atom?partie=MEX&tri=date", "application/atom+xml", "fr"},
                  {"alternate", "https://cec.example/en/submissions", "text/html", "en"}},
        .entries = {{.id = "tag:cec.example,1994:SEM-21-001",
                     .title = "Terminal de Fairview",
                     .summary = "Une réponse est attendue.\nLigne 2",
                     .language = base::Language::fr,
                     .updated = day("2021-06-28"),
                     .published = day("2021-02-08"),
                     .links = {{"alternate", "https://cec.example/fr/communications/SEM-21-001", "text/html", "fr"}},
                     .categories = {{"MEX", "Mexique"}, {"usmca", ""}}},
                    {.id = "tag:cec.example,1994:SEM-20-001",
                     .title = "Loggerhead Turtle",
                     .language = base::Language::en,
                     .updated = day("2020-12-17"),
                     .links = {{"alternate", "https://cec.example/fr/communications/SEM-20-001", "text/html", "fr"}}}},
    };
    std::string out;
    append_atom(out, feed);
    EXPECT_EQ(out, golden("feed.atom"));
}

TEST(ICalendar, folds_lines_between_characters_and_escapes_texts) {
    const EventCalendar calendar{
        .name = "SEM-21-001; échéances, délais",
        .description = "",
        .address = "https://cec.example/fr/communications/SEM-21-001",
        .source = "https://cec.example/fr/communications/SEM-21-001.ics",
        .language = base::Language::fr,
        .stamp = day("2021-06-20") + std::chrono::hours{9} + std::chrono::minutes{5} + std::chrono::seconds{3},
        .events = {{.uid = "SEM-21-001/response@cec.example",
                    .day = day("2021-12-31"),
                    .summary =
                        "Réponse de la Partie ; délai de soixante jours ouvrables, compté à partir de la réception éééééééééé",
                    .description = "Ouvert le 31 mars 2021\nAEUMC 24.27(4) \\ « 60 jours »\r\nfin",
                    .address = "https://cec.example/fr/communications/SEM-21-001#response",
                    .status = EventStatus::tentative,
                    .categories = {"Échéance", "AEUMC"},
                    .last_modified = day("2021-06-19")},
                   {.uid = "SEM-21-001/admissibility@cec.example",
                    .day = day("2021-03-10"),
                    .summary = "Recevabilité",
                    .status = EventStatus::confirmed}},
    };
    std::string out;
    append_icalendar(out, calendar);
    EXPECT_EQ(out, golden("calendar.ics"));
    for (std::size_t at = 0, end = 0; (end = out.find("\r\n", at)) != std::string::npos; at = end + 2)
        EXPECT_LE(end - at, 75u) << out.substr(at, end - at);
}

TEST(ICalendar, tells_of_a_meeting_of_several_days_that_was_moved) {
    const EventCalendar calendar{
        .name = "Meetings",
        .address = "https://cec.example/en/meetings",
        .source = "https://cec.example/en/meetings.ics",
        .stamp = day("2024-03-01") + std::chrono::hours{9},
        .events = {{.uid = "meeting/council-31@cec.example",
                    .day = day("2024-06-24"),
                    .summary = "Council session; public",
                    .address = "https://cec.example/en/meetings/council-31",
                    .last_day = day("2024-06-26"),
                    .place = "Wilmington, North Carolina",
                    .point = Point{34.2257, -77.9447},
                    .sequence = 2},
                   {.uid = "meeting/council-18@cec.example",
                    .day = day("2011-06-22"),
                    .summary = "Council session",
                    .status = EventStatus::cancelled}},
    };
    std::string out;
    append_icalendar(out, calendar);
    EXPECT_EQ(out, golden("meetings.ics"));
}

TEST(GeoJson, keeps_a_feature_whose_place_is_not_known) {
    std::string out;
    append_geojson(out, {{"SEM-21-001", Point{49.02, -123.08}, R"({"title":"Fairview"})"}, {"SEM-95-001", std::nullopt, "{}"}});
    EXPECT_EQ(out, golden("places.geojson"));
}

TEST(JsonLd, writes_a_submission_in_the_words_of_schema_org) {
    const LdSubmission submission{
        .address = "https://cec.example/en/submissions/SEM-21-001",
        .id = "SEM-21-001",
        .title = text("Fairview Terminal", "Terminal de Fairview"),
        .summary = text("Says that \"noise\" is not kept down."),
        .filed = base::parse_date("2021-02-08").value(),
        .status = text("Ended", "Terminée", "Terminada"),
        .filers = {{"Residents", true}, {"A. Person", false}},
        .parties = {{text("Canada"), "CAN"}},
        .laws = {text("Environmental Protection Act")},
        .matters = {text("Noise", "Bruit")},
        .place = LdPlace{text("Prince Rupert"), "CAN", Point{54.29, -130.35}},
        .parts = {{text("Response"), "https://cec.example/r.pdf", {"en", "fr"}, base::parse_date("2021-06").value()}},
        .sources = {"https://cec.example/registry"},
        .publisher = "Secretariat",
        .publisher_address = "https://cec.example/",
    };
    std::string out;
    append_json_ld(out, submission);
    EXPECT_EQ(out, golden("submission.jsonld"));
}

}  // namespace comity::exchange
