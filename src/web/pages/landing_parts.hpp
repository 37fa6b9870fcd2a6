#pragma once

#include "web/pages/field_values.hpp"
#include "web/site/landing.hpp"

// How a landing page shows each of its parts.
namespace comity::pages {

struct LandingView {
    ValueView of;
    const site::Landing& landing;
};

// The content of a part: what it shows, without its heading and the way to the list.
void landing_content(html::Html& h, const LandingView& view, const site::LandingPart& part);

// The bodies as lists within lists, each with its kind and what is known of its life.
void landing_tree(html::Html& h, const LandingView& view, const site::LandingPart& part);
// Names with how many records have them, as links to those records.
void landing_counts(html::Html& h, const LandingView& view, const site::LandingPart& part);
// Records with their dates and the value of one facet.
void landing_rows(html::Html& h, const LandingView& view, const site::LandingPart& part);

}  // namespace comity::pages
