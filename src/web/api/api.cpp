#include "web/api/api.hpp"

#include <algorithm>

#include "web/api/answers.hpp"

namespace comity::api {

namespace {

struct Answered {
    site::Page page;
    std::string_view format;
    Answer answer;
};
constexpr Answered answers[] = {
    {site::Page::about, "json", landing_json},
    {site::Page::work, "json", landing_json},
    {site::Page::library, "json", landing_json},
    {site::Page::council, "json", landing_json},
    {site::Page::submissions, "json", submissions_json},
    {site::Page::submissions, "csv", submissions_csv},
    {site::Page::submissions, "geojson", submissions_geojson},
    {site::Page::submissions, "atom", submissions_atom},
    {site::Page::how_to_file, "json", how_to_file_json},
    {site::Page::submission, "json", submission_json},
    {site::Page::submission, "jsonld", submission_jsonld},
    {site::Page::submission, "ics", submission_ics},
    {site::Page::submission, "atom", submission_atom},
    {site::Page::events, "json", events_json},
    {site::Page::events, "csv", events_csv},
    {site::Page::clock, "json", clock_json},
    {site::Page::clock, "txt", clock_txt},
    {site::Page::clock, "md", clock_md},
    {site::Page::proof, "json", proof_json},
    {site::Page::processes, "json", processes_json},
    {site::Page::process, "json", process_json},
    {site::Page::process, "svg", process_svg},
    {site::Page::replay, "json", replay_json},
    {site::Page::replay, "csv", replay_csv},
    {site::Page::replay, "svg", replay_svg},
    {site::Page::calculator, "json", calculator_json},
    {site::Page::calculator, "ics", calculator_ics},
    {site::Page::translations, "json", translations_json},
    {site::Page::translations, "csv", translations_csv},
    {site::Page::performance, "json", performance_json},
    {site::Page::figure, "json", figure_json},
    {site::Page::figure, "csv", figure_csv},
    {site::Page::figure, "svg", figure_svg},
    {site::Page::vocabulary, "json", vocabulary_json},
    {site::Page::vocabulary, "csv", vocabulary_csv},
    {site::Page::vocabulary, "jsonld", vocabulary_jsonld},
    {site::Page::compare, "json", compare_json},
    {site::Page::compare, "txt", compare_txt},
    {site::Page::search, "json", search_json},
    {site::Page::fact_sheets, "json", fact_sheets_json},
    {site::Page::data, "sqlite", public_copy},
    {site::Page::dictionary, "csv", dictionary_csv},
    {site::Page::dictionary, "csvm", dictionary_csvm},
    {site::Page::catalog, "", catalog},
    {site::Page::consultations, "ics", consultations_ics},
    {site::Page::map, "json", map_json},
    {site::Page::map, "csv", map_csv},
    {site::Page::map, "geojson", map_geojson},
    {site::Page::ogc, "json", ogc_landing},
    {site::Page::ogc_conformance, "json", ogc_conformance},
    {site::Page::ogc_collections, "json", ogc_collections},
    {site::Page::ogc_collection, "json", ogc_collection},
    {site::Page::ogc_items, "geojson", ogc_items},
    {site::Page::ogc_items, "json", ogc_items},
    {site::Page::ogc_item, "geojson", ogc_item},
    {site::Page::ogc_item, "json", ogc_item},
    {site::Page::openapi, "", openapi},
    {site::Page::sitemap, "", sitemap},
    {site::Page::robots, "", robots},
};

}  // namespace

Answer answer(site::Page page, std::string_view format) {
    if (const site::Shown* shown = site::shown_at(page); shown && shown->list != site::Page::submissions)
        return page == shown->list ? collection_list(format) : collection_record(format);
    const auto* at = std::ranges::find_if(answers, [&](const Answered& a) { return a.page == page && a.format == format; });
    return at == std::end(answers) ? nullptr : at->answer;
}

}  // namespace comity::api
