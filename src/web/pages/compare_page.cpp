#include "web/pages/compare_page.hpp"

#include <algorithm>

#include "base/format.hpp"
#include "law/diff.hpp"
#include "law/provision.hpp"
#include "web/pages/case_parts.hpp"
#include "web/pages/layout.hpp"
#include "web/site/editions.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Words;
using law::Alteration;

struct CompareView {
    const site::Site& site;
    const law::Diff& diff;
    const Frame& frame;
    Words words;
    std::string_view operator()(const base::Text& text) const { return base::shown(text, words.language()).text; }
};

// A choice of editions; one that a day names is offered beside those that versions name.
void choice(Html& h, const CompareView& view, const char* name, const char* label, const std::string& chosen) {
    h.div(cls("field"), [&] {
        h.label(label_for(name), view.words(label));
        h.select(id(name), html::name(name), [&] {
            bool offered = false;
            for (const law::Mechanism& mechanism : view.site.law().list)
                h.optgroup(attr<"label">(law::cited(view.words, mechanism.code)), [&] {
                    for (const law::Edition& edition : law::editions(mechanism)) {
                        const std::string value = law::to_string(edition);
                        offered |= value == chosen;
                        h.option(html::value(value), attr<"selected">(value == chosen), law::cited(view.words, mechanism.code),
                                 ": ", view(edition.version->name), ", ", base::date(view.words.language(), edition.day));
                    }
                });
            if (!offered) h.option(html::value(chosen), attr<"selected">(true), chosen);
        });
    });
}

void choices(Html& h, const CompareView& view) {
    const std::string address = site::address(view.frame.page, view.words.language(), view.frame.captured);
    h.form(cls("compare"), attr<"method">("get"), attr<"action">(address), aria_label(view.words("compare.choose")), [&] {
        choice(h, view, "from", "compare.from", view.diff.before.name);
        choice(h, view, "to", "compare.to", view.diff.after.name);
        h.p(cls("go"), [&] { h.button(cls("main"), view.words("compare.show")); });
    });
}

void side(Html& h, const CompareView& view, const law::Difference& part, const std::optional<law::Saying>& saying,
          const char* which) {
    h.td(attr<"data-label">(view.words(which)), [&] {
        if (!saying) {
            h.span(cls("soft"), view.words("diff.not_there"));
            return;
        }
        h.write(view(saying->text));
        for (const std::string_view field : part.changed) {
            const auto fact = std::ranges::find(saying->facts, field, &law::Fact::field);
            if (field == "text" || field == "provision" || field == "name") continue;  // stands there already
            h.span(cls("under"), law::field_name(field, view.words), view.words("proof.colon"), view(fact->words));
        }
        h.span(cls("under"), [&] {
            h.write(law::cited(view.words, saying->authority.provision), " ");
            confidence_mark(h, view.words, law::code(saying->authority.confidence));
        });
        if (!saying->authority.source.empty())
            h.span(cls("under"), [&] { source(h, view.words, saying->authority.source, "proof.source"); });
    });
}

void differences(Html& h, const CompareView& view, const std::vector<law::Difference>& parts, std::string_view caption) {
    h.table(cls("ledger", "compared"), [&] {
        h.caption(cls("unseen"), caption);
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), view.words("compare.what"));
                h.th(scope("col"), view.words("diff.before"), view.words("proof.colon"), view.diff.before.name);
                h.th(scope("col"), view.words("diff.after"), view.words("proof.colon"), view.diff.after.name);
            });
        });
        h.tbody([&] {
            for (const law::Difference& part : parts) {
                if (part.change() == Alteration::same) continue;
                h.tr([&] {
                    h.th(scope("row"), law::title(part, view.words));
                    side(h, view, part, part.before, "diff.before");
                    side(h, view, part, part.after, "diff.after");
                });
            }
        });
    });
}

bool any_differs(const std::vector<law::Difference>& parts) {
    return std::ranges::any_of(parts, [](const law::Difference& part) { return part.change() != Alteration::same; });
}

void step(Html& h, const CompareView& view, const law::StepDifference& one) {
    const std::string anchor = "step-" + one.id, change = "diff.change." + std::string(law::code(one.change));
    h.section(cls("part"), attr<"aria-labelledby">(anchor), [&] {
        h.header([&] {
            h.h2(id(anchor), view(one.name));
            h.p(view.words(change.c_str()));
        });
        h.div(cls("text"), [&] { differences(h, view, one.parts, view(one.name)); });
    });
}

void in_force(Html& h, const CompareView& view) {
    h.section(cls("part"), attr<"aria-labelledby">("versions"), [&] {
        h.header([&] { h.h2(id("versions"), view.words("compare.in_force")); });
        h.div(cls("text"), [&] {
            for (const law::EditionTold* edition : {&view.diff.before, &view.diff.after}) {
                h.div([&] {
                    h.p([&] { h.strong(law::title(*edition, view.words)); });
                    h.ul([&] {
                        for (const law::EditionTold::InForce& version : edition->versions)
                            h.li([&] {
                                h.write(view(version.name), ", ", law::cited(view.words, version.authority.provision), " ");
                                confidence_mark(h, view.words, law::code(version.authority.confidence));
                            });
                    });
                    h.p([&] {
                        h.a(href(site::address(site::Page::process, view.words.language(), {{"id", edition->mechanism}})),
                            view(edition->title));
                    });
                });
            }
        });
    });
}

void same_steps(Html& h, const CompareView& view) {
    std::vector<std::string> names;
    for (const law::StepDifference& one : view.diff.steps)
        if (one.change == Alteration::same) names.emplace_back(view(one.name));
    if (names.empty()) return;
    h.section(cls("part"), attr<"aria-labelledby">("same"), [&] {
        h.header([&] {
            h.h2(id("same"), view.words("diff.same_steps"));
            h.p(view.words("compare.same_note"));
        });
        h.div(cls("text"), [&] {
            h.ul([&] {
                for (const std::string& name : names) h.li(name);
            });
        });
    });
}

}  // namespace

server::Response compare_page(const site::Site& site, const server::Request& request, const server::Match& match) {
    const law::Mechanism& mechanism = site::mechanism_asked(site, match["id"]);
    const auto asked = site::editions_asked(site, request, mechanism.id);
    const law::Diff diff = law::diff(asked.before, asked.after);
    const Words words(match.language);
    const server::Parameters captured{{"id", mechanism.id}};
    server::Parameters query;
    if (server::find(request.query, "from") || server::find(request.query, "to"))
        query = {{"from", diff.before.name}, {"to", diff.after.name}};
    const Frame frame{
        .language = match.language,
        .page = site::Page::compare,
        .captured = captured,
        .query = query,
        .title = law::cited(words, mechanism.code) + " · " + std::string(words("compare.title")),
        .description = std::string(words("compare.description")),
        .trail = {{site::address(site::Page::home, match.language), std::string(words("nav.home"))},
                  {site::address(site::Page::processes, match.language), std::string(words("nav.process"))},
                  {site::address(site::Page::process, match.language, captured), law::cited(words, mechanism.code)}},
        .stylesheet = "law.css"};
    const CompareView view{site, diff, frame, words};
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            trail(h, frame);
            h.h1(words("compare.title"));
            h.p(cls("lead"), law::title(diff.before, words), " → ", law::title(diff.after, words));
            h.p(law::summary(diff, words));
        });
        choices(h, view);
        in_force(h, view);
        for (const law::StepDifference& one : diff.steps)
            if (one.change != Alteration::same) step(h, view, one);
        if (any_differs(diff.rules))
            h.section(cls("part"), attr<"aria-labelledby">("rules"), [&] {
                h.header([&] { h.h2(id("rules"), words("diff.rules")); });
                h.div(cls("text"), [&] { differences(h, view, diff.rules, words("diff.rules")); });
            });
        const bool nothing =
            diff.count(Alteration::changed) + diff.count(Alteration::added) + diff.count(Alteration::removed) == 0;
        if (nothing) h.p(words("compare.nothing"));
        same_steps(h, view);
        formats(h, frame, words("compare.as"));
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
