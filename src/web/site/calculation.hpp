#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "law/course_ahead.hpp"
#include "web/server/request.hpp"
#include "web/site/site.hpp"

// What a reader asks of the deadline calculator, read once for the page and its formats.
namespace comity::site {

struct Calculation {
    const law::Mechanism* mechanism = nullptr;
    std::string_view event;                 // type of the event that opens the step; "expiry" where none does
    law::Opening opening;                   // meaningful where there are no faults
    std::optional<law::CourseAhead> ahead;  // empty where there are faults
    // What is wrong with a parameter and what would be right, as a sentence in the reader's language.
    std::map<std::string, std::string, std::less<>> faults;
    std::vector<std::string> unused;  // steps for which a day or a longer time was given that plays no part
    server::Parameters given;         // what was sent and is not empty, known parameters only; the form shows it again

    const law::Step& step() const { return mechanism->steps[static_cast<std::size_t>(opening.step)]; }
};

// Parameters: mechanism (id), step ("review", or "review.filed" with the event that opens it), date, filed, party, extended
// (steps, repeated) and, by the name of a step, the day on which it really ended: response=2021-06-28. Without them, the first
// step of the mechanism of the newest submission, opening today. Throws HttpError 400 "unknown_parameter" for a name that is none
// of these.
Calculation calculation_asked(const Site& site, const server::Request& request, const server::Match& match);

// The value of "step" for a step and the event that opens it; the event is left out where the time limits don't depend on it.
std::string step_value(const law::Mechanism& mechanism, const law::Step& step, std::string_view event);
// The Parties on whose matters the docket has cases under this mechanism, and those that have days off of their own in its rules.
std::vector<std::string> parties_under(const Site& site, const law::Mechanism& mechanism);

}  // namespace comity::site
