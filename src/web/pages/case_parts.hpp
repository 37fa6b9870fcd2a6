#pragma once

#include <string>
#include <string_view>

#include "base/messages.hpp"
#include "web/html/html.hpp"
#include "web/pages/sources.hpp"
#include "web/pages/timeline_drawing.hpp"
#include "web/site/site.hpp"

// The parts of a case page. Each takes the case as it stands on a day.
namespace comity::pages {

struct CaseView {
    const site::Site& site;
    const registry::CaseOn& on;
    base::Language language;
    base::Words words;
    server::Parameters days = {};  // on which the page was asked for, and as it was known, where it was
    const registry::Submission& submission() const { return on.of->submission; }
    // The last day of which the sources tell for certain: of a vague date, the first day that it can mean.
    base::Day known_to() const { return submission().as_of.first(); }
    const law::Evaluation& evaluation() const { return on.evaluation; }
};

// "Response received"; "Time ran out" for the moment of an expiry.
std::string event_name(const CaseView& view, std::string_view type);
// The anchor of a clock on the page: its step, numbered from the second one of that step on.
std::string clock_anchor(const CaseView& view, const law::Clock& clock);
// Where its proof stands on a page of its own.
std::string clock_address(const CaseView& view, const law::Clock& clock);
std::string actor_of(const CaseView& view, std::string_view actor);

TimelineDrawing timeline_of(const CaseView& view);
void docket_table(html::Html& h, const CaseView& view);
void clocks(html::Html& h, const CaseView& view);
void facts(html::Html& h, const CaseView& view);
// Where each assertion stands, and what was held of an event; nothing where there is none.
void assertions(html::Html& h, const CaseView& view);
void positions(html::Html& h, const CaseView& view);

}  // namespace comity::pages
