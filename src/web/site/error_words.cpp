#include "web/site/error_words.hpp"

#include <algorithm>

namespace comity::site {

namespace {

constexpr std::size_t longest_quote = 60;  // bytes of what was sent that are shown again
constexpr std::string_view about_a_value[] = {"bad_parameter.", "bad_filter."};

// At most so many bytes, cut between characters.
std::string in_quotes(std::string_view text) {
    if (text.size() <= longest_quote) return std::string(text);
    std::size_t end = longest_quote;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

// What was sent that the error is about: the value of the parameter that its code names, or the name that
// is not known or stands twice.
std::string sent(const server::Request& request, const server::HttpError& error) {
    for (const std::string_view prefix : about_a_value)
        if (error.code.starts_with(prefix))
            return in_quotes(server::find(request.query, error.code.substr(prefix.size())).value_or(""));
    if (error.code == "not_yet_recorded" || error.code == "nothing_recorded")
        return in_quotes(server::find(request.query, "known").value_or(""));
    const bool repeated = error.code == "repeated_parameter";
    if (!repeated && error.code != "unknown_parameter") return {};
    const auto wrong = std::ranges::find_if(request.query, [&](const server::Parameter& p) {
        return std::ranges::find(error.choices, p.name) == error.choices.end() &&
               (!repeated || std::ranges::count(request.query, p.name, &server::Parameter::name) > 1);
    });
    return wrong == request.query.end() ? "" : in_quotes(wrong->name);
}

}  // namespace

std::optional<std::string> error_words(const server::Request& request, const server::HttpError& error, const base::Words& words) {
    const std::string key = "problem." + error.code;
    if (!words.has(key.c_str())) return std::nullopt;
    std::string choices;
    for (const std::string& choice : error.choices) choices += (choices.empty() ? "" : ", ") + choice;
    const std::string path = in_quotes(request.path), value = sent(request, error);
    const auto wait = server::find(error.headers, "Retry-After").value_or("");
    return words(key.c_str(), {{"path", path}, {"value", value}, {"choices", choices}, {"wait", wait}});
}

}  // namespace comity::site
