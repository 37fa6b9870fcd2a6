#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.hpp"
#include "insight/retrospective.hpp"

// Each figure of the retrospective as a table: what its CSV and its JSON say, and what its drawing draws.
namespace comity::insight {

enum class Figure : std::uint8_t { submissions, outcomes, times, turns, clocks, survival, ends, open, changes };
inline constexpr Figure figures[] = {Figure::submissions, Figure::outcomes, Figure::times, Figure::turns,  Figure::clocks,
                                     Figure::survival,    Figure::ends,     Figure::open,  Figure::changes};
std::string_view code(Figure figure);  // "submissions", "outcomes" … as in addresses
std::optional<Figure> figure_from(std::string_view code);

struct Cell {
    enum class Kind : std::uint8_t { none, code, whole, number, cases, left_out };
    Kind kind = Kind::none;
    std::string code;  // a code, an id or a date
    std::int64_t whole = 0;
    double number = 0;
    Ids cases;
    std::vector<LeftOut> left_out;
};

struct Table {
    std::vector<std::string_view> columns;  // their names for machines, the same in every language
    std::vector<std::vector<Cell>> rows;
    std::vector<LeftOut> left_out;  // of the whole figure, where its rows don't say it themselves
};
Table table(const Retrospective& of, Figure figure);

// A cell as text: ids parted by blanks, left-out cases as "overtaken: SEM-… SEM-…; ran-out: …", numbers in full.
std::string text(const Cell& cell);
// The table as the members "rows" (an object for each) and "left_out" of an object that is open.
void write_members(base::JsonWriter& json, const Table& table);

}  // namespace comity::insight
