#include "store/sqlite/search.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <iterator>
#include <limits>
#include <map>
#include <ranges>
#include <span>

#include "store/sqlite/rank.hpp"

namespace comity::store::sqlite {

namespace {

using store::Found;
using store::Phrase;

constexpr std::int64_t first_number(std::int64_t type) { return type << type_shift; }
constexpr std::int64_t type_of(std::int64_t number) { return number >> type_shift; }

using TypeNumbers = std::map<std::int64_t, std::string>;

struct Ranked {
    std::int64_t number = 0, rank = 0;
};

void append_phrases(std::string& match, const std::vector<Phrase>& phrases, std::string_view mark) {
    for (const Phrase& phrase : phrases)
        match += fmt::format("{}\"{}{}\"", match.ends_with('(') ? "" : " OR ", mark, fmt::join(phrase, fmt::format(" {}", mark)));
}

TypeNumbers type_numbers(StoppableConnection& connection) {
    TypeNumbers types;
    connection.query("SELECT number, type FROM comity_document_type", {},
                     [&](const store::Row& row) { types.emplace(row.integer(0), row.text(1)); });
    return types;
}

// Goes through what matches, in the order of numbers. To begin costs as much as some hundred matches, and so do words that are
// seldom together, so everything is counted and as much as may be is ranked on one way.
class Walk {
  public:
    Walk(StoppableConnection& connection, const store::Query& query, const store::Search& asked, const TypeNumbers& types)
        : connection_(connection), asked_(asked), match_(match_expression(query)), shape_(rank_shape(query)) {
        for (const auto& [number, type] : types)
            if (store::asks_for(asked, type)) ranked_types_ |= std::uint64_t{1} << number;
        most_of_each_ = static_cast<std::int64_t>(asked.most) / std::max(std::popcount(ranked_types_), 1);
    }

    // Counts what has these numbers, up to one more than may be ranked of each type, and ranks the first ones of each type.
    void count(std::int64_t from, std::int64_t end) {
        while (from < end) {
            std::int64_t next = end;
            const auto left = static_cast<std::int64_t>(asked_.most) - ranked_in_all_;
            connection_.query_until(
                "SELECT rowid, comity_rank(comity_words, $2, $5, $6, $7) FROM comity_words "
                "WHERE comity_words MATCH $1 AND rowid >= $3 AND rowid < $4",
                {std::string_view(match_), std::string_view(shape_), from, end, static_cast<std::int64_t>(ranked_types_),
                 most_of_each_, left},
                [&](const store::Row& row) {
                    const std::int64_t number = row.integer(0), type = type_of(number);
                    OfType& of = types_[type];
                    if (!row.null(1)) {
                        of.first.push_back({number, row.integer(1)});
                        ++ranked_in_all_;
                    }
                    if (++of.matches <= asked_.most) return true;
                    next = first_number(type + 1);  // what is beyond is leapt over
                    return false;
                });
            from = next;
        }
    }

    std::vector<store::KindFound> counted(const TypeNumbers& names) const {
        std::vector<store::KindFound> kinds;
        for (const auto& [number, of] : types_) kinds.push_back({names.at(number), of.matches});
        std::ranges::sort(kinds, {}, &store::KindFound::type);
        return kinds;
    }

    // The share of a type.
    std::vector<Ranked> ranked(std::int64_t type, const store::Query& query, const store::Share& share) {
        std::vector<Ranked>& first = types_.at(type).first;
        std::vector<Ranked> all;
        if (share.ranked == 0) return all;
        // The rank reads the phrases of the query, so they stand first; the marked ones say which documents are read at all.
        if (share.ranked < share.matches)
            rank(fmt::format("({}) AND ({})", match_, match_expression(query, title_mark)), first_number(type), type,
                 [&](const Ranked& one) {
                     all.push_back(one);
                     return all.size() < share.ranked;
                 });
        const std::vector<Ranked> titled = all;
        const auto add = [&](const Ranked& one) {
            if (!std::ranges::binary_search(titled, one.number, {}, &Ranked::number)) all.push_back(one);
            return all.size() < share.ranked;
        };
        if (all.size() == share.ranked || !std::ranges::all_of(first, add)) return all;
        if (first.size() < share.matches) rank(match_, first.empty() ? first_number(type) : first.back().number + 1, type, add);
        return all;
    }

  private:
    struct OfType {
        std::size_t matches = 0;
        std::vector<Ranked> first;  // in the order of numbers
    };

    // Ranks what has at least this number, as long as `use` wants more.
    template <class Use>
    void rank(const std::string& match, std::int64_t from, std::int64_t type, Use use) {
        connection_.query_until(
            "SELECT rowid, comity_rank(comity_words, $2) FROM comity_words "
            "WHERE comity_words MATCH $1 AND rowid >= $3 AND rowid < $4",
            {std::string_view(match), std::string_view(shape_), from, first_number(type + 1)},
            [&](const store::Row& row) { return use(Ranked{row.integer(0), row.integer(1)}); });
    }

    StoppableConnection& connection_;
    const store::Search& asked_;
    std::string match_, shape_;
    std::uint64_t ranked_types_ = 0;  // one bit for each number
    std::int64_t most_of_each_ = 0, ranked_in_all_ = 0;
    std::map<std::int64_t, OfType> types_;
};

// Calls back with the number and the id of each.
void ids_of(StoppableConnection& connection, std::span<const Ranked> documents, const store::EachRow& each) {
    std::string numbers = "[";
    for (const Ranked& one : documents) numbers += fmt::format("{}{}", numbers.size() > 1 ? "," : "", one.number);
    connection.query("SELECT number, id FROM comity_document WHERE number IN (SELECT value FROM json_each($1))",
                     {std::string_view(numbers += "]")}, each);
}

// The best of them with their ids, which are read of no more than may be among them.
std::vector<Found> best_of(StoppableConnection& connection, std::vector<Ranked> ranked, const TypeNumbers& types,
                           const store::Search& asked) {
    std::ranges::sort(ranked, [](const Ranked& a, const Ranked& b) { return a.rank > b.rank; });
    std::vector<Found> found;
    const std::int64_t highest = asked.after ? asked.after->rank : std::numeric_limits<std::int64_t>::max();
    auto end = std::ranges::find_if(ranked, [&](const Ranked& one) { return one.rank <= highest; });
    while (end != ranked.end() && found.size() < asked.limit) {
        const auto begin = end;
        const std::int64_t rank = begin->rank;  // of equally good ones
        end = std::find_if(begin, ranked.end(), [&](const Ranked& one) { return one.rank != rank; });
        ids_of(connection, {begin, end}, [&](const store::Row& row) {
            Found one{types.at(type_of(row.integer(0))), std::string(row.text(1)), rank};
            if (!asked.after || store::comes_before(*asked.after, one)) found.push_back(std::move(one));
        });
    }
    store::keep_best(found, asked.limit);
    return found;
}

}  // namespace

std::string marked(std::string_view words) {
    std::string text;
    for (const auto part : words | std::views::split(' ')) {
        const std::string_view word(part.begin(), part.end());
        if (word.empty()) continue;
        text += fmt::format("{}{}{}", text.empty() ? "" : " ", word == store::boundary ? "" : title_mark, word);
    }
    return text;
}

std::string match_expression(const store::Query& query, std::string_view mark) {
    std::string match;
    for (const store::Group& group : query.groups) {
        std::string terms;
        for (const store::Term& term : group.terms) {
            std::string phrases = "(";
            append_phrases(phrases, term.exact, mark);
            append_phrases(phrases, term.alike, mark);
            terms += fmt::format("{}{})", terms.empty() ? "" : " AND ", phrases);
        }
        std::string whole = fmt::format("({})", terms);
        append_phrases(whole, group.alike, mark);
        match += fmt::format("{}({})", match.empty() ? "" : " AND ", whole);
    }
    return match;
}

store::Matches matches(StoppableConnection& connection, const store::Query& query, const store::Search& asked) {
    const TypeNumbers types = type_numbers(connection);
    if (types.empty()) return {};
    Walk walk(connection, query, asked, types);
    if (asked.types.empty() || asked.count_others)
        walk.count(0, first_number(types.rbegin()->first + 1));
    else
        for (const auto& [number, type] : types)
            if (store::asks_for(asked, type)) walk.count(first_number(number), first_number(number + 1));
    store::Matches all{walk.counted(types), {}};
    std::vector<Ranked> ranked;
    for (const store::Share& share : store::shares(all.kinds, asked)) {
        const auto type = std::ranges::find(types, share.type, &TypeNumbers::value_type::second);
        std::ranges::copy(walk.ranked(type->first, query, share), std::back_inserter(ranked));
    }
    all.best = best_of(connection, std::move(ranked), types, asked);
    return all;
}

}  // namespace comity::store::sqlite
