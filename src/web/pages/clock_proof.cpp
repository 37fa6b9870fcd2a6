#include "web/pages/clock_proof.hpp"

#include <algorithm>

#include "base/format.hpp"
#include "body/registry/explained.hpp"
#include "web/pages/count_table.hpp"
#include "web/pages/layout.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Day;
using law::EntryKind;

CountTable::Words table_words(const ProofView& view) {
    const base::Language language = view.language;
    CountTable::Words words{.week_of = std::string(view.words("count.week_of")),
                            .weekdays = {},
                            .opens = std::string(view.words("count.opens")),
                            .due = std::string(view.words("count.due")),
                            .monday =
                                [language](Day day) {
                                    const std::chrono::year_month_day ymd{day};
                                    return std::to_string(static_cast<unsigned>(ymd.day())) + " " +
                                           std::string(base::short_month_name(language, ymd.month()));
                                },
                            .caption = [&view](const std::optional<CountTable::LeftOut>& left) -> std::string {
                                if (!left) return std::string(view.words("count.caption"));
                                const std::string first = std::to_string(left->first_number),
                                                  last = std::to_string(left->last_number);
                                return view.words.plural("count.left_out", left->skipped,
                                                         {{"first", first},
                                                          {"last", last},
                                                          {"from", base::date(view.language, left->first)},
                                                          {"to", base::date(view.language, left->last)}});
                            }};
    for (unsigned i = 0; i < 7; ++i) words.weekdays[i] = base::short_weekday_name(language, std::chrono::weekday((i + 1) % 7));
    return words;
}

void count(Html& h, const ProofView& view, const law::Clock& clock) {
    const std::vector<law::SkippedDay> skipped = law::skipped_days(clock);
    const Day opens = clock.counted_from.value_or(*clock.opened_by.date->day());
    CountTable table{.opens = opens, .due = *clock.due, .days = {}, .words = table_words(view)};
    const bool working = clock.limit->unit == law::Unit::working;
    auto next = skipped.begin();
    int number = 0;
    for (Day day = opens + std::chrono::days{1}; day <= *clock.due; day += std::chrono::days{1}) {
        CountTable::CountedDay counted{.day = day};
        const bool off = next != skipped.end() && next->day == day;
        if (off) {
            counted.word = view.words(std::holds_alternative<law::YearEnd>(next->why->rule) ? "count.closed" : "count.off");
            ++next;
        }
        const bool paused = law::stands_still(clock, day);
        if (paused) counted.word = view.words("count.paused");
        if (!paused && (working ? !off : day <= clock.raw_last_day.value_or(*clock.due))) counted.number = ++number;
        table.days.push_back(std::move(counted));
    }
    count_table(h, table);
}

void pieces(Html& h, const ProofView& view, const law::Sentence& sentence) {
    for (const law::Piece& piece : sentence.pieces) switch (piece.kind) {
            case law::Piece::Kind::words: h.write(piece.text); break;
            case law::Piece::Kind::date: h.time(datetime(piece.code), piece.text); break;
            case law::Piece::Kind::source: source(h, view.words, piece.text, "proof.source"); break;
            case law::Piece::Kind::quote:
                h.span(only_if(piece.language != view.language, lang(base::code(piece.language))), piece.text);
                break;
            case law::Piece::Kind::mark:
                if (piece.code == "unexplained")
                    h.span(cls("mark", "recalled"), piece.text);
                else
                    confidence_mark(h, view.words, piece.code);
                break;
        }
}

void sentences(Html& h, const ProofView& view, const std::vector<law::Sentence>& all) {
    const auto in_list = [](const law::Sentence& sentence) { return sentence.item; };
    for (auto at = all.begin(); at != all.end();) {
        if (!at->item) {
            const bool small = at->weight == law::Sentence::Weight::small;
            const bool result = at->weight == law::Sentence::Weight::result;
            h.p(cls(small ? "small" : result ? "result" : "", small ? "soft" : ""), [&] { pieces(h, view, *at); });
            ++at;
            continue;
        }
        const auto end = std::find_if_not(at, all.end(), in_list);
        h.ul([&] {
            for (; at != end; ++at) h.li([&] { pieces(h, view, *at); });
        });
    }
}

void entry(Html& h, const ProofView& view, const law::Clock& clock, const law::Entry& told) {
    h.div(cls(told.kind == EntryKind::end ? "end" : ""), [&] {
        h.dt(told.term);
        h.dd([&] {
            if (told.kind == EntryKind::count)
                count(h, view, clock);
            else
                sentences(h, view, told.sentences);
        });
    });
}

}  // namespace

void clock_proof(Html& h, const ProofView& view, const law::Clock& clock, const std::function<void()>& last) {
    const base::Day day = clock.due.value_or(base::Day{});  // it is of no case: no sources end before it
    const law::Explanation told = law::explain(clock,
                                               {.mechanism = view.mechanism,
                                                .events = {},
                                                .findings = {},
                                                .told = {},
                                                .filed = view.filed,
                                                .on = day,
                                                .known_to = day,
                                                .actor = ""},
                                               view.words);
    h.dl(cls("proof"), [&] {
        for (const law::Entry& one : told.entries)
            if (one.kind != EntryKind::end) entry(h, view, clock, one);
        last();
    });
}

void clock_proof(Html& h, const CaseView& view, const law::Clock& clock) {
    const ProofView proof{*view.on.mechanism, registry::filed(view.on), view.language, view.words};
    const law::Explanation told =
        registry::explained(view.on, clock, site::actor_names(view.site, view.on, view.language), view.words);
    h.dl(cls("proof"), [&] {
        for (const law::Entry& one : told.entries) entry(h, proof, clock, one);
    });
}

}  // namespace comity::pages
