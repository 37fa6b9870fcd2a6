#include <fmt/format.h>

#include "exchange/citation.hpp"

namespace comity::exchange {

namespace {

// BibTeX counts braces even behind a backslash, so those of a text become commands.
std::string_view latex(char c) {
    switch (c) {
        case '\\': return "\\textbackslash{}";
        case '{': return "\\textbraceleft{}";
        case '}': return "\\textbraceright{}";
        case '~': return "\\textasciitilde{}";
        case '^': return "\\textasciicircum{}";
        case '$': return "\\$";
        case '&': return "\\&";
        case '#': return "\\#";
        case '_': return "\\_";
        case '%': return "\\%";
        default: return {};
    }
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (const std::string_view command = latex(c); !command.empty())
            out += command;
        else
            out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out;
}

// An address stands as it is: \url takes it letter by letter. What would end the field is written in its other form.
std::string address(std::string_view url) {
    std::string out;
    for (const char c : url) {
        if (c == '{' || c == '}' || c == '\\' || static_cast<unsigned char>(c) <= 0x20)
            out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        else
            out += c;
    }
    return out;
}

void verbatim(std::string& out, std::string_view name, std::string_view value) {
    if (!value.empty()) out += fmt::format("  {} = {{{}}},\n", name, value);
}
void field(std::string& out, std::string_view name, std::string_view text) { verbatim(out, name, escaped(text)); }
// Braces around the whole keep a style from taking an institution apart or writing a title small.
void whole(std::string& out, std::string_view name, std::string_view text) {
    if (!text.empty()) verbatim(out, name, "{" + escaped(text) + "}");
}

void dates(std::string& out, const Citation& citation) {
    if (!citation.issued) return;
    const bool lasts = citation.until && *citation.until != *citation.issued;
    verbatim(out, "date", base::to_string(*citation.issued) + (lasts ? "/" + base::to_string(*citation.until) : ""));
    verbatim(out, "year", fmt::format("{:04}", citation.issued->year()));
    if (citation.issued->precision() == base::Precision::year) return;
    static constexpr std::string_view months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};
    const std::chrono::year_month_day day{citation.issued->first()};
    out += fmt::format("  month = {},\n", months[static_cast<unsigned>(day.month()) - 1]);
}

std::string_view name_of(base::Language language) {
    switch (language) {
        case base::Language::en: return "english";
        case base::Language::fr: return "french";
        case base::Language::es: return "spanish";
    }
    return {};
}

}  // namespace

void append_bibtex(std::string& out, const Citation& citation) {
    const bool report = citation.as.bibtex == "techreport";
    out += fmt::format("@{}{{{},\n", citation.as.bibtex, citation.id);
    whole(out, "author", citation.author);
    whole(out, "title", citation.title);
    dates(out, citation);
    if (report)
        whole(out, "institution", citation.publisher);
    else
        whole(out, citation.as.bibtex == "book" ? "publisher" : "organization", citation.publisher);
    field(out, citation.as.bibtex == "misc" ? "howpublished" : "type", citation.genre);
    field(out, "number", citation.number);
    field(out, "series", citation.series);
    field(out, "volume", citation.number_in_series);
    field(out, "pagetotal", citation.pages);
    field(out, citation.as.csl == "event" ? "venue" : "location", citation.place);
    std::string isbns;
    for (const std::string& isbn : citation.isbns) isbns += (isbns.empty() ? "" : ", ") + isbn;
    field(out, "isbn", isbns);
    field(out, "abstract", citation.abstract);
    verbatim(out, "langid", name_of(citation.language));
    verbatim(out, "url", address(citation.url));
    verbatim(out, "urldate", base::to_string(citation.accessed));
    out += "}\n";
}

}  // namespace comity::exchange
