#include "web/server/router.hpp"

#include <algorithm>

#include "base/fault.hpp"
#include "web/server/negotiate.hpp"
#include "web/server/target.hpp"

namespace comity::server {

namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> out;
    path.remove_prefix(1);
    while (true) {
        const std::size_t end = path.find('/');
        out.push_back(path.substr(0, end));
        if (end == std::string_view::npos) return out;
        path.remove_prefix(end + 1);
    }
}

bool is_capture(std::string_view segment) { return segment.size() > 2 && segment.front() == '{' && segment.back() == '}'; }

std::optional<base::Language> language_of(std::string_view path) { return base::language_from(segments_of(path).front()); }

// ".json" of "submissions.json", where that is a format that addresses know.
std::string_view suffix_of(std::string_view segment) {
    const std::size_t dot = segment.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || !media_type(segment.substr(dot + 1))) return {};
    return segment.substr(dot);
}

Parameters capture(std::string_view pattern, const std::vector<std::string_view>& segments) {
    Parameters out;
    const auto names = segments_of(pattern);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (is_capture(names[i])) out.push_back({std::string(names[i].substr(1, names[i].size() - 2)), std::string(segments[i])});
    return out;
}

HttpError not_found() { return {404, "not_found", "There is nothing at this address."}; }

// The same address without the slash at its end, which people and programs add.
HttpError moved(const Request& request) {
    const std::size_t end = std::min(request.target.find('?'), request.target.size());
    std::string there = request.target.substr(0, end - 1) + request.target.substr(end);
    return {308, "moved", "The address is " + there + ".", {{"Location", there}}, {there}};
}

}  // namespace

std::optional<std::string> address(const Route& route, base::Language language, const Parameters& captured,
                                   std::string_view format) {
    const auto in_language =
        std::ranges::find_if(route.paths, [&](std::string_view path) { return language_of(path) == language; });
    const auto without = std::ranges::find_if(route.paths, [](std::string_view path) { return !language_of(path); });
    const auto chosen = in_language != route.paths.end() ? in_language : without;
    if (chosen == route.paths.end()) return std::nullopt;
    std::string out;
    for (const std::string_view segment : segments_of(*chosen)) {
        out += '/';
        if (!is_capture(segment)) {
            out += segment;
            continue;
        }
        const auto value = find(captured, segment.substr(1, segment.size() - 2));
        COMITY_ASSERT(value && !value->empty());
        out += encode_segment(*value);
    }
    if (!format.empty()) (out += '.') += format;
    return out;
}

Router::Router(const std::vector<Route>& routes) : nodes_(1) {
    for (const Route& route : routes) {
        COMITY_ASSERT(route.handler && !route.paths.empty() && !route.capability.empty());
        for (const std::string_view format : route.formats) COMITY_ASSERT(media_type(format));
        for (const std::string_view pattern : route.paths) add(route, pattern);
    }
}

void Router::add(const Route& route, std::string_view pattern) {
    COMITY_ASSERT(pattern.starts_with('/'));
    std::size_t node = 0;
    for (const std::string_view segment : segments_of(pattern)) {
        COMITY_ASSERT(is_capture(segment) || segment.find_first_of("{}") == std::string_view::npos);
        const auto known = nodes_[node].literal.find(segment);
        std::size_t next = is_capture(segment) ? nodes_[node].capture : known == nodes_[node].literal.end() ? 0 : known->second;
        if (next == 0) {
            next = nodes_.size();
            if (is_capture(segment))
                nodes_[node].capture = next;
            else
                nodes_[node].literal.emplace(segment, next);
            nodes_.emplace_back();
        }
        node = next;
    }
    for (const auto& [other, its_pattern] : nodes_[node].routes) COMITY_ASSERT(other->method != route.method);
    nodes_[node].routes.emplace_back(&route, pattern);
}

const Router::Node* Router::find(const Segments& segments, std::size_t i, std::size_t node) const {
    const Node& here = nodes_[node];
    if (i == segments.size()) return here.routes.empty() ? nullptr : &here;
    if (const auto literal = here.literal.find(segments[i]); literal != here.literal.end())
        if (const Node* found = find(segments, i + 1, literal->second)) return found;
    return here.capture != 0 && !segments[i].empty() ? find(segments, i + 1, here.capture) : nullptr;
}

std::expected<Match, HttpError> Router::match(const Request& request) const {
    Segments segments = segments_of(request.path);
    if (segments.size() > 1 && segments.back().empty() && request.target.substr(0, request.target.find('?')).ends_with('/')) {
        segments.pop_back();
        return std::unexpected(find(segments, 0, 0) ? moved(request) : not_found());
    }
    const std::string_view suffix = suffix_of(segments.back());
    // An address that exists as it stands ("/robots.txt", "/assets/{file}") keeps its suffix.
    const Node* whole = find(segments, 0, 0);
    const auto has_formats = [](const Node& node) {
        return std::ranges::any_of(node.routes, [](auto& r) { return !r.first->formats.empty(); });
    };
    if (suffix.empty() || (whole && !has_formats(*whole))) {
        if (!whole) return std::unexpected(not_found());
        return choose(request, *whole, segments, {});
    }
    segments.back().remove_suffix(suffix.size());
    const Node* stem = find(segments, 0, 0);
    if (!stem || !has_formats(*stem)) return std::unexpected(not_found());
    return choose(request, *stem, segments, suffix.substr(1));
}

std::expected<Match, HttpError> Router::choose(const Request& request, const Node& node, const Segments& segments,
                                               std::string_view suffix) const {
    const Method method = request.method == Method::head ? Method::get : request.method;
    const auto row = std::ranges::find_if(node.routes, [&](const auto& r) { return r.first->method == method; });
    if (row == node.routes.end()) {
        HttpError error{405, "method_not_allowed", "This address does not answer to this method."};
        for (const auto& [route, pattern] : node.routes) {
            error.choices.emplace_back(name(route->method));
            if (route->method == Method::get) error.choices.emplace_back("HEAD");
        }
        std::string allow;
        for (const std::string& choice : error.choices) allow += (allow.empty() ? "" : ", ") + choice;
        error.headers = {{"Allow", allow}};
        return std::unexpected(std::move(error));
    }
    const auto& [route, pattern] = *row;
    Match match{.route = route, .captured = capture(pattern, segments)};
    match.language_from_header = !language_of(pattern);
    match.language = reader_language(match.language_from_header ? "" : pattern, request.header("accept-language"));
    if (route->formats.empty()) return match;
    std::optional<std::string_view> format;
    if (!suffix.empty()) {
        const auto at = std::ranges::find(route->formats, suffix);
        if (at != route->formats.end()) format = *at;
    } else {
        match.format_from_header = route->formats.size() > 1;
        format = choose_format(request.header("accept"), route->formats);
    }
    if (!format) {
        HttpError error{406, "not_acceptable", "This address does not answer in the format that was asked for."};
        for (const std::string_view offered : route->formats)
            error.choices.push_back(*address(*route, match.language, match.captured, offered));
        return std::unexpected(std::move(error));
    }
    match.format = *format;
    return match;
}

}  // namespace comity::server
