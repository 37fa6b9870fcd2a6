#pragma once

#include "web/pages/field_values.hpp"

// The parts of the home page, each from the record as it stands today.
namespace comity::pages {

// The case in which something happened last, whose clocks run out next, and what happened last on the docket.
void home_docket(html::Html& h, const ValueView& view);
// The newest project and publication that say what they are.
void home_work(html::Html& h, const ValueView& view);
void home_figures(html::Html& h, const ValueView& view);
// Meetings and consultations that are still to come; the last ones where none is.
void home_meetings(html::Html& h, const ValueView& view);

}  // namespace comity::pages
