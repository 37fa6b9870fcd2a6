#include "web/server/negotiate.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace comity::server {

namespace {

struct Format {
    std::string_view name, media_type;
    bool text;  // needs charset=utf-8 in its Content-Type
};
constexpr std::array formats{
    Format{"html", "text/html", true},
    Format{"json", "application/json", false},
    Format{"csv", "text/csv", true},
    Format{"atom", "application/atom+xml", false},
    Format{"geojson", "application/geo+json", false},
    Format{"ics", "text/calendar", true},
    Format{"jsonld", "application/ld+json", false},
    Format{"csl", "application/vnd.citationstyles.csl+json", false},
    Format{"bib", "application/x-bibtex", true},
    Format{"ris", "application/x-research-info-systems", true},
    Format{"linkset", "application/linkset+json", false},
    Format{"csvm", "application/csvm+json", false},
    Format{"sqlite", "application/vnd.sqlite3", false},
    Format{"xml", "application/xml", false},
    Format{"txt", "text/plain", true},
    Format{"md", "text/markdown", true},
    Format{"svg", "image/svg+xml", false},
    Format{"ttl", "text/turtle", true},
    Format{"pdf", "application/pdf", false},
    Format{"css", "text/css", true},
    Format{"js", "text/javascript", true},
    Format{"woff2", "font/woff2", false},
    Format{"png", "image/png", false},
    Format{"jpg", "image/jpeg", false},
    Format{"ico", "image/vnd.microsoft.icon", false},
};

const Format* find_format(std::string_view name) {
    const auto at = std::ranges::find(formats, name, &Format::name);
    return at == formats.end() ? nullptr : &*at;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

bool same_letters(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

// Thousandths: "0.8" → 800, "1" → 1000. nullopt where it is not a weight.
std::optional<int> weight(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1') || (text.size() > 1 && text[1] != '.'))
        return std::nullopt;
    int value = (text[0] - '0') * 1000, unit = 100;
    for (const char c : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (c < '0' || c > '9') return std::nullopt;
        value += (c - '0') * unit;
        unit /= 10;
    }
    return value > 1000 ? std::nullopt : std::optional(value);
}

struct Wish {
    std::string_view what;
    int weight = 1000;
};

// Calls use(Wish) for each element of a list like "text/html;level=1;q=0.7, */*;q=0.5"; an element with a broken weight is
// skipped.
template <class Use>
void each_wish(std::string_view list, Use use) {
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        std::string_view element = list.substr(0, comma);
        list.remove_prefix(std::min(comma + 1, list.size()));
        const std::size_t parameters = std::min(element.find(';'), element.size());
        Wish wish{trimmed(element.substr(0, parameters))};
        bool good = !wish.what.empty();
        element.remove_prefix(parameters);
        while (!element.empty()) {
            element.remove_prefix(1);
            const std::size_t end = std::min(element.find(';'), element.size());
            const std::string_view parameter = trimmed(element.substr(0, end));
            element.remove_prefix(end);
            if (parameter.size() < 2 || (parameter[0] != 'q' && parameter[0] != 'Q') || parameter[1] != '=') continue;
            const auto value = weight(parameter.substr(2));
            good = good && value.has_value();
            wish.weight = value.value_or(0);
        }
        if (good) use(wish);
    }
}

// How exactly a media range names a type: 3 "text/html", 2 "text/*", 1 "*/*", 0 not at all.
int exactness(std::string_view range, std::string_view type) {
    if (same_letters(range, type)) return 3;
    if (range == "*/*") return 1;
    return range.ends_with("/*") && same_letters(range.substr(0, range.size() - 1), type.substr(0, type.find('/') + 1)) ? 2 : 0;
}

}  // namespace

std::optional<std::string_view> media_type(std::string_view format) {
    const Format* found = find_format(format);
    return found ? std::optional(found->media_type) : std::nullopt;
}

std::string content_type(std::string_view format) {
    const Format* found = find_format(format);
    if (!found) return "application/octet-stream";
    return std::string(found->media_type) + (found->text ? "; charset=utf-8" : "");
}

std::optional<std::string_view> choose_format(std::string_view accept, const std::vector<std::string_view>& offered) {
    if (offered.empty()) return std::nullopt;
    if (trimmed(accept).empty()) return offered.front();
    std::optional<std::string_view> best;
    int best_weight = 0;
    for (const std::string_view format : offered) {
        const std::string_view type = media_type(format).value_or("");
        int how = 0, value = 0;
        each_wish(accept, [&](Wish wish) {
            const int exact = exactness(wish.what, type);
            if (exact < how || exact == 0) return;
            value = exact > how ? wish.weight : std::max(value, wish.weight);
            how = exact;
        });
        if (value > best_weight) {
            best = format;
            best_weight = value;
        }
    }
    return best;
}

bool accepts_gzip(std::string_view accept_encoding) {
    int exact = -1, any = -1;
    each_wish(accept_encoding, [&](Wish wish) {
        if (same_letters(wish.what, "gzip") || same_letters(wish.what, "x-gzip")) exact = wish.weight;
        if (wish.what == "*") any = wish.weight;
    });
    return exact >= 0 ? exact > 0 : any > 0;
}

bool names_etag(std::string_view if_none_match, std::string_view etag) {
    if (etag.empty()) return false;
    const auto opaque = [](std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; };
    while (!if_none_match.empty()) {
        const std::size_t comma = std::min(if_none_match.find(','), if_none_match.size());
        const std::string_view one = trimmed(if_none_match.substr(0, comma));
        if_none_match.remove_prefix(std::min(comma + 1, if_none_match.size()));
        if (one == "*" || (!one.empty() && opaque(one) == opaque(etag))) return true;
    }
    return false;
}

base::Language reader_language(std::string_view path, std::string_view accept_language) {
    if (path.starts_with('/')) path.remove_prefix(1);
    std::string_view first = path.substr(0, path.find('/'));
    if (const auto language = base::language_from(first.substr(0, first.find('.')))) return *language;
    base::Language best = base::Language::en;
    int best_weight = 0;
    each_wish(accept_language, [&](Wish wish) {
        std::string primary(wish.what.substr(0, wish.what.find('-')));
        for (char& c : primary)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        const auto language = base::language_from(primary);
        if (!language || wish.weight <= best_weight) return;
        best = *language;
        best_weight = wish.weight;
    });
    return best;
}

}  // namespace comity::server
