#include <algorithm>
#include <array>

#include "base/fault.hpp"
#include "collections/collection.hpp"
#include "web/site/route_rows.hpp"
#include "web/site/routes.hpp"

// The rows of the collections: what can be asked of each list follows from its facets.
namespace comity::site {

namespace {

using server::QueryParameter;

struct Paths {
    std::string_view type;
    Page list, one;
    std::array<std::string_view, 3> list_paths, paths;
    std::string_view list_summary, summary;
};

constexpr Paths paths[] = {
    {"strategic_plan",
     Page::strategic_plans,
     Page::strategic_plan,
     {"/en/strategic-plans", "/fr/plans-strategiques", "/es/planes-estrategicos"},
     {"/en/strategic-plans/{id}", "/fr/plans-strategiques/{id}", "/es/planes-estrategicos/{id}"},
     "The strategic plans with their priorities",
     "One strategic plan"},
    {"budget",
     Page::budgets,
     Page::budget,
     {"/en/budgets", "/fr/budgets", "/es/presupuestos"},
     {"/en/budgets/{id}", "/fr/budgets/{id}", "/es/presupuestos/{id}"},
     "The annual budgets: totals, contributions by Party, basis and rate",
     "One year's budget"},
    {"project",
     Page::projects,
     Page::project,
     {"/en/projects", "/fr/projets", "/es/proyectos"},
     {"/en/projects/{id}", "/fr/projets/{id}", "/es/proyectos/{id}"},
     "The cooperative projects",
     "One project"},
    {"grant",
     Page::grants,
     Page::grant,
     {"/en/grants", "/fr/subventions", "/es/subvenciones"},
     {"/en/grants/{id}", "/fr/subventions/{id}", "/es/subvenciones/{id}"},
     "The grants to communities",
     "One grant"},
    {"topic",
     Page::topics,
     Page::topic,
     {"/en/topics", "/fr/themes", "/es/temas"},
     {"/en/topics/{id}", "/fr/themes/{id}", "/es/temas/{id}"},
     "The topics by scheme",
     "One topic and what is about it"},
    {"publication",
     Page::publications,
     Page::publication,
     {"/en/publications", "/fr/publications", "/es/publicaciones"},
     {"/en/publications/{id}", "/fr/publications/{id}", "/es/publicaciones/{id}"},
     "The publications",
     "One publication"},
    {"instrument",
     Page::instruments,
     Page::instrument,
     {"/en/instruments", "/fr/instruments", "/es/instrumentos"},
     {"/en/instruments/{id}", "/fr/instruments/{id}", "/es/instrumentos/{id}"},
     "The compendium of international instruments",
     "One instrument with the status of each Party"},
    {"decision",
     Page::decisions,
     Page::decision,
     {"/en/decisions", "/fr/decisions", "/es/decisiones"},
     {"/en/decisions/{id}", "/fr/decisions/{id}", "/es/decisiones/{id}"},
     "The decisions: resolutions and advice",
     "One decision"},
    {"meeting",
     Page::meetings,
     Page::meeting,
     {"/en/meetings", "/fr/reunions", "/es/reuniones"},
     {"/en/meetings/{id}", "/fr/reunions/{id}", "/es/reuniones/{id}"},
     "The meetings and sessions",
     "One meeting"},
    {"news_item",
     Page::news,
     Page::news_item,
     {"/en/news", "/fr/nouvelles", "/es/noticias"},
     {"/en/news/{id}", "/fr/nouvelles/{id}", "/es/noticias/{id}"},
     "News, statements and consultations",
     "One piece of news"},
    {"impact_figure",
     Page::impact,
     Page::impact_figure,
     {"/en/impact", "/fr/retombees", "/es/impacto"},
     {"/en/impact/{id}", "/fr/retombees/{id}", "/es/impacto/{id}"},
     "Published figures of results, with their sources",
     "One figure and what is behind it"},
    {"body",
     Page::bodies,
     Page::body,
     {"/en/bodies", "/fr/organes", "/es/organos"},
     {"/en/bodies/{id}", "/fr/organes/{id}", "/es/organos/{id}"},
     "The bodies: organs, committees, groups and funds",
     "One body with its offices and members"},
    {"person",
     Page::people,
     Page::person,
     {"/en/people", "/fr/personnes", "/es/personas"},
     {"/en/people/{id}", "/fr/personnes/{id}", "/es/personas/{id}"},
     "The people who hold or held an office",
     "One person and the offices held"},
    {"office",
     Page::offices,
     Page::office,
     {"/en/offices", "/fr/bureaux", "/es/oficinas"},
     {"/en/offices/{id}", "/fr/bureaux/{id}", "/es/oficinas/{id}"},
     "The offices with their addresses",
     "One office"},
    {"governance_document",
     Page::governance_documents,
     Page::governance_document,
     {"/en/governance-documents", "/fr/documents-de-gouvernance", "/es/documentos-de-gobernanza"},
     {"/en/governance-documents/{id}", "/fr/documents-de-gouvernance/{id}", "/es/documentos-de-gobernanza/{id}"},
     "The rules under which the body works",
     "One governance document"},
};

const std::vector<Shown>& shown_table() {
    static const std::vector<Shown> table = [] {
        std::vector<Shown> made{{"submission", Page::submissions, Page::submission}};
        for (const Paths& row : paths) made.push_back({row.type, row.list, row.one});
        return made;
    }();
    return table;
}

std::vector<QueryParameter> parameters(const collections::Collection& collection) {
    std::vector<QueryParameter> query{{"q", "Full text in three languages", "water"}};
    for (const collections::Facet& facet : collection.facets)
        query.push_back({facet.name, "Only those with this value; several of them: any", "", true});
    if (collection.dated()) {
        query.push_back({"from", "In this year or later", "2005"});
        query.push_back({"to", "In this year or earlier", "2024"});
    }
    if (collection.placed()) query.push_back({"bbox", "Inside this box: west,south,east,north in degrees", "-141,14,-52,84"});
    query.push_back({"sort", "relevance, date, -date, title or -title", "title"});
    query.push_back({"after", "Cursor: where the page begins; follow \"next\"", ""});
    query.push_back({"limit", "Rows on the page, 1 to 1000", "20"});
    query.push_back({"fields", "JSON and CSV: only these fields, parted by commas", "id,provenance"});
    return query;
}

// Pages beside the lists, of the same records.
void add_rows_beside(std::vector<Row>& table) {
    std::vector<QueryParameter> query{
        {"year", "The year shown. Without it, this one or the last before it with a meeting", "2016"}};
    for (const collections::Facet& facet : collections::find("meeting")->facets)
        query.push_back({facet.name, "Only those with this value; several of them: any", "", true});
    const auto add = [&](Page page, std::vector<std::string_view> addresses, std::string_view summary,
                         std::vector<std::string_view> formats, std::vector<QueryParameter> parameters) {
        table.push_back({page,
                         {.method = server::Method::get,
                          .paths = std::move(addresses),
                          .handler = {},
                          .cost = server::Cost::ordinary,
                          .summary = summary,
                          .formats = std::move(formats),
                          .query = std::move(parameters)}});
    };
    add(Page::meetings_calendar, {"/en/meetings/calendar", "/fr/reunions/calendrier", "/es/reuniones/calendario"},
        "The meetings of a year, month by month", {"html"}, std::move(query));
    add(Page::consultations, {"/en/consultations", "/fr/consultations", "/es/consultas"},
        "Open and closed consultations and calls, and what came of them", {"html", "ics"}, {});
    add(Page::feeds, {"/en/feeds", "/fr/fils", "/es/canales"}, "Every feed and calendar that can be subscribed to", {"html"}, {});
}

}  // namespace

void add_collection_rows(std::vector<Row>& table) {
    add_rows_beside(table);
    for (const Paths& row : paths) {
        const collections::Collection* collection = collections::find(row.type);
        COMITY_ASSERT(collection != nullptr);
        std::vector<std::string_view> list_formats{"html", "json", "csv", "atom"},
            formats{"html", "json", "jsonld", "csl", "bib", "ris", "linkset"};
        if (collection->placed()) list_formats.push_back("geojson");
        if (collection->occasion) {
            list_formats.push_back("ics");
            if (collection->occasions.empty()) formats.push_back("ics");
        }
        table.push_back({row.list,
                         {.method = server::Method::get,
                          .paths = {row.list_paths.begin(), row.list_paths.end()},
                          .handler = {},
                          .cost = server::Cost::ordinary,
                          .summary = row.list_summary,
                          .formats = std::move(list_formats),
                          .query = parameters(*collection)}});
        table.push_back({row.one,
                         {.method = server::Method::get,
                          .paths = {row.paths.begin(), row.paths.end()},
                          .handler = {},
                          .cost = server::Cost::ordinary,
                          .summary = row.summary,
                          .formats = std::move(formats),
                          .query = {}}});
    }
}

const Shown* shown(std::string_view type) {
    const auto at = std::ranges::find(shown_table(), type, &Shown::type);
    return at == shown_table().end() ? nullptr : &*at;
}

const Shown* shown_at(Page page) {
    const auto at = std::ranges::find_if(shown_table(), [&](const Shown& s) { return s.list == page || s.one == page; });
    return at == shown_table().end() ? nullptr : &*at;
}

std::string in_address(std::string_view id) {
    std::string out(id);
    std::ranges::replace(out, '/', '~');
    return out;
}

std::string from_address(std::string_view segment) {
    std::string out(segment);
    std::ranges::replace(out, '~', '/');
    return out;
}

std::string record_address(const record::RecordType& type, std::string_view id, base::Language language,
                           std::string_view format) {
    std::string_view name = type.name;
    if (!type.part_of.empty()) {
        name = type.field(type.part_of)->refers;
        id = id.substr(0, id.find('/'));
    }
    const Shown* pages = shown(name);
    return pages ? address(pages->one, language, {{"id", in_address(id)}}, format) : std::string();
}

}  // namespace comity::site
