#include "exchange/xml.hpp"

#include "base/utf8.hpp"

namespace comity::exchange {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// The bytes of the character that text begins with, or 0 where these bytes are no character that XML 1.0 can hold.
std::size_t length_of_character(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x20) return lead == '\t' || lead == '\n' || lead == '\r' ? 1 : 0;
    if (text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF")) return 0;  // U+FFFE and U+FFFF
    return base::utf8_sequence(text);
}

}  // namespace

void append_xml_text(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = length_of_character(text.substr(i));
        switch (text[i]) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            // As a reference these survive a reader's normalisation of line ends and attributes.
            case '\r': out += "&#13;"; break;
            case '\t': out += "&#9;"; break;
            case '\n': out += "&#10;"; break;
            default: out += length ? text.substr(i, length) : replacement;
        }
        i += length ? length : 1;
    }
}

void append_xml_element(std::string& out, std::string_view name, std::string_view text) {
    out += '<';
    out += name;
    out += '>';
    append_xml_text(out, text);
    out += "</";
    out += name;
    out += '>';
}

void append_xml_attribute(std::string& out, std::string_view name, std::string_view value) {
    out += ' ';
    out += name;
    out += "=\"";
    append_xml_text(out, value);
    out += '"';
}

}  // namespace comity::exchange
