#pragma once

#include <cstdint>
#include <string>

#include "base/messages.hpp"
#include "insight/plots.hpp"
#include "web/html/html.hpp"
#include "web/site/site.hpp"

// What the page of the retrospective is made of.
namespace comity::pages {

struct PerformanceView {
    const site::Site& site;
    const insight::Retrospective& found;
    const insight::Naming& naming;
    base::Words words;
    server::Parameters query;  // the day, where the request names one
};

// The figure's result in a sentence or two; "" where there is none yet.
std::string says(const PerformanceView& view, insight::Figure figure);

// The figure's table: with every row, or without those of each Party and agreement by itself.
enum class Rows : std::uint8_t { every, of_all };
void figure_table(html::Html& h, const PerformanceView& view, insight::Figure figure, Rows rows);
// Whether the two differ.
bool tells_groups(insight::Figure figure);

// How many cases, as a link to the list of them.
void cases_link(html::Html& h, const PerformanceView& view, const insight::Ids& cases);
// What the figure leaves out, why, and in which cases.
void left_out_of(html::Html& h, const PerformanceView& view, insight::Figure figure);

}  // namespace comity::pages
