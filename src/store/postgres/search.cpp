#include "store/postgres/search.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <deque>

#include "store/postgres/vector_text.hpp"

namespace comity::store::postgres {

namespace {

using store::Cell;
using store::Phrase;

// The places of some phrases as a number, as in sqlite/rank.cpp: 8 for A, 4 for B, 2 for C, 1 for D.
std::string places(const std::vector<std::string>& by_weight) {
    return fmt::format(
        "(8 * (words @@ {}::tsquery)::int + 4 * (words @@ {}::tsquery)::int + 2 * (words @@ {}::tsquery)::int + "
        "(words @@ {}::tsquery)::int)",
        by_weight[0], by_weight[1], by_weight[2], by_weight[3]);
}

// A statement's values, growing.
class Values {
  public:
    std::string add(Cell cell) {
        cells_.push_back(cell);
        return fmt::format("${}", cells_.size());
    }
    std::string add_text(std::string text) { return add(std::string_view(owned_.emplace_back(std::move(text)))); }
    const std::vector<Cell>& cells() const { return cells_; }

  private:
    std::deque<std::string> owned_;
    std::vector<Cell> cells_;
};

std::vector<std::string> by_weight(Values& values, const std::vector<Phrase>& phrases) {
    std::vector<std::string> marks;
    for (const char weight : {'A', 'B', 'C', 'D'}) marks.push_back(values.add_text(phrases_text(phrases, weight)));
    return marks;
}

// How well a row answers, as comity_rank says it on SQLite. Its form depends on the number of terms alone, so that few statements
// are prepared.
std::string rank(Values& values, const store::Query& query) {
    std::string sum;
    for (const store::Group& group : query.groups)
        for (const store::Term& term : group.terms) {
            std::vector<Phrase> others = term.alike;
            others.insert(others.end(), group.alike.begin(), group.alike.end());
            const std::string exact = values.add_text(phrases_text(term.exact));
            sum += fmt::format("{}CASE WHEN words @@ {}::tsquery THEN 16 + {} ELSE {} END", sum.empty() ? "" : " + ", exact,
                               places(by_weight(values, term.exact)), places(by_weight(values, others)));
        }
    return sum;
}

std::vector<store::KindFound> count_by_type(store::Connection& connection, const store::Query& query,
                                            const std::vector<std::string_view>& types, std::size_t most) {
    std::vector<store::KindFound> found;
    const std::string asked = types.empty() ? "" : fmt::format(",{},", fmt::join(types, ","));
    connection.query(
        "SELECT type, matches FROM (SELECT type, (SELECT count(*) FROM (SELECT 1 FROM comity_document AS d WHERE d.words @@ "
        "($1::tsquery && t.kind::tsquery) LIMIT $2) AS one) AS matches FROM comity_document_type AS t WHERE $3 = '' OR "
        "position(',' || type || ',' IN $3) > 0) AS counted WHERE matches > 0 ORDER BY type",
        {std::string_view(query_text(query)), static_cast<std::int64_t>(most), std::string_view(asked)},
        [&](const store::Row& row) { found.push_back({std::string(row.text(0)), static_cast<std::size_t>(row.integer(1))}); });
    return found;
}

// The best documents of a type into `found`.
void best_of_type(store::Connection& connection, const store::Query& query, const store::Search& asked, const store::Share& share,
                  std::vector<store::Found>& found) {
    Values values;
    const std::string kind = values.add_text(kind_lexeme(share.type));
    const std::string words = values.add_text(query_text(query));
    const std::string most = values.add(static_cast<std::int64_t>(share.ranked));
    const std::string limit = values.add(static_cast<std::int64_t>(asked.limit));
    const std::string score = rank(values, query);
    std::string matches =
        fmt::format("SELECT id, words FROM comity_document WHERE words @@ ({}::tsquery && {}::tsquery)", words, kind);
    if (share.ranked < share.matches) {
        const std::string titles = values.add_text(query_text(query, title_mark));
        matches = fmt::format(
            "(SELECT id, words FROM comity_document WHERE words @@ ({0}::tsquery && {1}::tsquery) LIMIT {3}) UNION ALL "
            "({2} AND NOT words @@ {0}::tsquery LIMIT {3})",
            titles, kind, matches, most);
    }
    std::string after;
    if (asked.after)
        after = fmt::format(" WHERE score < {0} OR (score = {0} AND ({1} > {2} OR ({1} = {2} AND id > {3})))",
                            values.add(asked.after->rank) + "::bigint", values.add(share.type) + "::text COLLATE \"C\"",
                            values.add(std::string_view(asked.after->type)) + "::text COLLATE \"C\"",
                            values.add(std::string_view(asked.after->id)));
    connection.query(
        fmt::format("SELECT id, score FROM (SELECT id, {} AS score FROM ({} LIMIT {}) AS matches) AS ranked{} ORDER BY "
                    "score DESC, id LIMIT {}",
                    score, matches, most, after, limit),
        values.cells(),
        [&](const store::Row& row) { found.push_back({std::string(share.type), std::string(row.text(0)), row.integer(1)}); });
}

}  // namespace

store::Matches matches(store::Connection& connection, const store::Query& query, const store::Search& asked) {
    store::Matches all{
        count_by_type(connection, query, asked.count_others ? std::vector<std::string_view>() : asked.types, asked.most + 1), {}};
    for (const store::Share& share : store::shares(all.kinds, asked)) best_of_type(connection, query, asked, share, all.best);
    store::keep_best(all.best, asked.limit);
    return all;
}

}  // namespace comity::store::postgres
