#include "web/site/moved.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "web/server/negotiate.hpp"
#include "web/server/router.hpp"
#include "web/server/target.hpp"
#include "web/site/sections.hpp"

namespace comity::site {

namespace {

std::vector<server::Route> routes_of(const exchange::Profile& profile) {
    std::vector<server::Route> routes;
    for (Row& row : rows_of(profile)) {
        routes.push_back(std::move(row.route));
        routes.back().handler = [](const server::Request&, const server::Match&) { return server::Response{}; };
    }
    return routes;
}

std::optional<server::Match> page_of(const server::Router& router, const std::string& address) {
    const auto target = server::parse_target(address);
    if (!target) return std::nullopt;
    const auto match = router.match({.target = address, .path = target->path});
    if (!match || match->route->formats.empty()) return std::nullopt;
    return *match;
}

std::string decoded(const std::string& path) {
    const auto target = server::parse_target(path);
    return target ? target->path : path;
}

// ".json" of a path, where that is a format of ours.
std::string_view suffix_of(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos || dot < path.rfind('/') || !server::media_type(path.substr(dot + 1))) return {};
    return path.substr(dot);
}

}  // namespace

std::expected<MovedPages, base::Faults> MovedPages::of(const exchange::Profile& profile) {
    MovedPages pages;
    pages.routes_ = routes_of(profile);
    const server::Router router(pages.routes_);
    base::Faults faults;
    for (const exchange::Moved& moved : profile.moved) {
        const std::string file = fmt::format("{}:{}", profile.file, moved.line);
        const auto to = page_of(router, moved.to);
        if (!to || !suffix_of(moved.to).empty()) {
            faults.push_back({file, "moved", "to", fmt::format("\"{}\" is no page of the site", moved.to),
                              "write the address of a page, without a format's suffix"});
            continue;
        }
        const auto from = page_of(router, moved.from);
        if (from && !suffix_of(moved.from).empty()) {
            faults.push_back({file, "moved", "from", fmt::format("\"{}\" is a page in one of its formats", moved.from),
                              "leave the suffix out: the entry holds for all formats"});
            continue;
        }
        pages.by_path_.insert_or_assign(decoded(moved.from), Destination{to->route, to->language, to->captured});
        if (!from) continue;
        for (const base::Language language : profile.languages)
            if (const auto path = server::address(*from->route, language, from->captured))
                pages.by_path_.try_emplace(decoded(*path), Destination{to->route, language, to->captured});
    }
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return pages;
}

std::optional<std::string> MovedPages::find(const server::Request& request) const {
    std::string_view path = request.path;
    auto at = by_path_.find(path);
    const std::string_view suffix = suffix_of(path);
    if (at == by_path_.end() && !suffix.empty()) at = by_path_.find(path.substr(0, path.size() - suffix.size()));
    if (at == by_path_.end()) return std::nullopt;
    const Destination& there = at->second;
    const bool kept = !suffix.empty() && std::ranges::find(there.route->formats, suffix.substr(1)) != there.route->formats.end();
    auto address = server::address(*there.route, there.language, there.captured, kept ? suffix.substr(1) : "");
    if (!address) return std::nullopt;
    const std::size_t query = request.target.find('?');
    if (query != std::string::npos) *address += request.target.substr(query);
    return address;
}

}  // namespace comity::site
