#include <algorithm>

#include "law/provision.hpp"
#include "web/pages/calculator_parts.hpp"
#include "web/site/routes.hpp"

namespace comity::pages {

namespace {

using namespace html;

std::string_view shown(const CalculatorView& view, const base::Text& text) { return base::shown(text, view.language).text; }

std::string_view given(const CalculatorView& view, std::string_view name) {
    return server::find(view.asked.given, name).value_or("");
}

const std::string* fault_of(const CalculatorView& view, std::string_view name) {
    const auto at = view.asked.faults.find(name);
    return at == view.asked.faults.end() ? nullptr : &at->second;
}

// Label, hint and what is wrong, around a control that is told which of them describe it.
void field(Html& h, const CalculatorView& view, const std::string& name, std::string_view label, const char* hint,
           const std::function<void(std::string_view described_by, bool wrong)>& control) {
    const std::string* fault = fault_of(view, name);
    std::string described = hint ? name + "-hint" : "";
    if (fault) described += (described.empty() ? "" : " ") + name + "-fault";
    h.div(cls("field", fault ? "fault" : ""), [&] {
        h.label(label_for("f-" + name), label);
        control(described, fault != nullptr);
        if (hint) h.p(cls("hint"), id(name + "-hint"), view.words(hint));
        if (fault) h.p(cls("fault-text"), id(name + "-fault"), *fault);
    });
}

// A day that can't be read is shown as it was typed, which a date field would not do.
void day_field(Html& h, const CalculatorView& view, const std::string& name, std::string_view label, const char* hint,
               const std::string& value) {
    field(h, view, name, label, hint, [&](std::string_view described, bool wrong) {
        h.input(id("f-" + name), html::name(name), type(wrong ? "text" : "date"), html::value(value),
                only_if(!described.empty(), attr<"aria-describedby">(described)), only_if(wrong, attr<"aria-invalid">("true")));
    });
}

void mechanisms(Html& h, const CalculatorView& view) {
    h.nav(cls("picks"), aria_label(view.words("calculator.mechanism")), [&] {
        h.p(id("mechanism-label"), view.words("calculator.mechanism"));
        h.ul(cls("plain"), [&] {
            for (const law::Mechanism& mechanism : view.site.law().list) {
                server::Parameters query{{"mechanism", mechanism.id}};
                if (const auto date = given(view, "date"); !date.empty() && !fault_of(view, "date"))
                    query.push_back({"date", std::string(date)});
                h.li([&] {
                    h.a(href(site::address(site::Page::calculator, view.language, {}, "", query)),
                        only_if(&mechanism == view.asked.mechanism, attr<"aria-current">("true")),
                        law::cited(view.words, mechanism.code));
                });
            }
        });
        if (const std::string* fault = fault_of(view, "mechanism")) h.p(cls("fault-text"), *fault);
        h.p(cls("hint"), shown(view, view.asked.mechanism->name));
    });
}

void step_options(Html& h, const CalculatorView& view, const law::Step& step) {
    const law::Mechanism& mechanism = *view.asked.mechanism;
    const bool chosen = &step == &view.asked.step();
    if (!law::depends_on_opener(mechanism, step)) {
        h.option(html::value(step.id), attr<"selected">(chosen), shown(view, step.name));
        return;
    }
    for (const int type : step.opens) {
        const law::EventType& event = mechanism.event_types[static_cast<std::size_t>(type)];
        h.option(html::value(site::step_value(mechanism, step, event.id)),
                 attr<"selected">(chosen && view.asked.event == event.id),
                 view.words("calculator.step_after", {{"step", shown(view, step.name)}, {"event", shown(view, event.name)}}));
    }
}

void party_field(Html& h, const CalculatorView& view) {
    const std::vector<std::string> parties = site::parties_under(view.site, *view.asked.mechanism);
    if (parties.empty() && !fault_of(view, "party")) return;
    field(h, view, "party", view.words("calculator.party"), nullptr, [&](std::string_view described, bool wrong) {
        h.select(id("f-party"), html::name("party"), only_if(!described.empty(), attr<"aria-describedby">(described)),
                 only_if(wrong, attr<"aria-invalid">("true")), [&] {
                     h.option(html::value(""), view.words("calculator.party_any"));
                     for (const std::string& party : parties)
                         h.option(html::value(party), attr<"selected">(party == given(view, "party")),
                                  site::party_name(view.site, party, view.language));
                     if (wrong) h.option(html::value(given(view, "party")), attr<"selected">(true), given(view, "party"));
                 });
    });
}

// While there is no answer, the fields that stand beside it are kept here.
void kept_fields(Html& h, const CalculatorView& view) {
    for (const server::Parameter& parameter : view.asked.given) {
        if (parameter.name == "extended" && !fault_of(view, "extended"))
            h.input(type("hidden"), html::name("extended"), html::value(parameter.value));
        const law::Step* step = law::find_step(*view.asked.mechanism, parameter.name);
        if (step)
            day_field(h, view, step->id, view.words("calculator.real_of", {{"step", shown(view, step->name)}}), nullptr,
                      parameter.value);
    }
    if (const std::string* fault = fault_of(view, "extended")) h.p(cls("fault-text"), *fault);
}

}  // namespace

void question_form(Html& h, const CalculatorView& view) {
    const law::Mechanism& mechanism = *view.asked.mechanism;
    mechanisms(h, view);
    h.form(cls("calculator"), id("calculator"), attr<"method">("get"),
           attr<"action">(site::address(site::Page::calculator, view.language)), aria_label(view.words("calculator.title")), [&] {
               h.input(type("hidden"), html::name("mechanism"), html::value(mechanism.id));
               const bool alternatives = std::ranges::any_of(
                   mechanism.steps, [&](const law::Step& step) { return law::depends_on_opener(mechanism, step); });
               field(h, view, "step", view.words("calculator.step"), alternatives ? "calculator.step_hint" : nullptr,
                     [&](std::string_view described, bool wrong) {
                         h.select(id("f-step"), html::name("step"),
                                  only_if(!described.empty(), attr<"aria-describedby">(described)),
                                  only_if(wrong, attr<"aria-invalid">("true")), [&] {
                                      for (const law::Step& step : mechanism.steps) step_options(h, view, step);
                                  });
                     });
               const std::string_view date = given(view, "date");
               day_field(h, view, "date", view.words("calculator.date"), "calculator.date_hint",
                         date.empty() ? base::to_string(view.asked.opening.day) : std::string(date));
               if (!law::is_filing(mechanism, view.asked.event) || fault_of(view, "filed"))
                   day_field(h, view, "filed", view.words("calculator.filed"), "calculator.filed_hint",
                             std::string(given(view, "filed")));
               party_field(h, view);
               if (!view.asked.ahead) kept_fields(h, view);
               h.p(cls("go"), [&] { h.button(cls("main"), view.words("calculator.calculate")); });
           });
}

}  // namespace comity::pages
