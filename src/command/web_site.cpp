#include "command/web_site.hpp"

#include "web/api/api.hpp"
#include "web/pages/pages.hpp"
#include "web/server/negotiate.hpp"

namespace comity::command {

namespace {

server::Handler handler(const site::Site& site, site::Page page) {
    return [&site, page](const server::Request& request, const server::Match& match) {
        if (!match.route->formats.empty()) site::refuse_unknown_parameters(request, *match.route);
        if (const api::Answer answer = api::answer(page, match.format)) return answer(site, request, match);
        return pages::answer(page, site, request, match);
    };
}

}  // namespace

server::Site web_site(const site::Site& site, const site::MovedPages& moved) {
    server::Site web;
    for (const site::Row& row : site.rows()) {
        server::Route route = row.route;
        route.handler = handler(site, row.page);
        web.routes.push_back(std::move(route));
    }
    web.error_page = [&site](const server::Request& request, const server::HttpError& error) {
        if (api::wants_problem(request)) return api::problem(request, error);
        const auto language = server::reader_language(request.path, request.header("accept-language"));
        return pages::error_page(site, request, error, site.spoken(language));
    };
    web.moved = [&moved](const server::Request& request) { return moved.find(request); };
    web.stamp = [&site] {
        return server::Stamp{site.today().time_since_epoch().count(), static_cast<std::uint64_t>(site.store().head())};
    };
    return web;
}

}  // namespace comity::command
