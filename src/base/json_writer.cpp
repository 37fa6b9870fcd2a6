#include "base/json_writer.hpp"

#include <charconv>
#include <cmath>

namespace comity::base {

void append_json_string(std::string& out, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out.append(text, plain, i - plain);
        plain = i + 1;
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                out += "\\u00";
                out += digits[c >> 4];
                out += digits[c & 15];
        }
    }
    out.append(text, plain, text.size() - plain);
    out += '"';
}

void append_json_number(std::string& out, double number) {
    if (!std::isfinite(number)) {
        out += "null";
        return;
    }
    char buffer[64];
    const bool everyday = number == 0 || (std::abs(number) >= 1e-6 && std::abs(number) < 1e15);
    const auto end = everyday ? std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed)
                              : std::to_chars(buffer, buffer + sizeof buffer, number);
    out.append(buffer, end.ptr);
}

void JsonWriter::separate() {
    if (comma_) out_ += ',';
    comma_ = true;
}

JsonWriter& JsonWriter::open(char bracket) {
    separate();
    out_ += bracket;
    comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    out_ += bracket;
    comma_ = true;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    append_json_string(out_, name);
    out_ += ':';
    comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    append_json_string(out_, text);
    return *this;
}

JsonWriter& JsonWriter::value(bool truth) { return raw(truth ? "true" : "false"); }
JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::value(std::int64_t number) {
    char buffer[24];
    return raw({buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr});
}

JsonWriter& JsonWriter::value(double number) {
    separate();
    append_json_number(out_, number);
    return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    separate();
    out_ += json;
    return *this;
}

}  // namespace comity::base
