#include <algorithm>
#include <utility>

#include "base/format.hpp"
#include "law/clock_words.hpp"
#include "law/provision.hpp"
#include "web/pages/calculator_parts.hpp"
#include "web/pages/clock_proof.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/status_words.hpp"
#include "web/site/routes.hpp"

namespace comity::pages {

namespace {

using namespace html;
using law::ClockAhead;

std::string_view shown(const CalculatorView& view, const base::Text& text) { return base::shown(text, view.language).text; }

std::string event(const CalculatorView& view, std::string_view type) {
    return law::event_name(*view.asked.mechanism, type, view.words);
}

std::string calculator_address(const CalculatorView& view, const server::Parameters& query) {
    return site::address(site::Page::calculator, view.language, {}, "", query);
}

std::string_view actor_name(const CalculatorView& view, const ClockAhead& one) {
    const std::string& actor = one.clock.step->actor;
    if (actor == "party" && !view.asked.opening.party.empty())
        return site::party_name(view.site, view.asked.opening.party, view.language);
    const law::Actor* known = law::find_actor(*view.asked.mechanism, actor);
    return known ? shown(view, known->name) : std::string_view(actor);
}

// "Party · 60 days"; which limit it will be is not known before the day on which the step opens.
std::string who_within(const CalculatorView& view, const ClockAhead& one) {
    std::string text(actor_name(view, one));
    if (one.clock.limit) text += " · " + limit_text(one.clock.limit, view.words);
    return text;
}

std::string anchor(const law::Step& step) { return "clock-" + step.id; }

void due_cell(Html& h, const CalculatorView& view, const ClockAhead& one) {
    const law::Clock& clock = one.clock;
    if (clock.due) {
        h.strong([&] { h.time(datetime(base::to_string(*clock.due)), base::weekday_date(view.language, *clock.due)); });
    } else if (clock.earliest_due && clock.latest_due) {
        h.strong(view.words("calculator.between", {{"from", base::short_date(view.language, *clock.earliest_due)},
                                                   {"to", base::short_date(view.language, *clock.latest_due)}}));
    } else {
        h.write(view.words("calculator.no_due"));
    }
    if (one.ends_by == law::EndsBy::given && clock.due) h.span(cls("under"), clock_text(clock, *one.ends, *one.ends, view.words));
    if (!clock.limit || !clock.limit->extension) return;
    h.label(cls("under", "longer"), [&] {
        h.input(type("checkbox"), html::name("extended"), html::value(clock.step->id), attr<"form">("calculator"),
                attr<"checked">(clock.extended));
        h.write(" ");
        h.span(view.words("calculator.longer"));
    });
}

void step_row(Html& h, const CalculatorView& view, const ClockAhead& one) {
    const law::Clock& clock = one.clock;
    h.tr([&] {
        h.th(scope("row"), cls("name"), [&] {
            h.a(href("#" + anchor(*clock.step)), shown(view, clock.step->name));
            h.span(cls("under"), who_within(view, one));
        });
        h.td(attr<"data-label">(view.words("calculator.opens")), [&] {
            if (clock.opened_by.date)
                time_short(h, view.language, *clock.opened_by.date);
            else
                h.write(view.words("case.date_unknown"));
            h.span(cls("under"), event(view, clock.opened_by.type));
        });
        h.td(attr<"data-label">(view.words("calculator.due")), [&] { due_cell(h, view, one); });
        h.td(attr<"data-label">(view.words("calculator.real")), [&] {
            if (clock.step->closes.empty()) return;
            const std::string label = view.words("calculator.real_of", {{"step", shown(view, clock.step->name)}});
            h.input(type("date"), html::name(clock.step->id), attr<"form">("calculator"), aria_label(label),
                    html::value(server::find(view.asked.given, clock.step->id).value_or("")));
        });
    });
}

void entry(Html& h, std::string_view term, const std::function<void()>& say) {
    h.div([&] {
        h.dt(term);
        h.dd([&] { say(); });
    });
}

// A later step leads to its place on this page, an earlier one to a calculation of its own.
void step_links(Html& h, const CalculatorView& view, const ClockAhead& from, const std::vector<int>& steps, bool back) {
    const law::Mechanism& mechanism = *view.asked.mechanism;
    bool first = true;
    for (const int at : steps) {
        const law::Step& step = mechanism.steps[static_cast<std::size_t>(at)];
        if ((&step <= from.clock.step) != back) continue;
        const bool here =
            std::ranges::any_of(view.asked.ahead->clocks, [&](const ClockAhead& c) { return c.clock.step == &step; });
        if (!back && !here) continue;  // it is not in force on that day
        h.write(first ? " " : view.words("list.between"));
        first = false;
        if (!back) {
            h.a(href("#" + anchor(step)), shown(view, step.name));
            continue;
        }
        server::Parameters query{{"mechanism", mechanism.id}, {"step", step.id}};
        if (from.ends) query.push_back({"date", base::to_string(*from.ends)});
        h.a(href(calculator_address(view, query)), shown(view, step.name));
    }
}

void onward(Html& h, const CalculatorView& view, const ClockAhead& one) {
    if (one.onward.empty()) return;
    const law::Step* own = one.clock.step;
    const auto place = [&](const law::Step* step) { return static_cast<int>(step - view.asked.mechanism->steps.data()); };
    entry(h, view.words("calculator.onward"), [&] {
        h.ul([&] {
            for (const law::Onward& way : one.onward)
                h.li([&] {
                    const std::string name = event(view, way.event);
                    const bool ahead = std::ranges::any_of(way.opens, [&](int step) { return step > place(own); });
                    const bool back = std::ranges::any_of(way.opens, [&](int step) { return step <= place(own); });
                    if (ahead) {
                        h.write(view.words("calculator.onward_opens", {{"event", name}}));
                        step_links(h, view, one, way.opens, false);
                    } else if (back) {
                        h.write(view.words("calculator.onward_back", {{"event", name}}));
                        step_links(h, view, one, way.opens, true);
                    } else if (way.outcome >= 0) {
                        const law::Outcome& outcome = view.asked.mechanism->outcomes[static_cast<std::size_t>(way.outcome)];
                        h.write(view.words("calculator.onward_ends", {{"event", name}, {"outcome", shown(view, outcome.name)}}));
                    } else {
                        h.write(name);
                    }
                });
        });
    });
}

void other_ways(Html& h, const CalculatorView& view, const ClockAhead& one) {
    if (one.ways.size() < 2) return;
    entry(h, view.words("calculator.other_ways"), [&] {
        h.ul([&] {
            for (std::size_t i = 1; i < one.ways.size(); ++i) {
                const law::Way& way = one.ways[i];
                const std::string name = event(view, way.event), date = way.day ? base::date(view.language, *way.day) : "";
                const std::string_view step = shown(view, view.asked.ahead->clocks[way.from].clock.step->name);
                h.li(view.words(way.day ? "calculator.way" : "calculator.way_undated",
                                {{"event", name}, {"step", step}, {"date", date}}));
            }
        });
    });
}

void end_of(Html& h, const CalculatorView& view, const ClockAhead& one) {
    other_ways(h, view, one);
    onward(h, view, one);
    h.div(cls("end"), [&] {
        h.dt(view.words("calculator.ends"));
        h.dd([&] {
            switch (one.ends_by) {
                case law::EndsBy::due: h.p(view.words("calculator.ends_due")); break;
                case law::EndsBy::unknown:
                    h.p(view.words(one.clock.opened_by.date ? "calculator.ends_unknown" : "calculator.no_day"));
                    break;
                case law::EndsBy::given:
                    h.p(view.words("calculator.ends_given"), " ",
                        [&] { h.time(datetime(base::to_string(*one.ends)), base::long_date(view.language, *one.ends)); });
                    if (one.clock.due) h.p(cls("result"), clock_text(one.clock, *one.ends, *one.ends, view.words));
                    break;
            }
        });
    });
}

std::string span_text(const CalculatorView& view, const law::Span& span) {
    return (span.from ? base::date(view.language, *span.from) : "") + " – " +
           (span.to ? base::date(view.language, *span.to) : "");
}

// The day of the filing, where it is said or is the day of the question.
std::optional<base::Day> filing_day(const site::Calculation& asked) {
    return law::is_filing(*asked.mechanism, asked.event) ? asked.opening.day : asked.opening.filed;
}

}  // namespace

void reservations(Html& h, const CalculatorView& view) {
    const law::Mechanism& mechanism = *view.asked.mechanism;
    const auto filed = filing_day(view.asked);
    const base::Day asked = filed.value_or(view.asked.opening.day);
    // A case that was filed in time goes on after the last day for filings.
    const bool outside = filed ? !mechanism.filed.holds(asked) : mechanism.filed.from && asked < *mechanism.filed.from;
    if (outside)
        h.div(cls("notice"), role("note"),
              [&] { h.p(view.words("calculator.outside", {{"span", span_text(view, mechanism.filed)}})); });
    if (view.asked.unused.empty()) return;
    std::vector<std::string> names;
    for (const std::string& id : view.asked.unused) {
        const law::Step* step = law::find_step(mechanism, id);
        names.emplace_back(step ? shown(view, step->name) : std::string_view(id));
    }
    h.div(cls("notice"), role("note"),
          [&] { h.p(view.words("calculator.unused", {{"steps", base::list_of(view.language, names)}})); });
}

void clocks_ahead(Html& h, const CalculatorView& view) {
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), view.words("calculator.caption"));
        h.thead([&] {
            h.tr([&] {
                for (const char* key : {"calculator.step", "calculator.opens", "calculator.due", "calculator.real"})
                    h.th(scope("col"), view.words(key));
            });
        });
        h.tbody([&] {
            for (const ClockAhead& one : view.asked.ahead->clocks) step_row(h, view, one);
        });
    });
    h.p(cls("unprinted"), [&] { h.button(attr<"form">("calculator"), view.words("calculator.again")); });
}

void proofs_ahead(Html& h, const CalculatorView& view) {
    const auto filed = filing_day(view.asked);
    const ProofView proof{*view.asked.mechanism, filed ? std::optional(base::Date(*filed)) : std::nullopt, view.language,
                          view.words};
    h.div(cls("clocks"), [&] {
        bool first = true;
        for (const ClockAhead& one : view.asked.ahead->clocks) {
            const law::Clock& clock = one.clock;
            h.details(cls("clock"), id(anchor(*clock.step)), attr<"open">(std::exchange(first, false)), [&] {
                h.summary([&] {
                    h.span(cls("name"), [&] {
                        h.write(shown(view, clock.step->name));
                        h.span(cls("limit"), who_within(view, one));
                    });
                    h.span([&] {
                        if (clock.due)
                            h.write(view.words("docket.due", {{"due", base::short_date(view.language, *clock.due)}}));
                        else
                            h.write(view.words("clocks.no_due"));
                    });
                });
                clock_proof(h, proof, clock, [&] { end_of(h, view, one); });
            });
        }
    });
}

}  // namespace comity::pages
