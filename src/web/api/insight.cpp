#include <fmt/format.h>

#include "exchange/csv.hpp"
#include "insight/plots.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"
#include "web/site/naming.hpp"

// The retrospective's figures: as tables for programs, and as drawings.
namespace comity::api {

namespace {

insight::Figure figure_asked(const server::Match& match) {
    const auto figure = insight::figure_from(match["figure"]);
    if (!figure)
        throw server::HttpError{404, "no_figure", fmt::format("there is no figure \"{}\"", match["figure"].substr(0, 60))};
    return *figure;
}

std::shared_ptr<const insight::Retrospective> asked(const site::Site& site, const server::Request& request,
                                                    const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    return site.retrospective(site::day_of(site, request));
}

server::Parameters query_of(const server::Request& request) {
    if (!site::names_a_day(request)) return {};
    return {{"on", std::string(*server::find(request.query, "on"))}};
}

void write_figure(base::JsonWriter& json, const insight::Retrospective& found, insight::Figure figure, base::Language language) {
    const std::string key = "performance.title." + std::string(insight::code(figure));
    json.member("figure", insight::code(figure)).member("title", base::Words(language)(key.c_str()));
    insight::write_members(json, insight::table(found, figure));
}

}  // namespace

server::Response performance_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    const auto kept = asked(site, request, match);
    const insight::Retrospective& found = *kept;
    std::string out;
    base::JsonWriter json(out);
    json.begin_object().member("on", base::to_string(found.on)).member("cases", found.cases.size());
    json.key("figures").begin_array();
    for (const insight::Figure figure : insight::figures) {
        json.begin_object();
        write_figure(json, found, figure, match.language);
        write_links(json, site,
                    {site::Page::figure, match.language, {{"figure", std::string(insight::code(figure))}}, query_of(request)});
        json.end_object();
    }
    json.end_array();
    write_links(json, site, {site::Page::performance, match.language, {}, query_of(request)});
    json.end_object();
    return answered("json", std::move(out));
}

server::Response figure_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    const insight::Figure figure = figure_asked(match);
    const auto kept = asked(site, request, match);
    const insight::Retrospective& found = *kept;
    std::string out;
    base::JsonWriter json(out);
    json.begin_object().member("on", base::to_string(found.on)).member("cases", found.cases.size());
    write_figure(json, found, figure, match.language);
    write_links(json, site, {site::Page::figure, match.language, match.captured, query_of(request)});
    json.end_object();
    return answered("json", std::move(out));
}

server::Response figure_csv(const site::Site& site, const server::Request& request, const server::Match& match) {
    const insight::Figure figure = figure_asked(match);
    const auto found = asked(site, request, match);
    const insight::Table table = insight::table(*found, figure);
    std::string out;
    std::vector<std::string> cells(table.columns.begin(), table.columns.end());
    exchange::append_csv_row(out, cells);
    for (const auto& row : table.rows) {
        cells.clear();
        for (const insight::Cell& cell : row) cells.push_back(insight::text(cell));
        exchange::append_csv_row(out, cells);
    }
    return answered("csv", std::move(out));
}

server::Response figure_svg(const site::Site& site, const server::Request& request, const server::Match& match) {
    const insight::Figure figure = figure_asked(match);
    const insight::Naming naming{match.language, [&](std::string_view list, std::string_view code) {
                                     return site::name_of(site, list, code, match.language);
                                 }};
    return answered("svg", insight::draw(*asked(site, request, match), figure, naming, insight::Shape::broad, true));
}

}  // namespace comity::api
