#include <algorithm>

#include "base/format.hpp"
#include "law/provision.hpp"
#include "web/pages/replay_parts.hpp"

namespace comity::pages {

namespace {

using namespace html;

void editions(Html& h, const ReplayView& view) {
    const std::string chosen = law::to_string(view.asked.replayed.under);
    bool listed = false;
    for (const law::Mechanism& mechanism : view.site.law().list)
        for (const law::Edition& edition : law::editions(mechanism)) {
            const std::string value = law::to_string(edition);
            listed |= value == chosen;
            h.option(html::value(value), attr<"selected">(value == chosen), edition_name(view, edition));
        }
    if (!listed)  // a day
        h.option(html::value(chosen), attr<"selected">(true), edition_name(view, view.asked.replayed.under));
}

void choices(Html& h, const ReplayView& view, const char* name, const char* legend, const registry::Counts& counts,
             const std::set<std::string>& chosen, const std::function<std::string(const std::string&)>& label) {
    h.fieldset([&] {
        h.legend(view.words(legend));
        for (const auto& [value, count] : counts)
            h.label([&] {
                h.input(type("checkbox"), html::name(name), html::value(value), attr<"checked">(chosen.contains(value)));
                h.write(" ", label(value), " ");
                h.span(cls("count"), view.number(count));
            });
    });
}

void year(Html& h, const ReplayView& view, const char* name, const char* label, std::optional<int> value) {
    const std::string anchor = std::string("replay-") + name, shown = value ? std::to_string(*value) : "";
    h.div(cls("field"), [&] {
        h.label(label_for(anchor), view.words(label));
        h.input(id(anchor), html::name(name), type("number"), attr<"min">(1994), attr<"max">(2119), html::value(shown));
    });
}

}  // namespace

std::string edition_name(const ReplayView& view, const law::Edition& edition) {
    const std::string code = law::cited(view.words, edition.mechanism->code), day = base::date(view.language, edition.day);
    if (!edition.version) return view.words("replay.edition_day", {{"agreement", code}, {"day", day}});
    return view.words("replay.edition", {{"agreement", code}, {"version", view(edition.version->name)}, {"day", day}});
}

void replay_form(Html& h, const ReplayView& view) {
    const registry::Filter& filter = view.asked.cases.filter;
    const registry::Listing& listing = view.asked.cases.listing;
    h.form(cls("replay"), attr<"method">("get"), aria_label(view.words("replay.question")),
           attr<"action">(site::address(site::Page::replay, view.language, {{"id", view.asked.mechanism->id}})), [&] {
               h.div(cls("field"), [&] {
                   h.label(label_for("replay-under"), view.words("replay.under"));
                   h.select(id("replay-under"), html::name("under"), attr<"aria-describedby">("replay-under-hint"),
                            [&] { editions(h, view); });
                   h.p(cls("hint"), id("replay-under-hint"), view.words("replay.under_hint"));
               });
               choices(h, view, "agreement", "facet.agreement", listing.agreements, filter.agreements,
                       [&](const std::string& code) {
                           const law::Mechanism* mechanism = law::find_mechanism(view.site.law(), code);
                           return mechanism ? law::cited(view.words, mechanism->code) : code;
                       });
               choices(h, view, "party", "facet.party", listing.parties, filter.parties,
                       [&](const std::string& code) { return std::string(site::party_name(view.site, code, view.language)); });
               year(h, view, "from", "replay.from", filter.from);
               year(h, view, "to", "replay.to", filter.to);
               h.p(cls("go"), [&] { h.button(cls("main"), view.words("replay.show")); });
           });
}

}  // namespace comity::pages
