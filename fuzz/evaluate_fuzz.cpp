// Any events in any order on any day: the engine answers, and the order in which they are given doesn't matter.
#include <algorithm>
#include <array>

#include "base/fault.hpp"
#include "law/evaluation_json.hpp"

namespace {

using namespace comity;

// Five bytes an event: its type, its day (two), its precision and what it says of itself, who did it and what it is about.
constexpr std::size_t bytes_of_an_event = 5;
constexpr std::size_t most_events = 40;

base::Date date_of(base::Day day, unsigned char precision) {
    const std::string text = base::to_string(day);
    return base::parse_date(precision == 0 ? text.substr(0, 4) : precision == 1 ? text.substr(0, 7) : text).value();
}

const std::vector<std::string> assertions{"first", "second"};
constexpr std::array<law::Member, 2> members{{{"submitter", "one"}, {"submitter", "two"}}};

// Who did it, of four, and of which assertions, of four.
void add_who_and_what(law::Event& event, const law::Mechanism& mechanism, unsigned char byte) {
    const std::array<std::string_view, 4> who{"", "one", "two", mechanism.actors[byte % mechanism.actors.size()].id};
    event.by = who[byte % 4];
    const std::span<const std::string> all(assertions);
    const std::array<std::span<const std::string>, 4> what{all.first(0), all.first(1), all.last(1), all};
    event.assertions = what[byte / 4 % 4];
}

std::vector<law::Event> events_from(const law::Mechanism& mechanism, std::span<const unsigned char> bytes) {
    std::vector<law::Event> events;
    while (bytes.size() >= bytes_of_an_event && events.size() < most_events) {
        const int days = bytes[1] * 64 + bytes[2];
        const base::Day day = base::parse_day("1993-01-01").value() + std::chrono::days{days};
        law::Event event{.type = mechanism.event_types[bytes[0] % mechanism.event_types.size()].id};
        const unsigned char kind = bytes[3];
        if (kind % 8 != 7) event.date = date_of(day, kind % 8);
        if (kind & 8) event.document_date = date_of(day - std::chrono::days{kind}, 2);
        if (kind & 16) event.stated = date_of(day + std::chrono::days{kind}, 2);
        if (kind & 32) event.party = kind & 64 ? "MEX" : "USA";
        event.partial = (kind & 128) != 0;
        add_who_and_what(event, mechanism, bytes[4]);
        events.push_back(event);
        bytes = bytes.subspan(bytes_of_an_event);
    }
    return events;
}

// What stands in an evaluation, without the places of the events in the list that was given.
std::string essence(const law::Evaluation& evaluation) {
    std::string all(evaluation.stage ? evaluation.stage->id : "-");
    all += evaluation.outcome ? evaluation.outcome->id : "-";
    for (const law::Clock& clock : evaluation.clocks) {
        all += "\n" + clock.step->id + " " + std::string(law::code(clock.state)) + " ";
        if (clock.due) all += base::to_string(*clock.due);
        if (clock.days_late) all += " " + std::to_string(*clock.days_late);
    }
    return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size < 3) return 0;
    const auto& law = law::shipped();
    COMITY_ASSERT(law);
    const law::Mechanism& mechanism = law->list[data[0] % law->list.size()];
    const base::Day on = base::parse_day("1993-01-01").value() + std::chrono::days{data[1] * 64 + data[2]};
    std::vector<law::Event> events = events_from(mechanism, {data + 3, size - 3});
    const law::Evaluation evaluation = law::evaluate(mechanism, events, on, members);
    const std::string before = essence(evaluation);
    std::string json;
    base::JsonWriter writer(json);
    law::write_json(writer, evaluation, events, on);
    std::ranges::reverse(events);
    COMITY_ASSERT(essence(law::evaluate(mechanism, events, on, members)) == before);
    return 0;
}
