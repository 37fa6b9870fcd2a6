#include <fmt/format.h>

#include "exchange/citation.hpp"

namespace comity::exchange {

namespace {

// A tag's text is one line: whatever could end it is a space.
void tag(std::string& out, std::string_view name, std::string_view text) {
    if (text.empty()) return;
    out += name;
    out += "  - ";
    for (const char c : text) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    out += "\r\n";
}

// "2013/05/24/", with what is not known left empty.
std::string date(const base::Date& date) {
    const std::chrono::year_month_day day{date.first()};
    std::string out = fmt::format("{:04}/", date.year());
    if (date.precision() != base::Precision::year) out += fmt::format("{:02}", static_cast<unsigned>(day.month()));
    out += '/';
    if (date.precision() == base::Precision::day) out += fmt::format("{:02}", static_cast<unsigned>(day.day()));
    return out + "/";
}

}  // namespace

void append_ris(std::string& out, const Citation& citation) {
    tag(out, "TY", citation.as.ris);
    tag(out, "ID", citation.id);
    tag(out, "AU", citation.author);
    for (const std::string& name : citation.contributors) tag(out, "A2", name);
    tag(out, "TI", citation.title);
    if (citation.issued) {
        tag(out, "PY", fmt::format("{:04}", citation.issued->year()));
        tag(out, "DA", date(*citation.issued));
    }
    tag(out, "PB", citation.publisher);
    tag(out, "CY", citation.place);
    tag(out, "M3", citation.genre);
    tag(out, "M1", citation.number);
    tag(out, "T3", citation.series);
    tag(out, "VL", citation.number_in_series);
    tag(out, "SP", citation.pages);
    for (const std::string& isbn : citation.isbns) tag(out, "SN", isbn);
    tag(out, "AB", citation.abstract);
    tag(out, "LA", base::code(citation.language));
    tag(out, "UR", citation.url);
    tag(out, "Y2", date(base::Date(citation.accessed)));
    out += "ER  - \r\n";
}

}  // namespace comity::exchange
