#include <algorithm>

#include "base/format.hpp"
#include "web/pages/case_parts.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/status_words.hpp"

// What a case page shows only of some cases: assertions that are dealt with apart, and views that contradict each other.
namespace comity::pages {

namespace {

using namespace html;

void section(Html& h, const CaseView& view, const char* anchor, const char* title, const char* note,
             const std::function<void()>& content) {
    h.section(cls("part"), attr<"aria-labelledby">(anchor), [&] {
        h.header([&] {
            h.h2(id(anchor), view.words(title));
            h.p(view.words(note));
        });
        h.div(cls("text"), [&] { content(); });
    });
}

void ledger(Html& h, const CaseView& view, const std::string& caption, std::initializer_list<const char*> heads,
            const std::function<void()>& rows) {
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), caption);
        h.thead([&] {
            h.tr([&] {
                for (const char* head : heads) h.th(scope("col"), view.words(head));
            });
        });
        h.tbody([&] { rows(); });
    });
}

std::string stands(const CaseView& view, const law::Evaluation& evaluation) {
    if (evaluation.ended && !evaluation.outcome) return std::string(view.words("status.ended_unknown"));
    if (evaluation.outcome) return std::string(base::shown(evaluation.outcome->name, view.language).text);
    return evaluation.stage ? std::string(base::shown(evaluation.stage->name, view.language).text) : "";
}

std::string dated(const CaseView& view, const std::optional<base::Date>& date) {
    return date ? base::short_date(view.language, *date) : std::string(view.words("case.date_unknown"));
}

void assertion_row(Html& h, const CaseView& view, const law::AssertionCourse& course) {
    const auto& all = view.submission().assertions;
    const auto known = std::ranges::find(all, course.assertion, &registry::Assertion::id);
    h.tr([&] {
        h.th(scope("row"), cls("name"), lang_of(known->name, view.language), base::shown(known->name, view.language).text);
        h.td(attr<"data-label">(view.words("assertions.stands")), stands(view, course.evaluation));
        h.td(attr<"data-label">(view.words("assertions.since")), [&] {
            if (course.evaluation.order.empty()) return;
            const auto place = static_cast<std::size_t>(course.evaluation.order.back());
            const law::Event& last = course.taken[place];
            h.write(event_name(view, last.type));
            h.span(cls("under"), dated(view, last.date));
        });
    });
}

void statement(Html& h, const CaseView& view, int index) {
    const law::Event& event = view.on.events[static_cast<std::size_t>(index)];
    const registry::DocketEvent& told = view.on.of->events[static_cast<std::size_t>(index)];
    const int type = law::event_type(*view.on.mechanism, event.type);
    const std::string_view actor =
        type < 0 ? std::string_view() : view.on.mechanism->event_types[static_cast<std::size_t>(type)].actor;
    h.tr([&] {
        h.td(cls("date"), dated(view, event.date));
        h.th(scope("row"), actor.empty() ? std::string() : actor_of(view, actor));
        h.td(attr<"data-label">(view.words("positions.said")), [&] {
            h.write(event_name(view, event.type));
            if (!told.note.empty()) h.span(cls("under"), [&] { record_text(h, told.note, view.language); });
        });
    });
}

}  // namespace

void assertions(Html& h, const CaseView& view) {
    const auto courses = registry::assertions_on(view.on);
    if (courses.empty()) return;
    section(h, view, "assertions", "assertions.title", "assertions.note", [&] {
        const std::string day = base::date(view.language, base::Date(view.on.on));
        ledger(h, view, view.words("assertions.caption", {{"id", view.submission().id}, {"day", day}}),
               {"assertions.assertion", "assertions.stands", "assertions.since"}, [&] {
                   for (const law::AssertionCourse& course : courses) assertion_row(h, view, course);
               });
    });
}

void positions(Html& h, const CaseView& view) {
    const auto& all = view.evaluation().positions;
    if (all.empty()) return;
    section(h, view, "positions", "positions.title", "positions.note", [&] {
        // Of each event that there are views on: the event itself, then the views in the order of their days.
        std::vector<int> subjects;
        for (const law::Position& position : all)
            if (std::ranges::find(subjects, position.on) == subjects.end()) subjects.push_back(position.on);
        for (const int subject : subjects) {
            const std::string name = subject == law::no_event
                                         ? std::string(view.words("case.not_known"))
                                         : event_name(view, view.on.events[static_cast<std::size_t>(subject)].type);
            ledger(h, view, view.words("positions.caption", {{"event", name}}),
                   {"docket.date", "positions.who", "positions.said"}, [&] {
                       if (subject != law::no_event) statement(h, view, subject);
                       for (const law::Position& position : all)
                           if (position.on == subject) statement(h, view, position.event);
                   });
        }
    });
}

}  // namespace comity::pages
