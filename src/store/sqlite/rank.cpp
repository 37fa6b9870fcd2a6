#include "store/sqlite/rank.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <charconv>
#include <memory>
#include <vector>

#include "store/sqlite/search.hpp"
#include "store/store.hpp"

namespace comity::store::sqlite {

namespace {

// In which columns a phrase stands, heaviest first: 8 for a, 4 for b, 2 for c, 1 for d; nothing for the fifth, which says again
// what stands in a.
using Places = unsigned;
constexpr Places every_place = 15;

// What is kept from row to row of a query.
struct Shape {
    std::vector<std::size_t> numbers;
    std::int64_t type = -1, ranked_of_type = 0, ranked_in_all = 0;
};

// Whether a row of a type is ranked, and counts it: where its type is among `types`, one bit for each, and it is one of the first
// `of_each` of its type or of the first `in_all`.
bool is_ranked(Shape& shape, std::int64_t type, std::int64_t types, std::int64_t of_each, std::int64_t in_all) {
    if (!(types >> type & 1)) return false;
    if (shape.type != type) shape.ranked_of_type = 0;
    shape.type = type;
    if (shape.ranked_of_type >= of_each && shape.ranked_in_all >= in_all) return false;
    ++shape.ranked_of_type;
    ++shape.ranked_in_all;
    return true;
}

Shape* read_shape(const unsigned char* text) {
    auto shape = std::make_unique<Shape>();
    const std::string_view written = text ? reinterpret_cast<const char*>(text) : "";
    for (std::size_t at = 0; at < written.size();) {
        std::size_t number = 0;
        const char* end = std::from_chars(written.data() + at, written.data() + written.size(), number).ptr;
        at = static_cast<std::size_t>(end - written.data()) + 1;
        shape->numbers.push_back(number);
    }
    return shape.release();
}

class Scoring {
  public:
    Scoring(const Shape& shape, const std::vector<Places>& of_phrase) : numbers_(shape.numbers), of_phrase_(of_phrase) {}

    // bm25 adds up the phrases of a query, so a name that is indexed with the stems of three languages would count three times,
    // and it reads every document's length. Here a term counts once: as typed more than any word that means the same, then by
    // its places. PostgreSQL's rank says the same (postgres/search.cpp).
    std::int64_t score() {
        std::int64_t sum = 0;
        while (number_ < numbers_.size()) {
            const std::size_t whole = next(), terms = next();
            std::vector<Places> exact(terms), alike(terms);
            for (std::size_t term = 0; term < terms; ++term) {
                const std::size_t as_typed = next(), others = next();
                exact[term] = places(as_typed);
                alike[term] = places(others);
            }
            const Places together = places(whole);
            for (std::size_t term = 0; term < terms; ++term)
                sum += exact[term] ? every_place + 1 + exact[term] : alike[term] | together;
        }
        return sum;
    }

  private:
    std::size_t next() { return number_ < numbers_.size() ? numbers_[number_++] : 0; }
    Places places(std::size_t phrases) {
        Places all = 0;
        for (const std::size_t end = phrase_ + phrases; phrase_ < end && phrase_ < of_phrase_.size(); ++phrase_)
            all |= of_phrase_[phrase_];
        return all;
    }

    const std::vector<std::size_t>& numbers_;
    const std::vector<Places>& of_phrase_;
    std::size_t number_ = 0, phrase_ = 0;
};

void rank(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* answer, int count, sqlite3_value** arguments) {
    if (count != 1 && count != 4) return sqlite3_result_error_code(answer, SQLITE_MISUSE);
    auto* shape = static_cast<Shape*>(api->xGetAuxdata(row, 0));
    if (!shape) {
        shape = read_shape(sqlite3_value_text(arguments[0]));
        api->xSetAuxdata(row, shape, [](void* held) { delete static_cast<Shape*>(held); });
    }
    if (count == 4 && !is_ranked(*shape, api->xRowid(row) >> type_shift, sqlite3_value_int64(arguments[1]),
                                 sqlite3_value_int64(arguments[2]), sqlite3_value_int64(arguments[3])))
        return sqlite3_result_null(answer);
    int instances = 0;
    if (const int error = api->xInstCount(row, &instances); error != SQLITE_OK) return sqlite3_result_error_code(answer, error);
    std::vector<Places> of_phrase(static_cast<std::size_t>(api->xPhraseCount(row)));
    for (int i = 0; i < instances; ++i) {
        int phrase = 0, column = 0, offset = 0;
        if (const int wrong = api->xInst(row, i, &phrase, &column, &offset); wrong != SQLITE_OK) {
            sqlite3_result_error_code(answer, wrong);
            return;
        }
        of_phrase[static_cast<std::size_t>(phrase)] |= 8U >> static_cast<unsigned>(column);
    }
    sqlite3_result_int64(answer, Scoring(*shape, of_phrase).score());
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

std::string rank_shape(const Query& query) {
    std::string shape;
    for (const Group& group : query.groups) {
        shape += fmt::format("{}{} {}", shape.empty() ? "" : " ", group.alike.size(), group.terms.size());
        for (const Term& term : group.terms) shape += fmt::format(" {} {}", term.exact.size(), term.alike.size());
    }
    return shape;
}

}  // namespace comity::store::sqlite
