#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::instruments {

// A term of the compendium's classification.
struct InstrumentTerm {
    std::string id;  // "form/memorandum-of-understanding"
    std::string axis;
    base::Text label;
    std::optional<std::int64_t> records_counted;  // in the compendium, by the source
    std::optional<std::int64_t> seen_verbatim;    // on how many of its pages the words were seen
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::instruments
