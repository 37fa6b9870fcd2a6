#include "law/publicity.hpp"

#include <algorithm>

namespace comity::law {

Publicity publicity(const Evaluation& evaluation, std::span<const Event> events, int event) {
    const Event& of = events[static_cast<std::size_t>(event)];
    const int place = event_type(*evaluation.mechanism, of.type);
    const int step = place < 0 ? -1 : evaluation.mechanism->event_types[static_cast<std::size_t>(place)].public_after;
    Publicity publicity;
    if (step < 0) {
        if (of.date) publicity.from = of.date->last();
        return publicity;
    }
    const Step* wanted = &evaluation.mechanism->steps[static_cast<std::size_t>(step)];
    const auto clock = std::ranges::find_if(
        evaluation.clocks, [&](const Clock& each) { return each.step == wanted && each.opened_by.event == event; });
    if (clock == evaluation.clocks.end()) return publicity;
    publicity.delay = &*clock;
    publicity.from = clock->due ? clock->due : clock->latest_due;
    // Made public before its time, it is public.
    if (clock->met_by && clock->met_by->date && (!publicity.from || clock->met_by->date->last() < *publicity.from))
        publicity.from = clock->met_by->date->last();
    return publicity;
}

bool public_on(const Evaluation& evaluation, std::span<const Event> events, int event, base::Day day) {
    const auto from = publicity(evaluation, events, event).from;
    return from && *from <= day;
}

}  // namespace comity::law
