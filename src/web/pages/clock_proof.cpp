#include "web/pages/clock_proof.hpp"

#include <algorithm>

#include "base/format.hpp"
#include "law/provision.hpp"
#include "web/pages/count_table.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/status_words.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Day;

void entry(Html& h, std::string_view term, const std::function<void()>& say, bool result = false) {
    h.div([&] {
        h.dt(term);
        h.dd(cls(result ? "result" : ""), [&] { say(); });
    });
}

void time_long(Html& h, base::Language language, const base::Date& date) {
    h.time(datetime(base::to_string(date)), date.day() ? base::long_date(language, *date.day()) : base::date(language, date));
}

const registry::DocketEvent* docket_event(const ProofView& view, int index) {
    return index == law::no_event || !view.of ? nullptr : &view.of->events[static_cast<std::size_t>(index)];
}

void opened_by(Html& h, const ProofView& view, const law::Clock& clock) {
    if (clock.missing == law::Missing::opening_event) return;  // said among what is missing
    entry(h, view.words("proof.opened_by"), [&] {
        h.p([&] {
            h.write(event_name(view.mechanism, view.words, clock.opened_by.type), ", ");
            if (clock.opened_by.date)
                time_long(h, view.language, *clock.opened_by.date);
            else
                h.write(view.words("case.date_unknown"));
            h.write(". ", view.words("proof.first_day"));
        });
        const registry::DocketEvent* event = docket_event(view, clock.opened_by.event);
        if (event && event->document_date && clock.limit && clock.limit->counted_from == law::CountedFrom::delivery)
            h.p(view.words("proof.delivery", {{"date", base::date(view.language, *event->document_date)}}));
    });
}

void authority(Html& h, const ProofView& view, const law::Authority& held) {
    h.p([&] {
        h.write(law::cited(view.words, held.provision), " ");
        confidence_mark(h, view.words, law::code(held.confidence));
    });
    if (!held.note.empty())
        h.p(cls("small", "soft"), lang(base::code(base::shown(held.note, view.language).language)),
            base::shown(held.note, view.language).text);
    if (!held.source.empty()) h.p(cls("small", "soft"), [&] { source(h, view.words, held.source, "proof.source"); });
}

// "in force from 1 July 2020", "in force from … to …"; nothing where both ends are open.
std::string span_text(const ProofView& view, const law::Span& span) {
    const std::string from = span.from ? base::date(view.language, *span.from) : "",
                      to = span.to ? base::date(view.language, *span.to) : "";
    if (span.from && span.to) return view.words("proof.in_force_between", {{"from", from}, {"to", to}});
    if (span.from) return view.words("proof.in_force_from", {{"from", from}});
    if (span.to) return view.words("proof.in_force_to", {{"to", to}});
    return "";
}

void rule(Html& h, const ProofView& view, const law::Clock& clock) {
    entry(h, view.words("proof.rule"), [&] {
        if (!clock.limit || !clock.version) {
            h.p(view.words("proof.no_version"));
            return;
        }
        h.p([&] {
            h.write(limit_text(clock.limit, view.words), ". ", base::shown(clock.version->name, view.language).text);
            const std::string span = span_text(view, law::in_force(view.mechanism, *clock.limit));
            if (!span.empty()) h.write(", ", span);
            h.write(". ");
            confidence_mark(h, view.words, law::code(clock.version->authority.confidence));
        });
        if (clock.version->axis == law::Axis::filed)
            h.p(cls("small", "soft"), view.filed
                                          ? view.words("proof.by_filing", {{"date", base::date(view.language, *view.filed)}})
                                          : std::string(view.words("proof.by_filing_unknown")));
        if (clock.version->axis == law::Axis::opened && clock.opened_by.date)
            h.p(cls("small", "soft"),
                view.words("proof.by_opening", {{"date", base::date(view.language, *clock.opened_by.date)}}));
        // Where there is no limit, nothing can be passed.
        if (clock.limit->unit != law::Unit::none)
            h.p(cls("small", "soft"), view.words(clock.limit->strength == law::Strength::hard ? "proof.hard" : "proof.soft"));
    });
}

void calendar(Html& h, const ProofView& view, const law::Limit& limit) {
    entry(h, view.words("proof.calendar"), [&] {
        const bool working = limit.unit == law::Unit::working;
        if (!working) h.p(view.words(limit.roll == law::Roll::none ? "proof.calendar_days" : "proof.calendar_days_rolled"));
        if (limit.calendar && (working || limit.roll != law::Roll::none))
            h.p([&] {
                h.write(base::shown(limit.calendar->name(), view.language).text, " ");
                confidence_mark(h, view.words, law::code(limit.calendar->authority().confidence));
            });
    });
}

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

void count(Html& h, const ProofView& view, const law::Clock& clock, const std::vector<law::SkippedDay>& skipped) {
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
        if (working ? !off : day <= clock.raw_last_day.value_or(*clock.due)) counted.number = ++number;
        table.days.push_back(std::move(counted));
    }
    entry(h, view.words("proof.count"), [&] { count_table(h, table); });
}

// Every skipped day by name, under the reason for which it was skipped.
void skipped_list(Html& h, const ProofView& view, const std::vector<law::SkippedDay>& skipped) {
    std::vector<const law::DayOff*> reasons;
    for (const law::SkippedDay& day : skipped)
        if (std::ranges::find(reasons, day.why) == reasons.end()) reasons.push_back(day.why);
    entry(h, view.words("proof.skipped"), [&] {
        if (skipped.empty()) h.p(view.words("proof.skipped_none"));
        if (!skipped.empty())
            h.ul([&] {
                for (const law::DayOff* why : reasons)
                    h.li([&] {
                        h.write(base::shown(why->name, view.language).text, view.words("proof.colon"));
                        bool first = true;
                        for (const law::SkippedDay& day : skipped) {
                            if (day.why != why) continue;
                            if (!first) h.write(view.words("list.between"));
                            h.time(datetime(base::to_string(day.day)), skipped.size() > 4
                                                                           ? base::weekday_date(view.language, day.day)
                                                                           : base::long_date(view.language, day.day));
                            first = false;
                        }
                    });
            });
    });
}

void roll(Html& h, const ProofView& view, const law::Clock& clock) {
    entry(h, view.words("proof.roll"), [&] {
        if (!clock.raw_last_day || *clock.raw_last_day == *clock.due) {
            h.write(view.words("proof.roll_none"));
            return;
        }
        const law::DayOff* why = clock.limit->calendar ? clock.limit->calendar->why_off(*clock.raw_last_day) : nullptr;
        h.write(view.words("proof.rolled", {{"day", base::long_date(view.language, *clock.raw_last_day)},
                                            {"why", why ? base::shown(why->name, view.language).text : ""},
                                            {"due", base::long_date(view.language, *clock.due)}}));
    });
}

void extension(Html& h, const ProofView& view, const law::Clock& clock) {
    if (!clock.extended || !clock.limit->extension) return;
    entry(h, view.words("proof.extension"), [&] {
        h.p(view.words.plural("proof.extended", clock.limit->extension->number));
        authority(h, view, clock.limit->extension->authority);
    });
}

void explanations(Html& h, const ProofView& view, const law::Clock& clock) {
    if (clock.explanations.empty()) return;
    entry(h, view.words("proof.explained"), [&] {
        for (int index : clock.explanations) {
            const registry::DocketEvent* event = docket_event(view, index);
            h.p([&] {
                if (event->date) time_long(h, view.language, *event->date);
                h.write(" ");
                if (!event->note.empty())
                    h.span(lang(base::code(base::shown(event->note, view.language).language)),
                           base::shown(event->note, view.language).text);
            });
        }
        h.p(cls("small", "soft"), view.words("proof.explained_note"));
    });
}

void missing(Html& h, const ProofView& view, const law::Clock& clock) {
    if (clock.missing == law::Missing::nothing) return;
    entry(h, view.words("proof.missing"), [&] {
        switch (clock.missing) {
            case law::Missing::nothing: break;
            case law::Missing::opening_event: h.p(view.words("missing.opening_event")); break;
            case law::Missing::opening_date: h.p(view.words("missing.opening_date")); break;
            case law::Missing::rule: h.p(view.words("missing.rule")); break;
            case law::Missing::month_reading: h.p(view.words("missing.month_reading")); break;
            case law::Missing::known_days: h.p(view.words("missing.known_days")); break;
        }
        if (clock.earliest_due && clock.latest_due)
            h.p(view.words("missing.bounds", {{"from", base::date(view.language, *clock.earliest_due)},
                                              {"to", base::date(view.language, *clock.latest_due)}}));
    });
}

void end(Html& h, const CaseView& view, const law::Clock& clock) {
    h.div(cls("end"), [&] {
        h.dt(view.words("proof.met"));
        h.dd([&] {
            h.p(cls("result"), clock_text(clock, view.on.on, view.known_to(), view.words));
            const auto ended = clock.met_by ? clock.met_by : clock.superseded_by;
            h.p([&] {
                if (ended) {
                    h.write(view.words("proof.by", {{"event", event_name(view, ended->type)}}), " ");
                    if (ended->date) time_long(h, view.language, *ended->date);
                    if (!ended->date) h.write(view.words("case.date_unknown"));
                } else {
                    h.write(view.words("proof.on_the_day_shown", {{"day", base::long_date(view.language, view.on.on)}}));
                }
                if (clock.unexplained) {
                    h.write(". ", view.words("proof.unexplained_note"), " ");
                    h.span(cls("mark", "recalled"), view.words("proof.unexplained"));
                }
            });
        });
    });
}

}  // namespace

void clock_proof(Html& h, const ProofView& view, const law::Clock& clock, const std::function<void()>& last) {
    h.dl(cls("proof"), [&] {
        opened_by(h, view, clock);
        entry(h, view.words("proof.provision"),
              [&] { authority(h, view, clock.limit ? clock.limit->authority : clock.step->authority); });
        rule(h, view, clock);
        if (clock.due) {
            calendar(h, view, *clock.limit);
            const auto skipped = law::skipped_days(clock);
            const bool counted_in_days = clock.limit->unit == law::Unit::calendar || clock.limit->unit == law::Unit::working;
            if (counted_in_days && clock.opened_by.date && clock.opened_by.date->day()) count(h, view, clock, skipped);
            skipped_list(h, view, skipped);
            roll(h, view, clock);
            extension(h, view, clock);
            entry(h, view.words("proof.due"), [&] { time_long(h, view.language, base::Date(*clock.due)); }, true);
        }
        missing(h, view, clock);
        explanations(h, view, clock);
        last();
    });
}

void clock_proof(Html& h, const CaseView& view, const law::Clock& clock) {
    const ProofView proof{*view.on.mechanism, view.on.of, view.on.of->filed(), view.language, view.words};
    clock_proof(h, proof, clock, [&] { end(h, view, clock); });
}

}  // namespace comity::pages
