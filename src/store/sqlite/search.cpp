#include "store/sqlite/search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <ranges>
#include <span>

#include "store/sqlite/fts5.hpp"
#include "store/sqlite/word_lists.hpp"

namespace comity::store::sqlite {

namespace {

using store::Found;
using store::Phrase;

void add(Set& set, const Set& more) {
    for (std::size_t i = 0; i < more.size(); ++i) set[i] |= more[i];
}
void keep(Set& set, const Set& others) {
    for (std::size_t i = 0; i < set.size(); ++i) set[i] &= others[i];
}

// Calls back with the bit of each document of the type, in order, as long as it wants more.
template <class Use>
void each(const Set& set, const TypeBits& of, Use use) {
    for (std::size_t i = of.begin / 64; i < of.end / 64; ++i)
        for (std::uint64_t bits = set[i]; bits != 0; bits &= bits - 1)
            if (!use(i * 64 + static_cast<std::size_t>(std::countr_zero(bits)))) return;
}

// The documents that hold one of some phrases, by place, heaviest first; empty where there are no phrases.
class Held {
  public:
    Held(WordLists& lists, const std::vector<Phrase>& phrases) {
        if (phrases.empty()) return;
        for (std::size_t place = 0; place < places; ++place) {
            by_place_[place] = lists.none();
            for (const Phrase& phrase : phrases) lists.with(phrase, place)->add_to(by_place_[place]);
        }
    }
    void add_to(Set& set, std::size_t some_places) const {
        for (std::size_t place = 0; place < some_places; ++place) add(set, by_place_[place]);
    }
    // 8 for the heaviest place, then 4, 2 and 1, together.
    unsigned places_in(std::size_t bit) const {
        unsigned all = 0;
        for (const Set& set : by_place_)
            all = all << 1 | (set.empty() ? 0U : static_cast<unsigned>(set[bit / 64] >> bit % 64 & 1));
        return all;
    }

  private:
    std::array<Set, places> by_place_;
};

class Answer {
  public:
    Answer(WordLists& lists, const store::Query& query) : lists_(lists) {
        for (const store::Group& group : query.groups) {
            OfGroup& of = groups_.emplace_back(OfGroup{{}, Held(lists, group.alike)});
            for (const store::Term& term : group.terms) of.terms.push_back({Held(lists, term.exact), Held(lists, term.alike)});
        }
    }

    // Those that the query finds if it looks into the first ones of the places.
    Set documents(std::size_t some_places) const {
        Set all;
        for (const OfGroup& group : groups_) {
            Set of_group;
            for (const OfTerm& term : group.terms) {
                Set any = lists_.none();
                term.exact.add_to(any, some_places);
                term.alike.add_to(any, some_places);
                if (of_group.empty())
                    of_group = std::move(any);
                else
                    keep(of_group, any);
            }
            group.alike.add_to(of_group, some_places);
            if (all.empty())
                all = std::move(of_group);
            else
                keep(all, of_group);
        }
        return all;
    }

    // bm25 adds up the phrases of a query, so a name that is indexed with the stems of three languages would count three times,
    // and it reads every document's length. Here a term counts once: as typed more than any word that means the same, then by its
    // places. PostgreSQL's rank says the same (postgres/search.cpp).
    std::int64_t rank(std::size_t bit) const {
        std::int64_t sum = 0;
        for (const OfGroup& group : groups_) {
            const unsigned together = group.alike.places_in(bit);
            for (const OfTerm& term : group.terms) {
                const unsigned exact = term.exact.places_in(bit);
                sum += exact ? (1U << places) + exact : term.alike.places_in(bit) | together;
            }
        }
        return sum;
    }

  private:
    struct OfTerm {
        Held exact, alike;
    };
    struct OfGroup {
        std::vector<OfTerm> terms;  // at least one
        Held alike;
    };
    const WordLists& lists_;
    std::vector<OfGroup> groups_;
};

struct Ranked {
    std::int64_t number = 0, rank = 0;
};

// Ranks the first documents of a type, at most so many.
void rank(const Answer& answer, const Set& set, const TypeBits& of, std::size_t most, std::vector<Ranked>& ranked) {
    each(set, of, [&](std::size_t bit) {
        if (most == 0) return false;
        ranked.push_back({of.number_of(bit), answer.rank(bit)});
        return --most > 0;
    });
}

// Calls back with the number and the id of each.
void ids_of(store::Connection& connection, std::span<const Ranked> documents, const store::EachRow& use) {
    std::string numbers = "[";
    for (const Ranked& one : documents) numbers += fmt::format("{}{}", numbers.size() > 1 ? "," : "", one.number);
    connection.query("SELECT number, id FROM comity_document WHERE number IN (SELECT value FROM json_each($1))",
                     {std::string_view(numbers += "]")}, use);
}

// The best of them with their ids, which are read of no more than may be among them.
std::vector<Found> best_of(store::Connection& connection, std::vector<Ranked> ranked, const std::vector<TypeBits>& types,
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
            const auto type = std::ranges::find(types, row.integer(0) >> type_shift, &TypeBits::type);
            Found one{type->name, std::string(row.text(1)), rank};
            if (!asked.after || store::comes_before(*asked.after, one)) found.push_back(std::move(one));
        });
    }
    store::keep_best(found, asked.limit);
    return found;
}

}  // namespace

store::Matches matches(store::Connection& connection, const store::Query& query, const store::Search& asked, KeptLists& kept) {
    WordLists lists(connection, kept);
    const Answer answer(lists, query);
    const Set found = answer.documents(places);
    store::Matches all;
    for (const TypeBits& type : lists.types()) {
        if (!asked.count_others && !store::asks_for(asked, type.name)) continue;
        std::size_t matches = 0;
        each(found, type, [&](std::size_t) { return ++matches <= asked.most; });
        if (matches > 0) all.kinds.push_back({type.name, matches});
    }
    std::ranges::sort(all.kinds, {}, &store::KindFound::type);
    std::vector<Ranked> ranked;
    Set titled, others;  // once they are needed
    for (const store::Share& share : store::shares(all.kinds, asked)) {
        const auto type = std::ranges::find(lists.types(), share.type, &TypeBits::name);
        if (share.ranked == share.matches) {
            rank(answer, found, *type, share.ranked, ranked);
            continue;
        }
        if (titled.empty()) {
            titled = answer.documents(1);
            others = found;
            for (std::size_t i = 0; i < others.size(); ++i) others[i] &= ~titled[i];
        }
        const std::size_t before = ranked.size();
        rank(answer, titled, *type, share.ranked, ranked);
        rank(answer, others, *type, share.ranked - (ranked.size() - before), ranked);
    }
    all.best = best_of(connection, std::move(ranked), lists.types(), asked);
    return all;
}

bool finds(store::Connection& connection, const store::Query& query, KeptLists& kept) {
    WordLists lists(connection, kept);
    return std::ranges::any_of(Answer(lists, query).documents(places), [](std::uint64_t bits) { return bits != 0; });
}

}  // namespace comity::store::sqlite
