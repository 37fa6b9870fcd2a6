#pragma once

#include <span>

#include "exchange/body_files.hpp"
#include "law/mechanism.hpp"

namespace comity::exchange {

// What a body's records name that its law does not have: the mechanism of a submission's agreement, the type of an event in that
// mechanism, the assertion of the submission that an event concerns. Says where, and what would be right.
base::Faults check_law(std::span<const FiledRecord> records, const law::Mechanisms& law);

}  // namespace comity::exchange
