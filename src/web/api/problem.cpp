#include <algorithm>

#include "base/json_writer.hpp"
#include "base/messages.hpp"
#include "web/api/api.hpp"
#include "web/server/negotiate.hpp"

// Errors for programs (RFC 9457), in the words of the messages "error.title.<status>" and "problem.<code>".
namespace comity::api {

namespace {

constexpr std::size_t longest_quote = 60;  // bytes of what was sent that are shown again
constexpr std::string_view bad_parameter = "bad_parameter.";

// At most so many bytes, cut between characters.
std::string in_quotes(std::string_view text) {
    if (text.size() <= longest_quote) return std::string(text);
    std::size_t end = longest_quote;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

// What was sent that the error is about: the value of the parameter that its code names, or the name that is not known.
std::string sent(const server::Request& request, const server::HttpError& error) {
    if (error.code.starts_with(bad_parameter))
        return in_quotes(server::find(request.query, error.code.substr(bad_parameter.size())).value_or(""));
    if (error.code != "unknown_parameter") return {};
    const auto unknown = std::ranges::find_if(request.query, [&](const server::Parameter& p) {
        return std::ranges::find(error.choices, p.name) == error.choices.end();
    });
    return unknown == request.query.end() ? "" : in_quotes(unknown->name);
}

// A code without a message (a request that is not well-formed HTTP) gets the server's English sentence.
std::string detail(const server::Request& request, const server::HttpError& error, const base::Words& words) {
    const std::string key = "problem." + error.code;
    if (!words.has(key.c_str())) return error.message;
    std::string choices;
    for (const std::string& choice : error.choices) choices += (choices.empty() ? "" : ", ") + choice;
    const std::string path = in_quotes(request.path), value = sent(request, error);
    const auto wait = server::find(error.headers, "Retry-After").value_or("");
    return words(key.c_str(), {{"path", path}, {"value", value}, {"choices", choices}, {"wait", wait}});
}

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
    json.member("status", error.status).member("detail", detail(request, error, words));
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
