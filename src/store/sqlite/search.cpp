#include "store/sqlite/search.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "store/sqlite/rank.hpp"

namespace comity::store::sqlite {

namespace {

using store::Found;
using store::Phrase;

constexpr std::int64_t first_number(std::int64_t type) { return type << type_shift; }

void append_phrases(std::string& match, const std::vector<Phrase>& phrases) {
    for (const Phrase& phrase : phrases)
        match += fmt::format("{}\"{}\"", match.ends_with('(') ? "" : " OR ", fmt::join(phrase, " "));
}

class Candidates {
  public:
    Candidates(StoppableConnection& connection, const store::Query& query, std::string_view type, std::int64_t number)
        : connection_(connection), shape_(rank_shape(query)), type_(type), number_(number) {}

    // At most `most` more that are not among them yet. Their ids are read with them: both lie in the order of numbers.
    void add(std::string_view match, std::size_t most) {
        const std::size_t enough = all_.size() + most;
        if (all_.size() == enough) return;
        std::vector<std::int64_t> added;
        connection_.query_until(
            "SELECT comity_words.rowid, comity_rank(comity_words, $2), d.id FROM comity_words JOIN comity_document AS d ON "
            "d.number "
            "= comity_words.rowid WHERE comity_words MATCH $1 AND comity_words.rowid >= $3 AND comity_words.rowid < $4",
            {match, std::string_view(shape_), first_number(number_), first_number(number_ + 1)}, [&](const store::Row& row) {
                if (std::ranges::binary_search(known_, row.integer(0))) return true;
                added.push_back(row.integer(0));
                all_.push_back({type_, std::string(row.text(2)), row.integer(1)});
                return all_.size() < enough;
            });
        const auto middle = static_cast<std::ptrdiff_t>(known_.size());
        known_.insert(known_.end(), added.begin(), added.end());
        std::inplace_merge(known_.begin(), known_.begin() + middle, known_.end());
    }
    std::vector<Found>& all() { return all_; }

  private:
    StoppableConnection& connection_;
    std::string shape_, type_;
    std::int64_t number_;
    std::vector<std::int64_t> known_;  // their numbers, which come in order
    std::vector<Found> all_;
};

}  // namespace

std::string match_expression(const store::Query& query) {
    std::string match;
    for (const store::Group& group : query.groups) {
        std::string terms;
        for (const store::Term& term : group.terms) {
            std::string phrases = "(";
            append_phrases(phrases, term.exact);
            append_phrases(phrases, term.alike);
            terms += fmt::format("{}{})", terms.empty() ? "" : " AND ", phrases);
        }
        std::string whole = fmt::format("({})", terms);
        append_phrases(whole, group.alike);
        match += fmt::format("{}({})", match.empty() ? "" : " AND ", whole);
    }
    return match;
}

std::vector<store::KindFound> count_by_type(StoppableConnection& connection, const store::Query& query,
                                            const std::vector<std::string_view>& asked, std::size_t most) {
    const std::string match = match_expression(query);
    std::map<std::int64_t, std::string> types;
    connection.query("SELECT number, type FROM comity_document_type", {},
                     [&](const store::Row& row) { types.emplace(row.integer(0), row.text(1)); });
    std::map<std::int64_t, std::size_t> counts;
    // Matches come by type; what is beyond the limit of a type is leapt over. To begin a search costs as much as some hundred
    // matches, so types are not counted one by one.
    const auto count = [&](std::int64_t from, std::int64_t end) {
        while (from < end) {
            std::int64_t next = end;
            connection.query_until("SELECT rowid FROM comity_words WHERE comity_words MATCH $1 AND rowid >= $2 AND rowid < $3",
                                   {std::string_view(match), from, end}, [&](const store::Row& row) {
                                       const std::int64_t type = row.integer(0) >> type_shift;
                                       if (++counts[type] < most) return true;
                                       next = first_number(type + 1);
                                       return false;
                                   });
            from = next;
        }
    };
    for (const auto& [number, type] : types)
        if (std::ranges::find(asked, type) != asked.end()) count(first_number(number), first_number(number + 1));
    if (asked.empty() && !types.empty()) count(0, first_number(types.rbegin()->first + 1));
    std::vector<store::KindFound> found;
    for (const auto& [number, matches] : counts) found.push_back({types.at(number), matches});
    std::ranges::sort(found, {}, &store::KindFound::type);
    return found;
}

std::vector<Found> best_of_type(StoppableConnection& connection, const store::Query& query, const store::BestOfType& asked) {
    std::int64_t type = 0;
    connection.query("SELECT number FROM comity_document_type WHERE type = $1", {asked.type},
                     [&](const store::Row& row) { type = row.integer(0); });
    const std::string match = match_expression(query);
    Candidates candidates(connection, query, asked.type, type);
    if (asked.titles_first) candidates.add(fmt::format("{{a}} : ({})", match), asked.ranked);
    candidates.add(match, asked.ranked - candidates.all().size());
    std::vector<Found>& found = candidates.all();
    if (asked.after) std::erase_if(found, [&](const Found& one) { return !store::comes_before(*asked.after, one); });
    const std::size_t shown = std::min(found.size(), asked.limit);
    if (shown == found.size())
        std::ranges::sort(found, store::comes_before);
    else
        std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(shown), store::comes_before);
    found.resize(shown);
    return std::move(found);
}

}  // namespace comity::store::sqlite
