#include "web/pages/how_to_file_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/format.hpp"
#include "insight/retrospective.hpp"
#include "law/clock_words.hpp"
#include "law/provision.hpp"
#include "web/pages/field_values.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"
#include "web/pages/rule_parts.hpp"
#include "web/pages/sources.hpp"
#include "web/site/filing.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Words;

struct View {
    const site::Site& site;
    const site::Filing& filing;
    base::Language language;
    Words words;
    std::vector<insight::TimeRow> times;

    const law::Mechanism& rules() const { return filing.rules; }
    std::string_view text(const base::Text& text) const { return base::shown(text, language).text; }
    std::string number(std::size_t n) const { return base::format_number(language, static_cast<std::int64_t>(n)); }
};

std::string_view actor_of(const View& view, std::string_view id) {
    const law::Actor* actor = law::find_actor(view.rules(), id);
    return actor ? view.text(actor->name) : id;
}

std::string limits_of(const View& view, const law::Step& step) {
    std::vector<std::string> said;
    for (const int index : step.limits) {
        const law::Limit& limit = view.rules().limits[static_cast<std::size_t>(index)];
        std::string text = law::limit_text(&limit, view.words);
        if (limit.unit != law::Unit::none && limit.strength != law::Strength::hard)
            text += " (" + std::string(view.words("process.target")) + ")";
        if (std::ranges::find(said, text) == said.end()) said.push_back(std::move(text));
    }
    return said.empty() ? std::string(view.words("limit.none")) : base::list_of(view.language, said);
}

void standing(Html& h, const View& view, const std::optional<council::Office>& office) {
    const auto docket = view.site.docket_on(view.filing.day);
    std::size_t filed = 0, open = 0;
    for (const registry::Standing& each : docket->standings) {
        if (each.mechanism != view.filing.mechanism) continue;
        ++filed;
        if (each.status == registry::Status::open) ++open;
    }
    h.dl(cls("standing"), [&] {
        standing_cell(h, view.words("filing.under"), law::cited(view.words, view.rules().code),
                      span_text(view.words, view.filing.mechanism->filed));
        if (view.filing.first) {
            const std::string place = office && office->place ? std::string(view.text(office->place->name)) : std::string();
            standing_cell(h, view.words("filing.goes_to"), actor_of(view, view.filing.first->actor), place);
            standing_cell(h, view.words("filing.first_answer"), limits_of(view, *view.filing.first),
                          view.text(view.filing.first->name));
        }
        standing_cell(h, view.words("filing.so_far"), view.number(filed),
                      view.words("filing.of_these_open", {{"n", view.number(open)}}));
    });
}

// Rules as a table, the text beside its citation.
struct Line {
    std::string_view text, under;
    const law::Authority* authority;
};

void lines(Html& h, const View& view, const char* caption, const std::vector<Line>& all) {
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), view.words(caption));
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), view.words("process.rule"));
                h.th(scope("col"), view.words("process.provision"));
            });
        });
        h.tbody([&] {
            for (const Line& line : all)
                h.tr([&] {
                    h.th(scope("row"), [&] {
                        h.write(line.text);
                        if (!line.under.empty()) h.span(cls("under"), line.under);
                    });
                    h.td(attr<"data-label">(view.words("process.provision")), [&] { cited(h, view.words, *line.authority); });
                });
        });
    });
}

std::vector<Line> rules_about(const View& view, std::initializer_list<std::string_view> subjects, bool those = true) {
    std::vector<Line> found;
    for (const law::OtherRule& rule : view.rules().rules)
        if ((std::ranges::find(subjects, std::string_view(rule.about)) != subjects.end()) == those)
            found.push_back({view.text(rule.name), "", &rule.authority});
    return found;
}

void who(Html& h, const View& view) {
    std::vector<Line> all = rules_about(view, {"standing"});
    for (const law::Bar& bar : view.rules().bars)
        all.push_back({view.text(bar.name), view.words("filing.turned_away"), &bar.authority});
    std::vector<std::string> reserved;
    reserved.reserve(view.rules().reservations.size());
    for (const law::Reservation& reservation : view.rules().reservations) {
        const std::string party(site::party_name(view.site, reservation.party, view.language));
        reserved.push_back(view.words("process.reservation", {{"party", party}}));
        all.push_back({reserved.back(), "", &reservation.authority});
    }
    if (all.empty()) return;
    part(h, view.words, "who", "filing.who", "filing.who_note", [&] { lines(h, view, "filing.who", all); });
}

std::vector<Line> tests_of(const View& view, bool factors) {
    std::vector<Line> found;
    for (const law::Test& test : view.rules().tests) {
        const bool first = test.step.empty() || (view.filing.first && test.step == view.filing.first->id);
        if (!first || (test.kind == law::TestKind::factor) != factors) continue;
        const char* kind = test.points_against ? "filing.against" : "filing.in_favour";
        found.push_back({view.text(test.name), factors ? view.words(kind) : std::string_view(), &test.authority});
    }
    return found;
}

void what(Html& h, const View& view) {
    std::vector<Line> must = tests_of(view, false);
    std::ranges::move(rules_about(view, {"languages", "confidentiality"}), std::back_inserter(must));
    if (!must.empty())
        part(h, view.words, "must", "filing.must", "filing.must_note", [&] { lines(h, view, "filing.must", must); });
    const std::vector<Line> weighed = tests_of(view, true), meant = rules_about(view, {"definition"});
    if (!weighed.empty())
        part(h, view.words, "weighed", "filing.weighed", "filing.weighed_note",
             [&] { lines(h, view, "filing.weighed", weighed); });
    if (!meant.empty())
        part(h, view.words, "meant", "filing.meant", "filing.meant_note", [&] { lines(h, view, "filing.meant", meant); });
}

void where(Html& h, const View& view, const std::optional<council::Office>& office) {
    const exchange::Profile& profile = view.site.profile();
    if (!office && profile.address.empty()) return;
    part(h, view.words, "where", "filing.where", "filing.where_note", [&] {
        h.dl(cls("facts"), [&] {
            fact(h, view.words("field.office.address"), [&] {
                if (office) h.p([&] { record_text(h, office->name, view.language); });
                if (profile.address.empty())
                    h.p(office->address);
                else
                    h.p([&] {
                        for (std::size_t i = 0; i < profile.address.size(); ++i) {
                            if (i) h.br();
                            h.write(profile.address[i]);
                        }
                    });
            });
            if (office && !office->telephones.empty() && profile.links.empty())
                fact(h, view.words("field.office.telephones"), [&] {
                    for (const council::Telephone& telephone : office->telephones) h.p(telephone.number);
                });
            if (!profile.links.empty())
                fact(h, view.words("colophon.contact"), [&] {
                    for (const exchange::Link& link : profile.links) h.p([&] { h.a(href(link.address), view.text(link.name)); });
                });
        });
        const bool mail = std::ranges::any_of(profile.links, [](auto& link) { return link.address.starts_with("mailto:"); });
        if (!mail) h.p(view.words("filing.no_mail"));
        if (office && view.site.offers(site::Page::office))
            h.p(cls("more"), [&] {
                h.a(href(site::record_address(council::Office::type(), office->id, view.language)), view.words("filing.office"));
            });
    });
}

void time_taken(Html& h, const View& view, std::string_view step) {
    const auto row = std::ranges::find(view.times, step, &insight::TimeRow::step);
    if (row == view.times.end()) {
        h.span(cls("soft"), view.words("filing.not_measured"));
        return;
    }
    if (row->median)
        h.strong(view.words.plural("limit.days", std::lround(*row->median)));
    else
        h.write(view.words("filing.no_median"));
    h.span(cls("under"), view.words("filing.measured",
                                    {{"done", view.number(row->done.size())}, {"running", view.number(row->running.size())}}));
}

void step_row(Html& h, const View& view, const law::Step& step) {
    std::vector<std::string> openers;
    for (const int type : step.opens)
        openers.emplace_back(view.text(view.rules().event_types[static_cast<std::size_t>(type)].name));
    h.tr([&] {
        h.th(scope("row"), cls("name"), [&] {
            h.a(href(site::address(site::Page::process, view.language, {{"id", view.rules().id}}), "#step-", step.id),
                view.text(step.name));
            h.span(cls("under"), view.words("filing.after", {{"events", base::list_of(view.language, openers)}}));
        });
        h.td(attr<"data-label">(view.words("process.actor")), actor_of(view, step.actor));
        h.td(attr<"data-label">(view.words("process.limit")), [&] {
            h.write(limits_of(view, step));
            for (const int index : step.limits) {
                const law::Authority& authority = view.rules().limits[static_cast<std::size_t>(index)].authority;
                h.span(cls("under"), law::cited(view.words, authority.provision), " ",
                       [&] { confidence_mark(h, view.words, law::code(authority.confidence)); });
            }
        });
        h.td(attr<"data-label">(view.words("filing.took")), [&] { time_taken(h, view, step.id); });
    });
}

void then(Html& h, const View& view) {
    part(h, view.words, "then", "filing.then", "filing.then_note", [&] {
        h.table(cls("ledger"), [&] {
            h.caption(cls("unseen"), view.words("filing.then"));
            h.thead([&] {
                h.tr([&] {
                    for (const char* head : {"process.step", "process.actor", "process.limit", "filing.took"})
                        h.th(scope("col"), view.words(head));
                });
            });
            h.tbody([&] {
                for (const law::Step& step : view.rules().steps)
                    if (step.track == law::Track::main) step_row(h, view, step);
                h.tr([&] {
                    h.th(scope("row"), cls("name"), view.words("filing.whole"));
                    h.td();
                    h.td();
                    h.td(attr<"data-label">(view.words("filing.took")), [&] { time_taken(h, view, ""); });
                });
            });
        });
        h.ul([&] {
            const auto link = [&](const std::string& address, const char* key) {
                h.li([&] { h.a(href(address), view.words(key)); });
            };
            link(site::address(site::Page::calculator, view.language, {}, "", {{"mechanism", view.rules().id}}),
                 "filing.calculate");
            link(site::address(site::Page::process, view.language, {{"id", view.rules().id}}), "filing.process");
            link(site::address(site::Page::performance, view.language), "home.performance");
        });
    });
}

void ends(Html& h, const View& view) {
    std::map<std::string_view, std::size_t> counts;
    for (const registry::Standing& each : view.site.docket_on(view.filing.day)->standings)
        if (each.mechanism == view.filing.mechanism && each.status == registry::Status::closed) ++counts[each.outcome];
    part(h, view.words, "ends", "filing.ends", "filing.ends_note", [&] {
        h.table(cls("ledger"), [&] {
            h.caption(cls("unseen"), view.words("filing.ends"));
            h.thead([&] {
                h.tr([&] {
                    h.th(scope("col"), view.words("process.outcome"));
                    h.th(scope("col"), cls("num"), view.words("filing.ended_so"));
                    h.th(scope("col"), view.words("process.provision"));
                });
            });
            h.tbody([&] {
                for (const law::Outcome& outcome : view.rules().outcomes)
                    h.tr([&] {
                        h.th(scope("row"), view.text(outcome.name));
                        h.td(cls("num"), attr<"data-label">(view.words("filing.ended_so")), view.number(counts[outcome.id]));
                        h.td(attr<"data-label">(view.words("process.provision")),
                             [&] { cited(h, view.words, outcome.authority); });
                    });
            });
        });
    });
}

void content(Html& h, const View& view, const std::optional<council::Office>& office) {
    h.div(cls("notice"), role("note"), [&] { h.p(view.words("filing.texts_decide")); });
    who(h, view);
    what(h, view);
    where(h, view, office);
    then(h, view);
    ends(h, view);
    const std::vector<Line> others = rules_about(view, {"standing", "languages", "confidentiality", "definition"}, false);
    if (!others.empty())
        part(h, view.words, "others", "filing.others", "filing.others_note", [&] { lines(h, view, "filing.others", others); });
}

}  // namespace

server::Response how_to_file_page(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const auto filing = site::filing_on(site, site.today());
    const auto office = site::filing_office(site);
    const auto docket = site.docket();
    View view{site, *filing, match.language, Words(match.language), {}};
    if (filing->mechanism) view.times = insight::times_under(*docket, site.law(), *filing->mechanism, filing->day);
    const std::string day = base::date(match.language, filing->day);
    const Frame frame{
        .language = match.language,
        .page = site::Page::how_to_file,
        .title = std::string(view.words("filing.title")),
        .description = view.words("filing.lead", {{"day", day}}),
        .trail = {{site::address(site::Page::home, match.language), std::string(view.words("nav.home"))},
                  {site::address(site::Page::submissions, match.language), std::string(view.words("nav.submissions"))}}};
    return {.body = document(site, frame,
                             [&](Html& h) {
                                 h.div(cls("title"), [&] {
                                     trail(h, frame);
                                     if (filing->mechanism) h.p(cls("kicker"), view.text(filing->mechanism->name));
                                     h.h1(frame.title);
                                     h.p(cls("lead"),
                                         filing->mechanism ? frame.description : view.words("filing.none", {{"day", day}}));
                                     if (filing->mechanism) standing(h, view, office);
                                 });
                                 if (filing->mechanism) content(h, view, office);
                                 formats(h, frame, view.words("process.as"));
                             }),
            .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
