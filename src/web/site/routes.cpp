#include "web/site/routes.hpp"

#include <algorithm>

#include "base/fault.hpp"
#include "web/server/target.hpp"
#include "web/site/route_rows.hpp"

namespace comity::site {

namespace {

using server::Cost;
using server::Method;
using server::QueryParameter;

const QueryParameter on{"on", "The docket as of this day: YYYY-MM-DD. Without it, today.", "2021-06-20"};

const QueryParameter known{"known", "As it was on the record at the end of this day: YYYY-MM-DD. Without it, as it is now.",
                           "2026-11-22"};

std::vector<QueryParameter> list_parameters() {
    return {{"q", "Full text over titles, summaries, matters, laws and filers, in three languages", "turtle"},
            {"party", "Party concerned, ISO 3166-1 alpha-3", "MEX", true},
            {"agreement", "Agreement under which it was filed", "usmca", true},
            {"status", "open or closed", "open", true},
            {"outcome", "How it ended", "factual-record-published", true},
            {"stage", "The stage that it is in", "council-vote", true},
            {"matter", "What it is about", "mining", true},
            {"id", "Only these submissions: their numbers, parted by commas", "SEM-15-002,SEM-16-001"},
            {"overdue", "yes: a binding time limit has passed and is not met", "yes"},
            {"from", "Filed in this year or later", "2013"},
            {"to", "Filed in this year or earlier", "2020"},
            {"sort", "relevance, filed, -filed, title, status, duration or -duration", "-filed"},
            {"after", "Cursor: the id after which the page begins", "SEM-15-002"},
            {"limit", "Rows on the page, 1 to 1000", "20"},
            on,
            known};
}

std::vector<QueryParameter> calculator_parameters() {
    return {
        {"mechanism", "The mechanism, by its id. Without it, that of the newest submission", "usmca"},
        {"step", "A step of it, where its time limits depend on what opens it with the event: step.event. Without it, the first",
         "response"},
        {"date", "The day on which the step opens: YYYY-MM-DD. Without it, today", "2021-04-27"},
        {"filed", "The day on which the case was filed, which decides which treaty rules govern", "2021-02-08"},
        {"party", "The Party concerned, ISO 3166-1 alpha-3", "CAN"},
        {"extended", "A step for which a longer time was notified", "response", true},
        {.name = "ends",
         .summary =
             "By the name of a step, the day on which it really ended: response=2021-06-28. A step without one is taken to "
             "end on its due day",
         .any_name = true}};
}

std::vector<QueryParameter> replay_parameters() {
    return {{"under", "The other rules: an agreement and a version of its rules, or a day. Without it, its newest", "NAAEC@2012"},
            {"agreement", "Only cases filed under this agreement. Without it, that of the page", "naaec", true},
            {"party", "Only cases that concern this Party, ISO 3166-1 alpha-3", "MEX", true},
            {"from", "Only cases filed in this year or later", "2000"},
            {"to", "Only cases filed in this year or earlier", "2012"},
            on};
}

server::Route get(std::vector<std::string_view> paths, std::string_view summary, std::vector<std::string_view> formats,
                  Cost cost = Cost::ordinary, std::vector<QueryParameter> query = {}) {
    return {.method = Method::get,
            .paths = std::move(paths),
            .handler = {},
            .cost = cost,
            .summary = summary,
            .formats = std::move(formats),
            .query = std::move(query)};
}

// What finds and describes everything.
void add_data_rows(std::vector<Row>& table) {
    const auto add = [&](Page page, server::Route route) { table.push_back({page, std::move(route)}); };
    add(Page::search,
        get({"/en/search", "/fr/recherche", "/es/buscar"}, "One search over everything", {"html", "json"}, Cost::ordinary,
            {{"q", "What to look for, in any of the three languages", "oceans"},
             {"type", "Only records of this type", "publication"},
             {"after", "Cursor: where the page begins; follow \"next\"", ""},
             {"limit", "Results on the page, 1 to 100", "20"},
             {"unfinished", "yes: the last word is still being typed", "yes"}}));
    add(Page::style, get({"/en/style-guide", "/fr/guide-de-style", "/es/guia-de-estilo"},
                         "The style guide: colours with their contrast, and each component once", {"html"}));
    add(Page::interface, get({"/en/api", "/fr/api", "/es/api"},
                             "The interface: every address with its formats, parameters and examples that work", {"html"}));
    add(Page::data, get({"/en/data", "/fr/donnees", "/es/datos"},
                        "Open data: every list in every format, feeds, dictionaries, the interface; all of it as one SQLite file",
                        {"html", "sqlite"}, Cost::ordinary));
    add(Page::dictionary, get({"/en/data/{type}", "/fr/donnees/{type}", "/es/datos/{type}"},
                              "The data dictionary of a record type: fields, codes, labels in three languages; for its CSV, CSV "
                              "on the Web metadata",
                              {"csv", "csvm"}));
    add(Page::catalog, get({"/catalog.jsonld"}, "What can be downloaded and asked, as a DCAT 3 catalog", {}, Cost::ordinary));
}

// The landing pages of the sections; those of the docket and of the impact are their lists.
void add_section_rows(std::vector<Row>& table) {
    const auto add = [&](Page page, server::Route route) { table.push_back({page, std::move(route)}); };
    add(Page::about, get({"/en/about", "/fr/a-propos", "/es/acerca"},
                         "The body: its bodies, people in office, offices, rules and news", {"html", "json"}));
    add(Page::work, get({"/en/work", "/fr/travaux", "/es/trabajo"},
                        "What the body does: plan, program, budget, projects, grants, topics", {"html", "json"}));
    add(Page::library, get({"/en/library", "/fr/bibliotheque", "/es/biblioteca"},
                           "Newest publications, and publications and instruments by their kinds", {"html", "json"}));
    add(Page::council,
        get({"/en/council", "/fr/conseil", "/es/consejo"}, "Next and last meetings, newest decisions", {"html", "json"}));
}

// What the record as a whole says of itself and of the docket.
void add_record_rows(std::vector<Row>& table) {
    const auto add = [&](Page page, server::Route route) { table.push_back({page, std::move(route)}); };
    add(Page::record,
        get({"/en/record", "/fr/registre", "/es/registro"}, "How the record is kept and how to check it", {"html"}));
    add(Page::translations, get({"/en/translations", "/fr/traductions", "/es/traducciones"},
                                "In which languages the texts of the record stand, and which are older than their original",
                                {"html", "json", "csv"}, Cost::heavy));
    add(Page::performance, get({"/en/performance", "/fr/rendement", "/es/desempeno"},
                               "How submissions have fared: numbers, times, limits and outcomes, with their cases",
                               {"html", "json"}, Cost::ordinary, {on}));
    add(Page::figure, get({"/en/performance/{figure}", "/fr/rendement/{figure}", "/es/desempeno/{figure}"},
                          "One figure of the retrospective, with its cases and those left out", {"html", "json", "csv", "svg"},
                          Cost::ordinary, {on}));
}

std::vector<Row> make_rows() {
    std::vector<Row> table;
    const auto add = [&](Page page, server::Route route) { table.push_back({page, std::move(route)}); };
    add(Page::root, get({"/"}, "The home page in the reader's language", {}, Cost::cheap));
    add(Page::home, get({"/en", "/fr", "/es"}, "Home", {"html"}));
    add_section_rows(table);
    add(Page::submissions,
        get({"/en/submissions", "/fr/communications", "/es/peticiones"}, "The registry of submissions on enforcement matters",
            {"html", "json", "csv", "geojson", "atom"}, Cost::ordinary, list_parameters()));
    add(Page::how_to_file,
        get({"/en/submissions/how-to-file", "/fr/communications/comment-deposer", "/es/peticiones/como-presentar"},
            "How to file, by the rules of today", {"html", "json"}));
    add(Page::submission, get({"/en/submissions/{id}", "/fr/communications/{id}", "/es/peticiones/{id}"},
                              "One submission: its facts, timeline, clocks and their proofs",
                              {"html", "json", "jsonld", "ics", "atom"}, Cost::ordinary, {on, known}));
    add(Page::events, get({"/en/submissions/{id}/events", "/fr/communications/{id}/evenements", "/es/peticiones/{id}/eventos"},
                          "The raw event log of a submission, as it was recorded", {"json", "csv"}));
    add(Page::clock,
        get({"/en/submissions/{id}/clocks/{step}", "/fr/communications/{id}/delais/{step}", "/es/peticiones/{id}/plazos/{step}"},
            "The proof of a due date in words: \"response\" is every clock of that step, \"response-2\" the second",
            {"html", "json", "txt", "md"}, Cost::ordinary, {on, known}));
    add(Page::proof, get({"/en/submissions/{id}/clocks/{clock}/proof", "/fr/communications/{id}/delais/{clock}/preuve",
                          "/es/peticiones/{id}/plazos/{clock}/prueba"},
                         "The proof of one clock (\"response\", \"review-2\") with all it stands on, for comity proof check",
                         {"json"}, Cost::ordinary, {on, known}));
    add(Page::processes, get({"/en/process", "/fr/processus", "/es/proceso"}, "How submissions are handled under each agreement",
                             {"html", "json"}));
    add(Page::process,
        get({"/en/process/{id}", "/fr/processus/{id}", "/es/proceso/{id}"},
            "One mechanism: its steps, clocks, criteria and votes, with their provisions", {"html", "json", "svg"}));
    add(Page::replay, get({"/en/process/{id}/replay", "/fr/processus/{id}/autres-regles", "/es/proceso/{id}/otras-reglas"},
                          "Cases as they were, beside what other rules would have made of them", {"html", "json", "csv", "svg"},
                          Cost::ordinary, replay_parameters()));
    add(Page::calculator, get({"/en/calculator", "/fr/calculateur", "/es/calculadora"},
                              "The time limits that follow from a step of a mechanism, each with its proof",
                              {"html", "json", "ics"}, Cost::ordinary, calculator_parameters()));
    add(Page::vocabulary, get({"/en/vocabulary", "/fr/vocabulaire", "/es/vocabulario"},
                              "The stages, outcomes and actors that all mechanisms share, and what each calls them",
                              {"html", "json", "jsonld", "csv"}));
    add(Page::compare,
        get({"/en/process/{id}/compare", "/fr/processus/{id}/comparer", "/es/proceso/{id}/comparar"},
            "What changed from one version of the rules to another, step by step", {"html", "json", "txt"}, Cost::ordinary,
            {{"from", "A version of the rules by its mechanism and its id, year or day; without it, the last but one",
              "NAAEC@1999"},
             {"to", "The one that it is compared with; without it, the newest", "NAAEC@2012-07-11"}}));
    add_record_rows(table);
    add_data_rows(table);
    add(Page::fact_sheets,
        get({"/en/instruments/{id}/editions", "/fr/instruments/{id}/editions", "/es/instrumentos/{id}/ediciones"},
            "Two editions of an instrument's fact sheet, field by field and word by word", {"html", "json"}, Cost::ordinary,
            {{"with", "The other edition by its name; without it, the first that the record knows", ""}}));
    add_collection_rows(table);
    add_map_rows(table);
    add(Page::asset, get({"/assets/{name}"}, "Style sheet and icon", {}, Cost::cheap));
    add(Page::font, get({"/assets/fonts/{name}"}, "Fonts", {}, Cost::cheap));
    add(Page::openapi, get({"/openapi.json"}, "This interface, described in OpenAPI 3.1", {}, Cost::cheap));
    add(Page::sitemap, get({"/sitemap.xml"}, "Every page, in each language; an index of parts where they are many", {},
                           Cost::ordinary, {{"part", "One part, counted from 1", "1"}}));
    add(Page::robots, get({"/robots.txt"}, "What robots may read: everything", {}, Cost::cheap));
    return table;
}

}  // namespace

const std::vector<Row>& rows() {
    static const std::vector<Row> table = make_rows();
    return table;
}

const server::Route& route(Page page) {
    const auto at = std::ranges::find(rows(), page, &Row::page);
    COMITY_ASSERT(at != rows().end());
    return at->route;
}

std::string address(Page page, base::Language language, const server::Parameters& captured, std::string_view format,
                    const server::Parameters& query) {
    const server::Route& row = route(page);
    auto path = server::address(row, language, captured, !row.formats.empty() && format == row.formats.front() ? "" : format);
    COMITY_ASSERT(path);
    if (!query.empty()) *path += "?" + server::encode_query(query);
    return *std::move(path);
}

}  // namespace comity::site
