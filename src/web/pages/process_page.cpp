#include "web/pages/process_page.hpp"

#include <algorithm>
#include <set>

#include "base/format.hpp"
#include "law/clock_words.hpp"
#include "law/draw.hpp"
#include "law/provision.hpp"
#include "web/pages/case_parts.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/rule_parts.hpp"
#include "web/pages/status_words.hpp"
#include "web/site/filing.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Language;
using base::Words;
using law::Mechanism;

struct Process {
    const Mechanism& mechanism;
    Language language;
    Words words;
    std::string_view operator()(const base::Text& text) const { return base::shown(text, language).text; }
};

std::string span_text(const Process& process, const law::Span& span) { return pages::span_text(process.words, span); }

void cited(Html& h, const Process& process, const law::Authority& authority) { pages::cited(h, process.words, authority); }

void part(Html& h, const Process& process, const char* anchor, const char* title, const char* note,
          const std::function<void()>& content) {
    h.section(cls("part"), attr<"aria-labelledby">(anchor), [&] {
        h.header([&] {
            h.h2(id(anchor), process.words(title));
            h.p(process.words(note));
        });
        h.div(cls("text"), [&] { content(); });
    });
}

// A ledger: the column heads are message keys.
void table(Html& h, const Process& process, const char* caption, std::initializer_list<const char*> heads,
           const std::function<void()>& rows) {
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), process.words(caption));
        h.thead([&] {
            h.tr([&] {
                for (const char* head : heads) h.th(scope("col"), process.words(head));
            });
        });
        h.tbody([&] { rows(); });
    });
}

void cell(Html& h, const Process& process, const char* head, const std::function<void()>& content) {
    h.td(attr<"data-label">(process.words(head)), [&] { content(); });
}

std::string events_text(const Process& process, const std::vector<int>& types) {
    const std::string separator = std::string(process.words("list.semicolon")) + " ";
    std::string out;
    for (int type : types)
        out += (out.empty() ? "" : separator) +
               std::string(process(process.mechanism.event_types[static_cast<std::size_t>(type)].name));
    return out;
}

void limit(Html& h, const Process& process, const law::Limit& held) {
    const law::Version& version = process.mechanism.versions[static_cast<std::size_t>(held.version)];
    h.p([&] {
        h.strong(limit_text(&held, process.words));
        if (held.unit != law::Unit::none && held.strength != law::Strength::hard)
            h.write(" (", process.words("process.target"), ")");
        if (held.extension && held.extension->number == 0) h.write(", ", process.words("process.extended_open"));
        if (held.extension && held.extension->number > 0)
            h.write(", ", process.words.plural("process.extended", held.extension->number));
        h.span(cls("under"), process(version.name), ", ", span_text(process, law::in_force(process.mechanism, held)), ". ",
               [&] { cited(h, process, held.authority); });
    });
}

void steps(Html& h, const Process& process) {
    table(h, process, "process.steps", {"process.step", "process.actor", "process.limit", "process.ends"}, [&] {
        for (const law::Step& step : process.mechanism.steps)
            h.tr(id("step-" + step.id), [&] {
                h.th(scope("row"), cls("name"), [&] {
                    h.write(process(step.name));
                    h.span(cls("under"), process.words("process.opened_by", {{"events", events_text(process, step.opens)}}));
                    h.span(cls("under"), [&] { cited(h, process, step.authority); });
                    h.span(cls("under", "unprinted"), [&] {
                        h.a(href(site::address(site::Page::calculator, process.language, {}, "",
                                               {{"mechanism", process.mechanism.id}, {"step", step.id}})),
                            process.words("calculator.from_step"));
                    });
                });
                cell(h, process, "process.actor", [&] {
                    const law::Actor* actor = law::find_actor(process.mechanism, step.actor);
                    h.write(actor ? process(actor->name) : std::string_view(step.actor));
                });
                cell(h, process, "process.limit", [&] {
                    for (int index : step.limits) limit(h, process, process.mechanism.limits[static_cast<std::size_t>(index)]);
                    if (step.limits.empty()) h.write(process.words("limit.none"));
                });
                cell(h, process, "process.ends", [&] { h.write(events_text(process, step.closes)); });
            });
    });
}

void tests(Html& h, const Process& process) {
    table(h, process, "process.tests", {"process.test", "process.kind", "process.provision"}, [&] {
        for (const law::Test& test : process.mechanism.tests)
            h.tr([&] {
                h.th(scope("row"), process(test.name));
                cell(h, process, "process.kind", [&] {
                    switch (test.kind) {
                        case law::TestKind::condition: h.write(process.words("process.condition")); break;
                        case law::TestKind::factor:
                            h.write(process.words(test.points_against ? "process.factor_against" : "process.factor"));
                            break;
                        case law::TestKind::form: h.write(process.words("process.form")); break;
                    }
                });
                cell(h, process, "process.provision", [&] { cited(h, process, test.authority); });
            });
    });
}

void votes(Html& h, const Process& process) {
    table(h, process, "process.votes", {"process.vote", "process.threshold", "process.provision"}, [&] {
        for (const law::VoteRule& vote : process.mechanism.votes)
            h.tr([&] {
                h.th(scope("row"), process(vote.name));
                cell(h, process, "process.threshold", [&] {
                    const std::string threshold = std::to_string(vote.threshold), members = std::to_string(vote.members);
                    h.write(process.words.plural(vote.polarity == law::Polarity::opt_in ? "process.opt_in" : "process.opt_out",
                                                 vote.threshold, {{"threshold", threshold}, {"members", members}}));
                });
                cell(h, process, "process.provision", [&] { cited(h, process, vote.authority); });
            });
    });
}

void outcomes(Html& h, const Process& process) {
    table(h, process, "process.outcomes", {"process.outcome", "process.provision"}, [&] {
        for (const law::Outcome& outcome : process.mechanism.outcomes)
            h.tr([&] {
                h.th(scope("row"), process(outcome.name));
                cell(h, process, "process.provision", [&] { cited(h, process, outcome.authority); });
            });
    });
}

void other_rules(Html& h, const Process& process) {
    table(h, process, "process.rules", {"process.rule", "process.provision"}, [&] {
        for (const law::OtherRule& rule : process.mechanism.rules)
            h.tr([&] {
                h.th(scope("row"), process(rule.name));
                cell(h, process, "process.provision", [&] { cited(h, process, rule.authority); });
            });
    });
}

void bars(Html& h, const Process& process) {
    table(h, process, "process.bars", {"process.bar", "process.filings", "process.provision"}, [&] {
        for (const law::Bar& bar : process.mechanism.bars)
            h.tr([&] {
                h.th(scope("row"), [&] {
                    h.write(process(bar.name));
                    if (bar.points_to.empty()) return;
                    h.span(cls("under"), [&] {
                        h.write(process.words("process.points_to"), " ");
                        h.q(attr<"lang">("en"), bar.points_to);
                    });
                });
                cell(h, process, "process.filings", [&] { h.write(span_text(process, bar.authority.in_force)); });
                cell(h, process, "process.provision", [&] { cited(h, process, bar.authority); });
            });
        for (const law::Reservation& reservation : process.mechanism.reservations)
            h.tr([&] {
                h.th(scope("row"), process.words("process.reservation", {{"party", reservation.party}}));
                cell(h, process, "process.filings", [&] {
                    h.write(span_text(process, reservation.authority.in_force));
                    if (!reservation.revoked) return;
                    const std::string day = base::date(process.language, *reservation.revoked);
                    h.span(cls("under"), process.words("process.revoked", {{"day", day}}));
                });
                cell(h, process, "process.provision", [&] { cited(h, process, reservation.authority); });
            });
    });
}

void references(Html& h, const Process& process) {
    table(h, process, "process.references", {"process.says", "process.annotation", "process.provision"}, [&] {
        for (const law::CrossReference& reference : process.mechanism.cross_references)
            h.tr([&] {
                h.th(scope("row"), [&] {
                    h.q(attr<"lang">("en"), reference.says);
                    h.span(cls("under"),
                           process.words(reference.state == law::ReferenceState::broken ? "process.reference_broken"
                                                                                        : "process.reference_stale"));
                });
                cell(h, process, "process.annotation", [&] { h.write(process(reference.annotation)); });
                cell(h, process, "process.provision", [&] { cited(h, process, reference.authority); });
            });
    });
}

void versions(Html& h, const Process& process) {
    table(h, process, "process.versions", {"process.version", "process.in_force", "process.picked", "process.provision"}, [&] {
        for (const law::Version& version : process.mechanism.versions)
            h.tr([&] {
                h.th(scope("row"), process(version.name));
                cell(h, process, "process.in_force", [&] { h.write(span_text(process, version.authority.in_force)); });
                cell(h, process, "process.picked", [&] {
                    h.write(process.words(version.axis == law::Axis::filed ? "process.by_filing" : "process.by_opening"));
                });
                cell(h, process, "process.provision", [&] { cited(h, process, version.authority); });
            });
    });
}

void days_off(Html& h, const Process& process) {
    std::set<const law::Calendar*> calendars;
    for (const law::Limit& held : process.mechanism.limits)
        if (held.calendar) calendars.insert(held.calendar.get());
    for (const law::Calendar* calendar : calendars) {
        h.h3(process(calendar->name()));
        table(h, process, "process.days_off", {"process.day_off", "process.in_force", "process.provision"}, [&] {
            for (const law::DayOff& day : calendar->days_off())
                h.tr([&] {
                    h.th(scope("row"), process(day.name));
                    cell(h, process, "process.in_force", [&] { h.write(span_text(process, day.authority.in_force)); });
                    cell(h, process, "process.provision", [&] { cited(h, process, day.authority); });
                });
        });
    }
}

// Those under whose agreements the registry has submissions, or the others.
void mechanisms(Html& h, const site::Site& site, Language language, const Words& words, bool here) {
    const auto is_here = [&](const Mechanism& mechanism) { return site::kept_here(site, mechanism); };
    const auto& all = site.law().list;
    if (std::ranges::none_of(all, [&](const Mechanism& mechanism) { return is_here(mechanism) == here; })) return;
    const Process any{all.front(), language, words};
    const auto row = [&](const Mechanism& mechanism) {
        const Process process{mechanism, language, words};
        h.tr(id(mechanism.id), [&] {
            h.th(scope("row"), cls("name"), [&] {
                h.a(href(site::address(site::Page::process, language, {{"id", mechanism.id}})), process(mechanism.name));
                h.span(cls("under"), words.plural("process.counts", static_cast<std::int64_t>(mechanism.steps.size())));
            });
            cell(h, process, "process.filings", [&] { h.write(span_text(process, mechanism.filed)); });
            cell(h, process, "process.provision", [&] { cited(h, process, mechanism.authority); });
        });
    };
    part(h, any, here ? "here" : "elsewhere", here ? "process.here" : "process.elsewhere",
         here ? "process.here_note" : "process.elsewhere_note", [&] {
             table(h, any, here ? "process.here" : "process.elsewhere",
                   {"process.procedure", "process.filings", "process.provision"}, [&] {
                       for (const Mechanism& mechanism : all)
                           if (is_here(mechanism) == here) row(mechanism);
                   });
         });
}

void how_to_file_link(Html& h, Language language, const Words& words) {
    h.p(cls("more"), [&] { h.a(href(site::address(site::Page::how_to_file, language)), words("filing.title")); });
}

Frame frame_of(Language language, site::Page page, std::string title, std::string description) {
    const Words words(language);
    return {.language = language,
            .page = page,
            .title = std::move(title),
            .description = std::move(description),
            .trail = {{site::address(site::Page::home, language), std::string(words("nav.home"))}}};
}

}  // namespace

server::Response processes_page(const site::Site& site, const server::Request&, const server::Match& match) {
    const Words words(match.language);
    const Frame frame =
        frame_of(match.language, site::Page::processes, std::string(words("nav.process")), std::string(words("process.lead")));
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            trail(h, frame);
            h.h1(frame.title);
            h.p(cls("lead"), words("process.lead"));
            how_to_file_link(h, match.language, words);
        });
        mechanisms(h, site, match.language, words, true);
        mechanisms(h, site, match.language, words, false);
        formats(h, frame, words("process.as"));
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

server::Response process_page(const site::Site& site, const server::Request&, const server::Match& match) {
    const Mechanism& mechanism = site::mechanism_asked(site, match["id"]);
    const Words words(match.language);
    const Process process{mechanism, match.language, words};
    Frame frame =
        frame_of(match.language, site::Page::process, std::string(process(mechanism.name)), std::string(words("process.lead")));
    frame.captured = {{"id", mechanism.id}};
    frame.stylesheet = "law.css";
    frame.trail.push_back({site::address(site::Page::processes, match.language), std::string(words("nav.process"))});
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            trail(h, frame);
            h.p(cls("kicker"), law::cited(words, mechanism.code));
            h.h1(frame.title);
            h.p(cls("lead"), words("process.filed", {{"span", span_text(process, mechanism.filed)}}));
            if (mechanism.filed.holds(site.today()) && site::kept_here(site, mechanism))
                how_to_file_link(h, match.language, words);
        });
        h.section(cls("part", "wide"), attr<"aria-labelledby">("drawing"), [&] {
            h.header([&] { h.h2(id("drawing"), words("process.drawing")); });
            h.figure(cls("law-figure"), attr<"tabindex">(0), role("group"), attr<"aria-labelledby">("drawing"),
                     [&] { h.raw(law::draw(mechanism, match.language, law::DrawAs::figure)); });
            h.p([&] {
                h.a(href(site::address(site::Page::process, match.language, frame.captured, "svg")),
                    words("process.drawing_file"));
                h.write(" · ");
                h.a(href(site::address(site::Page::replay, match.language, frame.captured)), words("replay.link"));
                h.write(" · ");
                h.a(href(site::address(site::Page::compare, match.language, frame.captured)), words("compare.link"));
            });
        });
        part(h, process, "steps", "process.steps", "process.steps_note", [&] { steps(h, process); });
        if (!mechanism.tests.empty())
            part(h, process, "tests", "process.tests", "process.tests_note", [&] { tests(h, process); });
        if (!mechanism.votes.empty())
            part(h, process, "votes", "process.votes", "process.votes_note", [&] { votes(h, process); });
        part(h, process, "outcomes", "process.outcomes", "process.outcomes_note", [&] { outcomes(h, process); });
        if (!mechanism.rules.empty())
            part(h, process, "rules", "process.rules", "process.rules_note", [&] { other_rules(h, process); });
        if (!mechanism.bars.empty() || !mechanism.reservations.empty())
            part(h, process, "bars", "process.bars", "process.bars_note", [&] { bars(h, process); });
        if (!mechanism.cross_references.empty())
            part(h, process, "references", "process.references", "process.references_note", [&] { references(h, process); });
        part(h, process, "versions", "process.versions", "process.versions_note", [&] { versions(h, process); });
        part(h, process, "days-off", "process.days_off", "process.days_off_note", [&] { days_off(h, process); });
        formats(h, frame, words("process.as"));
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
