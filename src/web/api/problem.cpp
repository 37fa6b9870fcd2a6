#include <algorithm>

#include "base/json_writer.hpp"
#include "base/messages.hpp"
#include "web/api/api.hpp"
#include "web/server/negotiate.hpp"
#include "web/site/error_words.hpp"

// Errors for programs (RFC 9457), in the words of the messages "error.title.<status>" and "problem.<code>".
namespace comity::api {

namespace {

constexpr std::string_view bad_parameter = "bad_parameter.";

// The suffix of the path's last segment, without its dot.
std::string_view suffix(std::string_view path) {
    path.remove_prefix(std::min(path.rfind('/') + 1, path.size()));
    const std::size_t dot = path.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
}

}  // namespace

bool wants_problem(const server::Request& request) {
    const std::string_view format = suffix(request.path);
    if (format == "html") return false;
    for (const site::Row& row : site::rows())
        if (std::ranges::find(row.route.formats, format) != row.route.formats.end()) return true;
    const std::string accept = request.header("accept");
    return !accept.empty() && server::choose_format(accept, {"html", "json"}) == "json";
}

server::Response problem(const server::Request& request, const server::HttpError& error) {
    const base::Language language = server::reader_language(request.path, request.header("accept-language"));
    const base::Words words(language);
    const std::string title = "error.title." + std::to_string(error.status);
    std::string out;
    base::JsonWriter json(out);
    // The status says what kind of problem it is, which RFC 9457 writes as about:blank; "code" is for programs.
    json.begin_object().member("type", "about:blank");
    json.member("title", words.has(title.c_str()) ? words(title.c_str()) : server::reason(error.status));
    json.member("status", error.status).member("detail", site::error_words(request, error, words).value_or(error.message));
    json.member("instance", request.target).member("code", error.code);
    if (error.code.starts_with(bad_parameter)) json.member("parameter", error.code.substr(bad_parameter.size()));
    if (!error.choices.empty()) {
        json.key("choices").begin_array();
        for (const std::string& choice : error.choices) json.value(choice);
        json.end_array();
    }
    json.end_object();
    return {.status = error.status,
            .content_type = "application/problem+json",
            .body = std::move(out),
            .headers = {{"Content-Language", std::string(base::code(language))}}};
}

}  // namespace comity::api
