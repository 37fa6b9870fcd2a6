#pragma once

#include "web/pages/record_parts.hpp"

namespace comity::pages {

// What an instrument is about, in which languages its texts are, what it follows from and what follows from it, and the editions
// of its fact sheet.
void instrument_about(html::Html& h, const RecordView& view);

}  // namespace comity::pages
