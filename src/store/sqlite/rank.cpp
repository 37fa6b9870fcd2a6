#include "store/sqlite/rank.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <vector>

#include "store/store.hpp"

namespace comity::store::sqlite {

namespace {

constexpr std::array class_weights{10.0, 5.0, 2.5, 1.0};
using Counts = std::array<int, class_weights.size()>;

std::vector<std::size_t> read_shape(sqlite3_value* value) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    const std::string_view shape = text ? text : "";
    std::vector<std::size_t> numbers;
    for (std::size_t at = 0; at < shape.size();) {
        std::size_t number = 0;
        at =
            static_cast<std::size_t>(std::from_chars(shape.data() + at, shape.data() + shape.size(), number).ptr - shape.data()) +
            1;
        numbers.push_back(number);
    }
    return numbers;
}

// bm25 adds up the phrases of a query, so a name that is indexed with the stems of three languages would count three times, and
// it reads every document's length. Here a term counts once, by its best phrase, and its place counts more than how often it
// comes.
double score(const std::vector<Counts>& of_phrase, const std::vector<std::size_t>& shape) {
    double sum = 0;
    std::size_t phrase = shape.empty() ? 0 : shape.front();
    for (std::size_t term = 1; term < shape.size(); ++term) {
        Counts best{};
        for (std::size_t end = phrase + shape[term]; phrase < end && phrase < of_phrase.size(); ++phrase)
            for (std::size_t c = 0; c < best.size(); ++c) best[c] = std::max(best[c], of_phrase[phrase][c]);
        for (std::size_t c = 0; c < best.size(); ++c) sum += class_weights[c] * best[c] / (best[c] + 1.0);
    }
    return sum;
}

void rank(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* answer, int count, sqlite3_value** arguments) {
    int instances = 0;
    const int error = api->xInstCount(row, &instances);
    if (count != 1 || error != SQLITE_OK) {
        sqlite3_result_error_code(answer, error == SQLITE_OK ? SQLITE_MISUSE : error);
        return;
    }
    std::vector<Counts> of_phrase(static_cast<std::size_t>(api->xPhraseCount(row)));
    for (int i = 0; i < instances; ++i) {
        int phrase = 0, column = 0, offset = 0;
        if (const int wrong = api->xInst(row, i, &phrase, &column, &offset); wrong != SQLITE_OK) {
            sqlite3_result_error_code(answer, wrong);
            return;
        }
        if (static_cast<std::size_t>(column) < class_weights.size())  // the last column is the type
            ++of_phrase[static_cast<std::size_t>(phrase)][static_cast<std::size_t>(column)];
    }
    sqlite3_result_double(answer, score(of_phrase, read_shape(arguments[0])));
}

}  // namespace

void register_rank(sqlite3* db) {
    fts5_api* api = nullptr;
    sqlite3_stmt* prepared = nullptr;
    int result = sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(prepared, sqlite3_finalize);
    if (result == SQLITE_OK) result = sqlite3_bind_pointer(prepared, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    if (result == SQLITE_OK) sqlite3_step(prepared);
    if (!api || api->xCreateFunction(api, "comity_rank", nullptr, rank, nullptr) != SQLITE_OK)
        throw Unavailable(fmt::format("this SQLite has no full-text search (FTS5): {}", sqlite3_errmsg(db)));
}

std::string rank_shape(std::size_t types, const Query& query) {
    std::string shape = fmt::format("{}", types);
    for (const Term& term : query.terms) shape += fmt::format(" {}", term.phrases.size());
    return shape;
}

}  // namespace comity::store::sqlite
