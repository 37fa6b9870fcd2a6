#include <algorithm>

#include "base/format.hpp"
#include "law/clock_words.hpp"
#include "web/pages/case_parts.hpp"
#include "web/pages/status_words.hpp"

namespace comity::pages {

namespace {

using Look = TimelineDrawing::Look;

constexpr std::size_t widest_head = 12;  // characters over a narrow column

// The actor in whose lane an event stands: its type's, and the Secretariat's, which keeps the registry, where the type has none.
std::string_view lane_actor(const law::Mechanism& mechanism, std::string_view event) {
    const int type = law::event_type(mechanism, event);
    if (type >= 0 && !mechanism.event_types[static_cast<std::size_t>(type)].actor.empty())
        return mechanism.event_types[static_cast<std::size_t>(type)].actor;
    return "secretariat";
}

bool drawn(const law::Clock& clock) {
    return clock.step->track == law::Track::main && clock.opened_by.date && clock.opened_by.date->day() &&
           (clock.due || clock.state == law::ClockState::untimed);
}

Look look_of(const CaseView& view, const law::Clock& clock) {
    return clock_class(clock, view.known_to()) == "late" ? Look::late : Look::note;
}

void add_lane(TimelineDrawing& drawing, std::vector<std::string_view>& lanes, const CaseView& view, std::string_view actor) {
    lanes.push_back(actor);
    std::string name = actor_of(view, actor);
    std::string head = name.size() <= widest_head ? name : name.substr(0, name.find(' '));
    drawing.lanes.push_back({std::move(name), std::move(head)});
}

TimelineDrawing::Clock drawn_clock(const CaseView& view, const law::Clock& clock, std::size_t lane) {
    const std::string name(base::shown(clock.step->name, view.language).text);
    const std::string limit = limit_text(clock.limit, view.words);
    const std::string state = clock_text(clock, view.on.on, view.known_to(), view.words);
    TimelineDrawing::Clock out{.lane = lane, .opens = *clock.opened_by.date->day(), .due = clock.due};
    const auto ended = clock.met_by ? clock.met_by : clock.superseded_by;
    if (ended && ended->date) out.ended = ended->date->first();
    if (clock.state == law::ClockState::elapsed) out.ended = clock.due;
    const auto line = [&](const char* key) { return view.words(key, {{"step", name}, {"limit", limit}}); };
    if (!clock.due) {
        out.label = {{line("timeline.untimed"), Look::plain}, {state, Look::note}};
    } else if (clock.running()) {
        out.label = {{line("timeline.limit"), Look::plain},
                     {view.words("timeline.due", {{"due", base::short_date(view.language, *clock.due)}}), Look::plain},
                     {state, look_of(view, clock)}};
        out.when = base::short_date(view.language, *clock.due);
        out.told = {view.words("timeline.step_due", {{"step", name}, {"state", state}}), look_of(view, clock)};
    } else {
        out.label = {{line("timeline.limit"), Look::plain}, {state, look_of(view, clock)}};
    }
    if (!clock.running()) out.told = {state, look_of(view, clock)};
    return out;
}

}  // namespace

TimelineDrawing timeline_of(const CaseView& view) {
    const law::Evaluation& evaluation = view.evaluation();
    const law::Mechanism& mechanism = *view.on.mechanism;
    TimelineDrawing drawing;
    drawing.id = "course";
    drawing.title = view.words("timeline.title", {{"id", view.submission().id}, {"day", base::date(view.language, view.on.on)}});
    drawing.today = view.on.on;
    drawing.colon = view.words("proof.colon");
    if (!evaluation.ended)
        drawing.today_label = view.words("timeline.day_shown", {{"day", base::short_date(view.language, view.on.on)}});

    std::vector<std::string_view> lanes;
    for (const law::Actor& actor : mechanism.actors) {
        const bool acts = std::ranges::any_of(evaluation.order, [&](int i) {
            return lane_actor(mechanism, view.on.events[static_cast<std::size_t>(i)].type) == actor.id;
        });
        const bool has_clock =
            std::ranges::any_of(evaluation.clocks, [&](const law::Clock& c) { return drawn(c) && c.step->actor == actor.id; });
        if (acts || has_clock) add_lane(drawing, lanes, view, actor.id);
    }
    const auto lane_of = [&](std::string_view actor) {
        const auto at = std::ranges::find(lanes, actor);
        if (at == lanes.end()) add_lane(drawing, lanes, view, actor);
        return static_cast<std::size_t>(std::ranges::find(lanes, actor) - lanes.begin());
    };
    for (int index : evaluation.order) {
        const law::Event& event = view.on.events[static_cast<std::size_t>(index)];
        drawing.events.push_back(
            {.lane = lane_of(lane_actor(mechanism, event.type)),
             .date = event.date,
             .when = event.date ? base::short_date(view.language, *event.date) : std::string(view.words("case.date_unknown")),
             .what = event_name(view, event.type)});
    }
    for (const law::Clock& clock : evaluation.clocks)
        if (drawn(clock)) drawing.clocks.push_back(drawn_clock(view, clock, lane_of(clock.step->actor)));
    return drawing;
}

}  // namespace comity::pages
