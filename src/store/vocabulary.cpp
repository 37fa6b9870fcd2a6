#include "store/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <ranges>
#include <set>
#include <tuple>

namespace comity::store {

namespace {

constexpr std::size_t words_at_once = 64;
constexpr std::int64_t most_completions = 12;
constexpr std::size_t shortest_corrected = 3;
constexpr std::size_t longest_corrected = 24;
// A word that this many times more documents hold is taken to have been meant by one that hardly any holds.
constexpr std::int64_t far_more_common = 100;

bool has_spelling(std::string_view word) {
    return word.size() >= shortest_corrected && word.size() <= longest_corrected &&
           std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

// Where the three pieces of a word of this length begin and end.
std::array<std::size_t, 4> cuts(std::size_t length) { return {0, length / 3, length * 2 / 3, length}; }

std::string piece_key(std::size_t length, std::size_t part, std::string_view piece) {
    return fmt::format("{:02}{}{}", length, part, piece);
}

// Which of the letters a to z a word has, one bit for each. An edit changes two of them at most.
unsigned letters_of(std::string_view word) {
    unsigned letters = 0;
    for (const char c : word) letters |= 1U << (c - 'a');
    return letters;
}

std::vector<std::string> pieces_of(std::string_view word) {
    std::vector<std::string> pieces;
    if (!has_spelling(word)) return pieces;
    const auto at = cuts(word.size());
    for (std::size_t part = 0; part < 3; ++part)
        pieces.push_back(piece_key(word.size(), part, word.substr(at[part], at[part + 1] - at[part])));
    return pieces;
}

// The pieces that a word at most so many edits from this one, two or fewer, has at least one of. An edit harms one piece, so one
// of the three is whole, and stands where the edits before it moved it to: with `moved` letters more before it and the rest of
// the difference in length behind it, which together are at most those edits.
std::set<std::string> pieces_near(std::string_view word, int most) {
    std::set<std::string> pieces;
    for (int longer = -most; longer <= most; ++longer) {
        const auto length = static_cast<std::size_t>(static_cast<int>(word.size()) - longer);
        if (length < shortest_corrected) break;
        const auto at = cuts(length);
        for (std::size_t part = 0; part < 3; ++part) {
            const std::size_t size = at[part + 1] - at[part];
            for (int moved = -most; moved <= most; ++moved) {
                if ((part == 0 && moved != 0) || (part == 2 && moved != longer)) continue;
                if (part == 1 && std::abs(moved) + std::abs(longer - moved) > most) continue;
                const auto begin = static_cast<std::ptrdiff_t>(at[part]) + moved;
                if (begin < 0 || static_cast<std::size_t>(begin) + size > word.size()) continue;
                pieces.insert(piece_key(length, part, word.substr(static_cast<std::size_t>(begin), size)));
            }
        }
    }
    return pieces;
}

// Calls back with each row that the statement gives for some of the texts; the statement ends with "IN (" before their marks.
void query_with(Connection& connection, std::string_view statement, const std::vector<std::string_view>& texts,
                const EachRow& each) {
    std::string sql(statement);
    for (std::size_t i = 0; i < words_at_once; ++i) sql += fmt::format("{}${}", i ? ", " : "", i + 1);
    sql += ")";
    for (std::size_t from = 0; from < texts.size(); from += words_at_once) {
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < words_at_once; ++i) cells.emplace_back(texts[std::min(from + i, texts.size() - 1)]);
        connection.query(sql, cells, each);
    }
}

}  // namespace

void count_words(std::string_view vocabulary, std::int64_t by, WordCounts& counts) {
    for (const auto part : vocabulary | std::views::split(' ')) {
        const std::string_view word(part.begin(), part.end());
        if (word.empty()) continue;
        const auto found = counts.find(word);
        (found == counts.end() ? counts.emplace(word, 0).first : found)->second += by;
    }
}

void change_vocabulary(Connection& connection, const WordCounts& by) {
    std::vector<std::string_view> words;
    for (const auto& [word, more] : by)
        if (more != 0) words.push_back(word);
    WordCounts before;
    query_with(connection, "SELECT word, documents FROM comity_vocabulary WHERE word IN (", words,
               [&](const Row& row) { before.emplace(row.text(0), row.integer(1)); });
    for (const std::string_view word : words) {
        const auto known = before.find(word);
        const std::int64_t after = (known == before.end() ? 0 : known->second) + by.find(word)->second;
        if (known != before.end() && after > 0) {
            connection.execute("UPDATE comity_vocabulary SET documents = $2 WHERE word = $1", {word, after});
        } else if (after > 0) {
            connection.execute("INSERT INTO comity_vocabulary (word, documents) VALUES ($1, $2)", {word, after});
            for (const std::string& piece : pieces_of(word))
                connection.execute("INSERT INTO comity_spelling (piece, word) VALUES ($1, $2)", {std::string_view(piece), word});
        } else {
            connection.execute("DELETE FROM comity_vocabulary WHERE word = $1", {word});
            for (const std::string& piece : pieces_of(word))
                connection.execute("DELETE FROM comity_spelling WHERE piece = $1 AND word = $2", {std::string_view(piece), word});
        }
    }
}

void clear_vocabulary(Connection& connection) {
    connection.execute("DELETE FROM comity_vocabulary");
    connection.execute("DELETE FROM comity_spelling");
}

bool holds_vocabulary(Connection& connection, const WordCounts& wanted) {
    WordCounts held;
    connection.query("SELECT word, documents FROM comity_vocabulary", {},
                     [&](const Row& row) { held.emplace(row.text(0), row.integer(1)); });
    std::set<std::pair<std::string, std::string>> pieces, wanted_pieces;
    connection.query("SELECT piece, word FROM comity_spelling", {},
                     [&](const Row& row) { pieces.emplace(row.text(0), row.text(1)); });
    for (const auto& [word, documents] : wanted)
        for (std::string& piece : pieces_of(word)) wanted_pieces.emplace(std::move(piece), word);
    return held == wanted && pieces == wanted_pieces;
}

std::vector<std::string> words_beginning_with(Connection& connection, std::string_view beginning) {
    std::vector<std::string> words;
    if (beginning.size() < 2) return words;
    const std::string end = std::string(beginning) + "\U0010FFFF";  // behind every word that begins so
    const std::string_view two = beginning.substr(0, 2);
    const auto add = [&](const Row& row) { words.emplace_back(row.text(0)); };
    // So many words begin with two or three letters that SQLite has them in the order of their documents by the first two.
    if (beginning.size() <= 3 && std::ranges::all_of(beginning, [](unsigned char c) { return c < 0x80; }))
        connection.query(
            "SELECT word FROM comity_vocabulary WHERE substr(word, 1, 2) = $4 AND word >= $1 AND word < $2 "
            "ORDER BY documents DESC, word LIMIT $3",
            {beginning, std::string_view(end), most_completions, two}, add);
    else
        connection.query(
            "SELECT word FROM comity_vocabulary WHERE word >= $1 AND word < $2 ORDER BY documents DESC, word LIMIT $3",
            {beginning, std::string_view(end), most_completions}, add);
    return words;
}

std::vector<std::string> common_words(Connection& connection, std::int64_t most) {
    std::vector<std::string> words;
    connection.query("SELECT word FROM comity_vocabulary ORDER BY documents DESC, word LIMIT $1", {most},
                     [&](const Row& row) { words.emplace_back(row.text(0)); });
    return words;
}

std::size_t letters_apart(std::string_view a, std::string_view b, std::size_t most) {
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > most) return most + 1;
    std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before_last[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most + 1) return most + 1;  // a swap may still save one
        before_last.swap(last);
        last.swap(row);
    }
    return std::min(last[b.size()], most + 1);
}

std::int64_t documents_with(Connection& connection, std::string_view word) {
    std::int64_t documents = 0;
    connection.query("SELECT documents FROM comity_vocabulary WHERE word = $1", {word},
                     [&](const Row& row) { documents = row.integer(0); });
    return documents;
}

std::optional<std::string> spelled_right(Connection& connection, std::string_view word, std::int64_t documents) {
    if (!has_spelling(word)) return std::nullopt;
    const std::size_t most = documents > 0 || word.size() < 5 ? 1 : 2;
    const unsigned letters = letters_of(word);
    const std::set<std::string> pieces = pieces_near(word, static_cast<int>(most));
    std::map<std::string, std::size_t, std::less<>> near;
    query_with(connection, "SELECT word FROM comity_spelling WHERE piece IN (", {pieces.begin(), pieces.end()},
               [&](const Row& row) {
                   const std::string_view candidate = row.text(0);
                   if (static_cast<std::size_t>(std::popcount(letters ^ letters_of(candidate))) > 2 * most) return;
                   if (near.contains(candidate)) return;
                   if (const std::size_t apart = letters_apart(word, candidate, most); apart > 0 && apart <= most)
                       near.emplace(candidate, apart);
               });
    std::vector<std::string_view> candidates;
    for (const auto& [candidate, apart] : near) candidates.push_back(candidate);
    struct Near {
        std::string word;
        std::size_t apart = 0;
        std::int64_t documents = 0;
    };
    std::vector<Near> known;
    query_with(connection, "SELECT word, documents FROM comity_vocabulary WHERE word IN (", candidates, [&](const Row& row) {
        known.push_back({std::string(row.text(0)), near.find(row.text(0))->second, row.integer(1)});
    });
    std::erase_if(known, [&](const Near& one) { return one.documents < far_more_common * documents; });
    const auto best = std::ranges::min_element(known, [](const Near& a, const Near& b) {
        return std::tuple(a.apart, -a.documents, a.word) < std::tuple(b.apart, -b.documents, b.word);
    });
    if (best == known.end()) return std::nullopt;
    return best->word;
}

}  // namespace comity::store
