#include "web/pages/terms.hpp"

#include <algorithm>
#include <cmath>

#include "base/format.hpp"
#include "body/council/body.hpp"
#include "body/council/meeting.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"

namespace comity::pages {

using namespace html;
using council::OfficeTerm;

namespace {

constexpr std::size_t most_drawn = 30;  // more bars than can be read are not drawn

// "1994.5": the year and how much of it is gone.
double in_years(base::Day day) {
    const int year = static_cast<int>(std::chrono::year_month_day(day).year());
    const base::Day first{std::chrono::year{year} / 1 / 1};
    return year + static_cast<double>((day - first).count()) / 365.25;
}

std::string years_text(const ValueView& view, const OfficeTerm& term) {
    const auto said = [&](const std::optional<base::Date>& date) {
        return date ? std::to_string(date->year()) : std::string("?");
    };
    if (!term.start_date && !term.end_date) return std::string(view.words("terms.unknown"));
    const std::string start = said(term.start_date), end = said(term.end_date);
    return start == end ? start : start + "–" + end;
}

std::string name_of(const ValueView& view, const OfficeTerm& term, TermsOf of) {
    if (of == TermsOf::person) {
        std::string office = capital(site::label("offices-held", term.office, view.language));
        if (!term.body) return office;
        const base::Text body = site::record_title(view.shelves, council::Body::type(), term.body->id);
        return office + ", " + std::string(base::shown(body, view.language).text);
    }
    const base::Text name = site::record_title(view.shelves, council::Person::type(), term.person.id);
    return std::string(base::shown(name, view.language).text);
}

void drawing(Html& h, const ValueView& view, const std::vector<OfficeTerm>& terms, TermsOf of) {
    std::vector<TermBar> bars;
    for (const OfficeTerm& term : terms)
        if (term.start_date && bars.size() < most_drawn)
            bars.push_back({name_of(view, term, of), years_text(view, term), term.start_date, term.end_date});
    if (bars.empty()) return;
    const insight::BarChart chart = terms_chart(bars);
    h.figure(cls("chart-frame"), [&] {
        for (const insight::Shape shape : {insight::Shape::broad, insight::Shape::tall})
            h.write(raw(insight::draw(chart, {.language = view.language,
                                              .shape = shape,
                                              .id = shape == insight::Shape::broad ? "terms-broad" : "terms-tall",
                                              .title = std::string(view.words("terms.drawing")),
                                              .subtitle = {}})));
        h.figcaption(cls("small", "soft"), view.words("terms.reading"));
    });
}

void row(Html& h, const ValueView& view, const OfficeTerm& term, TermsOf of) {
    const base::Words& words = view.words;
    h.tr([&] {
        h.th(scope("row"), cls("name"), [&] {
            if (of == TermsOf::body)
                record_link(h, view, council::Person::type(), term.person.id);
            else
                h.write(capital(site::label("offices-held", term.office, view.language)));
            if (!term.party.empty()) h.span(cls("under"), site::party_name(view.site, term.party, view.language));
        });
        h.td(attr<"data-label">(words(of == TermsOf::body ? "field.office_term.office" : "field.office_term.body")), [&] {
            if (of == TermsOf::body)
                h.write(capital(site::label("offices-held", term.office, view.language)));
            else if (term.body)
                record_link(h, view, council::Body::type(), term.body->id);
            if (!term.title.empty()) h.span(cls("under"), [&] { record_text(h, term.title, view.language); });
            if (term.acting) h.span(cls("under"), words("field.office_term.acting"));
            if (term.meeting) h.span(cls("under"), [&] { record_link(h, view, council::Meeting::type(), term.meeting->id); });
            if (!term.note.empty()) h.span(cls("under"), [&] { record_text(h, term.note, view.language); });
        });
        h.td(cls("date"), attr<"data-label">(words("field.office_term.start_date")),
             [&] { date_or_unknown(h, view, term.start_date); });
        h.td(cls("date"), attr<"data-label">(words("field.office_term.end_date")), [&] {
            if (term.end_date)
                time_short(h, view.language, *term.end_date);
            else
                h.span(cls("soft"), words("terms.no_end"));
        });
    });
}

}  // namespace

std::vector<OfficeTerm> sorted_terms(std::vector<OfficeTerm> terms) {
    std::ranges::stable_sort(terms, [](const OfficeTerm& a, const OfficeTerm& b) {
        if (a.start_date.has_value() != b.start_date.has_value()) return a.start_date.has_value();
        return a.start_date && *a.start_date > *b.start_date;
    });
    return terms;
}

insight::BarChart terms_chart(const std::vector<TermBar>& bars) {
    double first = 9999, last = 0;
    for (const TermBar& bar : bars) {
        if (bar.start) first = std::min(first, std::floor(in_years(bar.start->first())));
        for (const auto& date : {bar.start, bar.end})
            if (date) last = std::max(last, std::floor(in_years(date->last())) + 1);
    }
    insight::BarChart chart;
    if (last <= first) return chart;
    chart.most = last - first;
    const double step = std::ceil(chart.most / 4);
    for (double at = 0; at <= chart.most; at += step) chart.ticks.push_back({at, std::to_string(static_cast<int>(first + at))});
    for (const TermBar& bar : bars) {
        insight::Bar drawn{.heading = "", .label = bar.label, .note = bar.note, .look = insight::Bar::Look::none};
        if (bar.start) {
            drawn.look = insight::Bar::Look::range;
            drawn.from = in_years(bar.start->first()) - first;
            if (bar.end) drawn.to = std::max(in_years(bar.end->last()) - first, *drawn.from);
        }
        chart.bars.push_back(std::move(drawn));
    }
    return chart;
}

void terms(Html& h, const ValueView& view, const std::vector<OfficeTerm>& terms, TermsOf of) {
    const base::Words& words = view.words;
    drawing(h, view, terms, of);
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), words("terms.drawing"));
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), words(of == TermsOf::body ? "field.office_term.person" : "field.office_term.office"));
                h.th(scope("col"), words(of == TermsOf::body ? "field.office_term.office" : "field.office_term.body"));
                h.th(scope("col"), words("field.office_term.start_date"));
                h.th(scope("col"), words("field.office_term.end_date"));
            });
        });
        h.tbody([&] {
            for (const OfficeTerm& term : terms) row(h, view, term, of);
        });
    });
}

}  // namespace comity::pages
