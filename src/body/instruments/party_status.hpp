#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "body/instruments/status_event.hpp"

// Where an instrument stands for whom, as far as its status events tell it.
namespace comity::instruments {

struct Reached {
    std::string event;               // "signed", "in-force"
    std::optional<base::Date> date;  // absent: the day is not known
};

// What is told for one Party, for the instrument as such, or without saying for whom.
struct PartyStatus {
    std::string concerns;          // the treaty or protocol, where a fact sheet covers several
    std::string party;             // "" where no Party is named
    bool internationally = false;  // it holds between the Parties
    std::vector<Reached> reached;  // in the order of the source's lines
    std::string stands;            // the furthest of them: "in-force"; "" where none says where it stands

    const Reached* last(std::string_view event) const;  // the latest of that event, or null
};

// In the order in which the events name them, Parties before what names none.
std::vector<PartyStatus> party_statuses(std::span<const StatusEvent> events);

}  // namespace comity::instruments
