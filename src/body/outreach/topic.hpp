#pragma once

#include <string>

#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::outreach {

// A topic belongs to a scheme; schemes change over time.
struct Topic {
    std::string id;  // scheme and slug: "publication-theme/ecosystems"
    base::Text label;
    std::string scheme;
    base::Text description;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::outreach
