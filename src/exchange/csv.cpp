#include "exchange/csv.hpp"

namespace comity::exchange {

namespace {

bool is_number(std::string_view cell) {
    if (cell.starts_with('-') || cell.starts_with('+')) cell.remove_prefix(1);
    const auto digits = [&cell] {
        std::size_t n = 0;
        while (n < cell.size() && cell[n] >= '0' && cell[n] <= '9') ++n;
        cell.remove_prefix(n);
        return n;
    };
    if (digits() == 0) return false;
    if (cell.empty()) return true;
    if (cell.front() != '.') return false;
    cell.remove_prefix(1);
    return digits() > 0 && cell.empty();
}

bool is_formula(std::string_view cell) {
    return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos && !is_number(cell);
}

void append_cell(std::string& out, std::string_view cell) {
    const bool guarded = is_formula(cell);
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        if (guarded) out += '\'';
        out += cell;
        return;
    }
    out += '"';
    if (guarded) out += '\'';
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

template <class Cells>
void append_row(std::string& out, const Cells& cells) {
    bool first = true;
    for (const auto& cell : cells) {
        if (!first) out += ',';
        first = false;
        append_cell(out, cell);
    }
    out += "\r\n";
}

}  // namespace

void append_csv_row(std::string& out, std::span<const std::string> cells) { append_row(out, cells); }
void append_csv_row(std::string& out, std::initializer_list<std::string_view> cells) { append_row(out, cells); }

}  // namespace comity::exchange
