#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::instruments {

// A line of an instrument's status, as it stands in the source, and what could be read from it.
struct StatusEvent {
    std::string id;  // "ramsar-convention/03"
    record::Ref instrument;
    std::int64_t line = 0;         // of the status in the source: 1, 2, 3, …; a line can tell several events
    std::string words;             // the line itself
    std::string event;             // "" where the line could not be read as an event
    std::string party;             // for which it holds, "" for all or not said
    bool internationally = false;  // it holds for the instrument as such
    std::string concerns;          // the treaty, protocol or edition, where a fact sheet covers several
    std::optional<base::Date> date;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::instruments
