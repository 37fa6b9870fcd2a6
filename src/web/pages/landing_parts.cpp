#include "web/pages/landing_parts.hpp"

#include <algorithm>

#include "base/format.hpp"
#include "body/council/office.hpp"
#include "body/program/budget.hpp"
#include "body/program/strategic_plan.hpp"
#include "record/codec.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"

namespace comity::pages {

namespace {

using namespace html;
using collections::Item;
using site::LandingPart;

// The records of the part, as the store has them now.
template <class T>
std::vector<T> read(const LandingView& view, const LandingPart& part) {
    std::vector<T> records;
    const store::Snapshot snapshot = view.of.site.store().snapshot();
    for (const Item* item : part.rows)
        if (const auto stored = snapshot.read(part.collection->type->name, item->id, record::Audience::everyone))
            records.push_back(record::read_as<T>(stored->record));
    return records;
}

void in_office(Html& h, const LandingView& view, const LandingPart& part) {
    const base::Words& words = view.of.words;
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), words("landing.in-office"));
        h.thead([&] {
            h.tr([&] {
                for (const char* key : {"list.name", "field.office_term.office", "field.office_term.start_date"})
                    h.th(scope("col"), words(key));
            });
        });
        h.tbody([&] {
            for (std::size_t at = 0; at < part.rows.size(); ++at) {
                const council::OfficeTerm& term = part.terms[at];
                h.tr([&] {
                    h.th(scope("row"), cls("name"), [&] {
                        record_link(h, view.of, *part.collection->type, part.rows[at]->id);
                        if (!term.party.empty())
                            h.span(cls("under"), site::party_name(view.of.site, term.party, view.of.language));
                    });
                    h.td(attr<"data-label">(words("field.office_term.office")), [&] {
                        h.write(capital(site::label("offices-held", term.office, view.of.language)));
                        if (!term.title.empty()) h.span(cls("under"), [&] { record_text(h, term.title, view.of.language); });
                    });
                    h.td(cls("date"), attr<"data-label">(words("field.office_term.start_date")),
                         [&] { date_or_unknown(h, view.of, term.start_date); });
                });
            }
        });
    });
}

void offices(Html& h, const LandingView& view, const LandingPart& part) {
    const base::Words& words = view.of.words;
    h.div(cls("columns"), [&] {
        for (const council::Office& office : read<council::Office>(view, part))
            h.div(cls("stack", "tight"), [&] {
                h.h3([&] { record_link(h, view.of, council::Office::type(), office.id); });
                if (office.place) h.p(cls("soft"), [&] { record_text(h, office.place->name, view.of.language); });
                if (!office.address.empty()) h.p(office.address);
                for (const council::Telephone& telephone : office.telephones)
                    h.p(cls("small"), [&] {
                        h.a(href("tel:", telephone.number), telephone.number);
                        if (!telephone.note.empty()) h.write(" · ", [&] { record_text(h, telephone.note, view.of.language); });
                    });
            });
    });
    if (part.collection->placed())
        h.p([&] {
            h.a(href(site::address(site::Page::map, view.of.language, {}, "", {{"layer", "offices"}})), words("map.from_list"));
        });
}

void plan(Html& h, const LandingView& view, const LandingPart& part) {
    for (const program::StrategicPlan& one : read<program::StrategicPlan>(view, part)) {
        h.h3([&] { record_link(h, view.of, program::StrategicPlan::type(), one.id); });
        h.p(cls("soft"),
            base::short_date(view.of.language, one.start_date) + "–" + base::short_date(view.of.language, one.end_date));
        if (one.pillars.empty()) continue;
        if (!one.pillar_term.empty())
            h.h4(lang_of(one.pillar_term, view.of.language), capital(base::shown(one.pillar_term, view.of.language).text));
        h.ol([&] {
            for (const base::Text& pillar : one.pillars) h.li([&] { record_text(h, pillar, view.of.language); });
        });
    }
}

void budget(Html& h, const LandingView& view, const LandingPart& part) {
    const base::Words& words = view.of.words;
    for (const program::Budget& one : read<program::Budget>(view, part)) {
        h.dl(cls("figures"), [&] {
            h.div([&] {
                h.dt([&] { record_link(h, view.of, program::Budget::type(), one.id); });
                if (one.total)
                    h.dd(money_text(words, *one.total));
                else
                    h.dd(cls("untold"), words("plan.not_told"));
                h.dd(words("field.budget.total"));
            });
            for (const program::Contribution& contribution : one.contributions)
                h.div([&] {
                    h.dt(site::party_name(view.of.site, contribution.party, view.of.language));
                    h.dd(money_text(words, contribution.amount));
                    h.dd(words("field.budget.contributions"));
                });
        });
    }
}

struct Shown {
    std::string_view part;
    void (*content)(Html&, const LandingView&, const LandingPart&);
};
constexpr Shown own[] = {{"bodies", landing_tree}, {"in-office", in_office}, {"offices", offices},   {"plan", plan},
                         {"last-plan", plan},      {"budget", budget},       {"last-budget", budget}};

}  // namespace

void landing_content(Html& h, const LandingView& view, const LandingPart& part) {
    const auto* at = std::ranges::find(own, part.name, &Shown::part);
    if (at != std::end(own))
        at->content(h, view, part);
    else if (part.by)
        landing_counts(h, view, part);
    else
        landing_rows(h, view, part);
}

}  // namespace comity::pages
