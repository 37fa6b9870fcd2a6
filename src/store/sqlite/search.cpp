#include "store/sqlite/search.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <unordered_set>

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

struct Candidate {
    std::int64_t number = 0, rank = 0;
};

class Candidates {
  public:
    Candidates(StoppableConnection& connection, const store::Query& query, std::int64_t type)
        : connection_(connection), shape_(rank_shape(query)), type_(type) {}

    // At most `most` more that are not among them yet.
    void add(std::string_view match, std::size_t most) {
        std::unordered_set<std::int64_t> known;
        for (const Candidate& candidate : all_) known.insert(candidate.number);
        const std::size_t enough = all_.size() + most;
        if (all_.size() == enough) return;
        connection_.query_until(
            "SELECT rowid, comity_rank(comity_words, $2) FROM comity_words WHERE comity_words MATCH $1 AND rowid >= $3 AND rowid "
            "< $4",
            {match, std::string_view(shape_), first_number(type_), first_number(type_ + 1)}, [&](const store::Row& row) {
                if (!known.contains(row.integer(0))) all_.push_back({row.integer(0), row.integer(1)});
                return all_.size() < enough;
            });
    }
    std::vector<Candidate>& all() { return all_; }

  private:
    StoppableConnection& connection_;
    std::string shape_;
    std::int64_t type_;
    std::vector<Candidate> all_;
};

// Ids are read only of those that may be among the best.
std::vector<Found> best_of(StoppableConnection& connection, std::vector<Candidate>& candidates, const store::BestOfType& asked) {
    std::ranges::sort(candidates, std::ranges::greater(), &Candidate::rank);
    std::vector<Found> found;
    for (auto at = candidates.begin(); at != candidates.end() && found.size() < asked.limit;) {
        const auto rank = at->rank;
        const auto equal_end = std::find_if(at, candidates.end(), [&](const Candidate& c) { return c.rank != rank; });
        const bool over = asked.after && rank > asked.after->rank;
        const auto equal_begin = static_cast<std::ptrdiff_t>(found.size());
        for (; at != equal_end; ++at) {
            if (over) continue;
            Found one{std::string(asked.type), "", rank};
            connection.query("SELECT id FROM comity_document WHERE number = $1", {at->number},
                             [&](const store::Row& row) { one.id = row.text(0); });
            if (!asked.after || store::comes_before(*asked.after, one)) found.push_back(std::move(one));
        }
        const std::size_t wanted = std::min(found.size(), asked.limit);
        std::partial_sort(found.begin() + equal_begin, found.begin() + static_cast<std::ptrdiff_t>(wanted), found.end(),
                          store::comes_before);
        found.resize(wanted);
    }
    return found;
}

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

std::vector<store::KindFound> count_by_type(StoppableConnection& connection, const store::Query& query) {
    constexpr std::size_t most = store::SearchResult::counted + 1;
    const std::string match = match_expression(query);
    std::map<std::int64_t, std::string> types;
    connection.query("SELECT number, type FROM comity_document_type", {},
                     [&](const store::Row& row) { types.emplace(row.integer(0), row.text(1)); });
    // Matches come by type; what is beyond the limit of a type is leapt over.
    std::map<std::int64_t, std::size_t> counts;
    for (std::int64_t from = 0; from >= 0;) {
        std::int64_t next = -1, type = -1;
        std::size_t* count = nullptr;
        connection.query_until("SELECT rowid FROM comity_words WHERE comity_words MATCH $1 AND rowid >= $2",
                               {std::string_view(match), from}, [&](const store::Row& row) {
                                   if (const std::int64_t of = row.integer(0) >> type_shift; of != type || !count) {
                                       type = of;
                                       count = &counts[of];
                                   }
                                   if (++*count < most) return true;
                                   next = first_number(type + 1);
                                   return false;
                               });
        from = next;
    }
    std::vector<store::KindFound> found;
    for (const auto& [type, count] : counts) found.push_back({types.at(type), count});
    std::ranges::sort(found, {}, &store::KindFound::type);
    return found;
}

std::vector<Found> best_of_type(StoppableConnection& connection, const store::Query& query, const store::BestOfType& asked) {
    std::int64_t type = 0;
    connection.query("SELECT number FROM comity_document_type WHERE type = $1", {asked.type},
                     [&](const store::Row& row) { type = row.integer(0); });
    const std::string match = match_expression(query);
    Candidates candidates(connection, query, type);
    if (asked.titles_first) candidates.add(fmt::format("{{a}} : ({})", match), asked.ranked);
    candidates.add(match, asked.ranked - candidates.all().size());
    return best_of(connection, candidates.all(), asked);
}

}  // namespace comity::store::sqlite
