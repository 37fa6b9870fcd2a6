#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace comity::exchange {

// Appends one row of a table as RFC 4180 has it: UTF-8, cells parted by commas, CRLF at the end, quotes where a cell holds a
// comma, a quote or a line end. The first row of a file is the names of its columns.
//
// A cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe
// before it, which spreadsheets show as text. A plain number ("-81", "+1.5", "-81.25") is left as it is, so every figure reads
// back unchanged; a program that reads such a text cell drops one leading apostrophe that is followed by one of those characters.
void append_csv_row(std::string& out, std::span<const std::string> cells);
void append_csv_row(std::string& out, std::initializer_list<std::string_view> cells);

}  // namespace comity::exchange
