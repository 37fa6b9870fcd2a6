#include "web/pages/submissions_page.hpp"

#include <algorithm>

#include "base/format.hpp"
#include "web/pages/course_drawing.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/status_words.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Language;
using base::Words;
using registry::Standing;
using server::Parameters;

constexpr std::size_t rows_on_a_page = 20;
constexpr std::size_t values_shown = 8;  // of a long facet, the most frequent ones and those chosen

struct List {
    const site::Site& site;
    const server::Request& request;
    Language language;
    Words words;
    const site::Asked& asked;
    Parameters query;  // the filter as it stands
};

std::string list_address(const List& list, const Parameters& query) {
    return site::address(site::Page::submissions, list.language, {}, "", query);
}

std::string value_name(const List& list, std::string_view facet, std::string_view value) {
    if (facet == "party") return std::string(site::party_name(list.site, value, list.language));
    if (facet == "agreement") return std::string(site::label("agreements", value, list.language));
    if (facet == "matter") return std::string(site::label("matters", value, list.language));
    if (facet == "outcome") return std::string(outcome_name(list.site.law(), value, list.language));
    if (facet == "stage") return std::string(stage_name(list.site.law(), value, list.language));
    if (facet == "id") return list.words.plural("list.cases_named", static_cast<std::int64_t>(list.asked.filter.ids.size()));
    if (facet == "status" && value == "open") return std::string(list.words("status.open"));
    if (facet == "status" && value == "closed") return std::string(list.words("status.closed"));
    return std::string(value);
}

// The values of a facet, the most frequent first, with every chosen one among them even where it counts nothing.
std::vector<std::pair<std::string, std::size_t>> shown_values(const registry::Counts& counts,
                                                              const std::set<std::string>& chosen) {
    std::vector<std::pair<std::string, std::size_t>> values(counts.begin(), counts.end());
    for (const std::string& value : chosen)
        if (!counts.contains(value)) values.emplace_back(value, 0);
    std::ranges::stable_sort(values, [](const auto& a, const auto& b) { return a.second > b.second; });
    std::size_t kept = 0;
    std::erase_if(values, [&](const auto& value) { return kept++ >= values_shown && !chosen.contains(value.first); });
    return values;
}

void facet(Html& h, const List& list, const char* parameter, const char* legend, const registry::Counts& counts,
           const std::set<std::string>& chosen) {
    const auto values = shown_values(counts, chosen);
    if (values.empty()) return;
    h.fieldset([&] {
        h.legend(list.words(legend));
        for (const auto& [value, count] : values)
            h.label([&] {
                h.input(type("checkbox"), html::name(parameter), html::value(value), attr<"checked">(chosen.contains(value)));
                h.write(" ");
                h.span(value_name(list, parameter, value));
                h.write(" ");
                h.span(cls("count"), base::format_number(list.language, static_cast<std::int64_t>(count)));
            });
    });
}

void year_field(Html& h, const List& list, const char* parameter, const char* label, std::optional<int> year) {
    h.label([&] {
        h.write(list.words(label), " ");
        h.input(html::name(parameter), attr<"inputmode">("numeric"), attr<"pattern">("[0-9]{4}"), attr<"maxlength">(4),
                attr<"value">(year));
    });
}

void filters(Html& h, const List& list) {
    const auto& listing = list.asked.listing;
    const auto& filter = list.asked.filter;
    h.form(cls("filters"), id("filters"), attr<"method">("get"), attr<"action">(list_address(list, {})),
           attr<"aria-labelledby">("filters-h"), attr<"popover">(""), [&] {
               h.div(cls("head"), [&] {
                   h.h2(id("filters-h"), list.words("list.filters"));
                   h.write(" ");
                   h.button(type("button"), attr<"popovertarget">("filters"), attr<"popovertargetaction">("hide"),
                            list.words("nav.close"));
               });
               facet(h, list, "party", "facet.party", listing.parties, filter.parties);
               facet(h, list, "status", "facet.status", listing.statuses, filter.statuses);
               h.fieldset([&] {
                   h.legend(list.words("facet.time"));
                   h.label([&] {
                       h.input(type("checkbox"), html::name("overdue"), html::value("yes"), attr<"checked">(filter.overdue));
                       h.write(" ");
                       h.span(list.words("facet.overdue"));
                       h.write(" ");
                       h.span(cls("count"), base::format_number(list.language, static_cast<std::int64_t>(listing.overdue)));
                   });
               });
               facet(h, list, "stage", "facet.stage", listing.stages, filter.stages);
               facet(h, list, "outcome", "facet.outcome", listing.outcomes, filter.outcomes);
               facet(h, list, "agreement", "facet.agreement", listing.agreements, filter.agreements);
               facet(h, list, "matter", "facet.matter", listing.matters, filter.matters);
               h.fieldset([&] {
                   h.legend(list.words("facet.year"));
                   h.div(cls("years"), [&] {
                       year_field(h, list, "from", "facet.from", filter.from);
                       h.write(" ");
                       year_field(h, list, "to", "facet.to", filter.to);
                   });
               });
               for (const auto& [parameter, held] : list.query)
                   if (parameter == "q" || parameter == "id" || parameter == "sort" || parameter == "on" || parameter == "known")
                       h.input(type("hidden"), html::name(parameter), html::value(held));
               h.menu([&] {
                   h.li([&] { h.button(cls("main"), list.words("list.show")); });
                   h.li([&] { h.a(href(list_address(list, {})), list.words("list.clear")); });
               });
           });
}

// What is chosen, each with a link that takes it away.
void chosen(Html& h, const List& list) {
    static constexpr std::pair<std::string_view, const char*> named[] = {
        {"q", "facet.words"},         {"id", "facet.id"},           {"party", "facet.party"}, {"agreement", "facet.agreement"},
        {"status", "facet.status"},   {"outcome", "facet.outcome"}, {"stage", "facet.stage"}, {"matter", "facet.matter"},
        {"overdue", "facet.overdue"}, {"from", "facet.from"},       {"to", "facet.to"}};
    Parameters kept = list.query;
    std::erase_if(kept, [](const server::Parameter& p) { return p.name == "sort" || p.name == "on" || p.name == "known"; });
    if (kept.empty()) return;
    h.p(cls("chosen"), [&] {
        h.span(cls("soft"), list.words("list.chosen"));
        for (const server::Parameter& parameter : kept) {
            Parameters without = list.query;
            std::erase(without, parameter);
            const auto* name =
                std::ranges::find(named, std::string_view(parameter.name), &std::pair<std::string_view, const char*>::first);
            const std::string_view facet = list.words(name->second);
            h.write(" ");
            h.a(href(list_address(list, without)), [&] {
                h.span(cls("unseen"), list.words("list.remove"), " ");
                if (parameter.name == "overdue")
                    h.write(facet);
                else
                    h.write(list.words("list.facet_value",
                                       {{"facet", facet}, {"value", value_name(list, parameter.name, parameter.value)}}));
            });
        }
        h.write(" ");
        h.a(cls("all"), href(list_address(list, {})), list.words("list.clear_all"));
    });
}

void course_cell(Html& h, const List& list, const Standing& row) {
    h.td(attr<"data-label">(list.words("list.course_short")), [&] {
        if (!row.filed) {
            h.span(cls("under"), list.words("list.filed_unknown"));
            return;
        }
        CourseDrawing drawing{.from = row.filed->first(), .to = list.asked.docket->on};
        if (row.status == registry::Status::closed) {
            drawing.end = row.ended ? CourseDrawing::End::closed : CourseDrawing::End::unknown;
            drawing.to = row.ended ? row.ended->first() : row.steps.empty() ? row.filed->first() : row.steps.back();
        } else {
            drawing.end = CourseDrawing::End::going;
        }
        drawing.steps = row.steps;
        course(h, drawing);
        const std::string lasted = base::duration(list.language, (drawing.to - drawing.from).count());
        const char* key = drawing.end == CourseDrawing::End::going    ? "list.so_far"
                          : drawing.end == CourseDrawing::End::closed ? "list.lasted"
                                                                      : "list.end_unknown";
        h.span(cls("under"), list.words(key, {{"lasted", lasted}}));
    });
}

void row(Html& h, const List& list, const Standing& row) {
    const registry::Submission& submission = row.of->submission;
    const Parameters on = site::days_asked(list.request);
    h.tr([&] {
        h.td(cls("date"), [&] {
            if (row.filed) time_short(h, list.language, *row.filed);
        });
        h.th(scope("row"), cls("name"), [&] {
            h.a(href(site::address(site::Page::submission, list.language, {{"id", submission.id}}, "", on)),
                lang_of(submission.title, list.language), base::shown(submission.title, list.language).text);
            h.span(cls("under"), [&] {
                h.span(cls("id"), submission.id);
                h.write(" · ");
                bool first = true;
                for (const std::string& party : submission.parties) {
                    h.write(first ? "" : ", ", site::party_name(list.site, party, list.language));
                    first = false;
                }
                h.write(" · ");
                first = true;
                for (const std::string& matter : submission.matters) {
                    h.write(first ? "" : ", ", site::label("matters", matter, list.language));
                    first = false;
                }
            });
        });
        h.td(attr<"data-label">(list.words("list.status_short")),
             [&] { h.span(cls("state", state_class(row)), [&] { h.span(status_text(list.site, row, list.language)); }); });
        course_cell(h, list, row);
    });
}

registry::Sort sorted_by(const List& list) {
    return list.asked.filter.sort.value_or(list.asked.filter.words.empty() ? registry::Sort::filed : registry::Sort::relevance);
}

void column(Html& h, const List& list, registry::Sort sort, const char* key, registry::Sort other) {
    const registry::Sort current = sorted_by(list);
    const bool by_this = current == sort || current == other;
    registry::Filter filter = list.asked.filter;
    filter.sort = current == sort ? other : sort;
    const bool descending = current == registry::Sort::filed || current == registry::Sort::duration;
    h.th(scope("col"), only_if(by_this, attr<"aria-sort">(descending ? "descending" : "ascending")), [&] {
        h.a(href(list_address(list, site::query_of(filter, list.request))), list.words(key),
            by_this ? (descending ? " ↓" : " ↑") : "");
    });
}

// "Next 20: filed before 5 Feb 2024" where the newest stand first and the last row's day is known.
std::string next_rows(const List& list) {
    const auto& listing = list.asked.listing;
    const auto left = static_cast<std::int64_t>(std::min(rows_on_a_page, listing.count - listing.before - listing.rows.size()));
    const auto& filed = listing.rows.back()->filed;
    if (sorted_by(list) != registry::Sort::filed || !filed || !filed->day()) return list.words.plural("list.next", left);
    return list.words.plural("list.next_before", left, {{"date", base::short_date(list.language, *filed)}});
}

void table(Html& h, const List& list) {
    using registry::Sort;
    const auto& listing = list.asked.listing;
    const auto number = [&](std::size_t n) { return base::format_number(list.language, static_cast<std::int64_t>(n)); };
    const std::string first = number(listing.before + 1), last = number(listing.before + listing.rows.size()),
                      count = number(listing.count);
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), list.words("list.caption", {{"first", first}, {"last", last}, {"count", count}}));
        h.thead([&] {
            h.tr([&] {
                column(h, list, Sort::filed, "list.filed", Sort::filed_ascending);
                column(h, list, Sort::title, "list.submission", Sort::title);
                column(h, list, Sort::status, "list.status", Sort::status);
                column(h, list, Sort::duration, "list.course", Sort::duration_ascending);
            });
        });
        h.tbody([&] {
            for (const Standing* standing : listing.rows) row(h, list, *standing);
        });
    });
    h.nav(cls("pager"), aria_label(list.words("list.pages")), [&] {
        h.span(cls("soft"), list.words("list.range", {{"first", first}, {"last", last}, {"count", count}}));
        Parameters query = list.query;
        if (listing.before) h.a(cls("button"), href(list_address(list, query)), list.words("list.first_page"));
        if (listing.next.empty()) return;
        query.push_back({"after", listing.next});
        h.a(cls("button"), rel("next"), href(list_address(list, query)), next_rows(list));
    });
}

// "Filters (2)": how many are chosen.
std::string filters_opener(const List& list) {
    const auto chosen = std::ranges::count_if(list.query, [](const server::Parameter& p) {
        return p.name != "q" && p.name != "sort" && p.name != "on" && p.name != "known" && p.name != "after";
    });
    const std::string n = std::to_string(chosen);
    return chosen ? list.words("list.filters_chosen", {{"n", n}}) : std::string(list.words("list.filters"));
}

// What the list and the map understand alike.
void on_the_map(Html& h, const List& list) {
    Parameters query{{"layer", "submissions"}};
    for (const server::Parameter& parameter : list.query)
        for (const std::string_view shared : {"q", "party", "agreement", "matter", "from", "to"})
            if (parameter.name == shared) query.push_back(parameter);
    h.p([&] { h.a(href(site::address(site::Page::map, list.language, {}, "", query)), list.words("map.from_list")); });
}

void results(Html& h, const List& list, const Frame& frame) {
    const auto& listing = list.asked.listing;
    h.section(cls("stack"), attr<"aria-labelledby">("results"), [&] {
        h.div(cls("results-head"), [&] {
            h.h2(id("results"), [&] {
                h.write(list.words.plural("list.count", static_cast<std::int64_t>(listing.count)), " ");
                if (listing.count != listing.of)
                    h.small(cls("soft"),
                            list.words("list.of",
                                       {{"n", base::format_number(list.language, static_cast<std::int64_t>(listing.of))}}));
            });
            h.p([&] { h.button(type("button"), cls("opens-filters"), attr<"popovertarget">("filters"), filters_opener(list)); });
        });
        chosen(h, list);
        if (list.asked.words_ignored)
            h.p(list.words.plural("list.words_ignored", static_cast<std::int64_t>(list.asked.words_ignored)));
        if (list.asked.only_best) only_best(h, list.words, list.asked.only_best);
        if (listing.rows.empty())
            h.p(list.words("list.nothing"), " ", [&] { h.a(href(list_address(list, {})), list.words("list.clear_all")); });
        else
            table(h, list);
        on_the_map(h, list);
        h.ul(cls("more"), [&] {
            for (const auto& [page, key] :
                 std::initializer_list<std::pair<site::Page, const char*>>{{site::Page::how_to_file, "filing.title"},
                                                                           {site::Page::processes, "nav.process"},
                                                                           {site::Page::calculator, "nav.calculator"},
                                                                           {site::Page::performance, "nav.performance"}})
                h.li([&] { h.a(href(site::address(page, list.language)), list.words(key)); });
        });
        formats(h, frame, list.words.plural("list.as", static_cast<std::int64_t>(listing.count)));
        h.p(cls("small", "soft"), list.words("list.incomplete"));
    });
}

void search_form(Html& h, const List& list) {
    h.form(cls("search"), role("search"), aria_label(list.words("list.search_label")), attr<"method">("get"),
           attr<"action">(list_address(list, {})), [&] {
               h.label(label_for("q"), list.words("list.search"));
               h.input(id("q"), html::name("q"), type("search"), attr<"maxlength">(200), html::value(list.asked.filter.words));
               for (const auto& [parameter, held] : list.query)
                   if (parameter != "q" && parameter != "sort") h.input(type("hidden"), html::name(parameter), html::value(held));
               h.button(cls("main"), list.words("seek.button"));
           });
}

}  // namespace

server::Response submissions_page(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::Asked asked = site::submissions_asked(site, request, rows_on_a_page);
    const Language language = match.language;
    const Words words(language);
    const List list{site, request, language, words, asked, site::query_of(asked.filter, request)};
    const Frame frame{.language = language,
                      .page = site::Page::submissions,
                      .query = list.query,
                      .title = std::string(words("list.title")),
                      .description = std::string(words("list.lead")),
                      .trail = {{site::address(site::Page::home, language), std::string(words("nav.home"))}},
                      .indexed = asked.filter.after.empty()};
    return {.body = document(site, frame,
                             [&](Html& h) {
                                 h.div(cls("title"), [&] {
                                     trail(h, frame);
                                     h.h1(frame.title);
                                     h.p(cls("lead"), words("list.lead"));
                                     h.p(cls("more"), [&] {
                                         h.a(href(site::address(site::Page::how_to_file, language)), words("filing.title"));
                                     });
                                     if (!asked.known) search_form(h, list);  // words are looked for in the record of now
                                 });
                                 if (asked.known) known_notice(h, site, frame, *asked.known);
                                 if (site::names_a_day(request)) day_notice(h, site, frame, asked.docket->on);
                                 h.div(cls("found"), [&] {
                                     filters(h, list);
                                     results(h, list, frame);
                                 });
                             }),
            .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
