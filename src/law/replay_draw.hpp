#pragma once

#include <string>
#include <vector>

#include "law/draw.hpp"
#include "law/replay.hpp"

namespace comity::law {

// The clocks of a step whose due dates move by a number of days between two, both included.
struct ShiftBin {
    const ReplaySummary* of = nullptr;
    int from = 0, to = 0;
    std::size_t worse = 0, better = 0, rest = 0;  // by what became of them
    std::size_t all() const { return worse + better + rest; }
};
// By step, and from less time to more; without empty ones. The bins of all steps are equally wide, and one of them has 0 in its
// middle.
std::vector<ShiftBin> shift_bins(const Replay& replay);

// Days gained and lost as an SVG picture, a histogram for each step on one scale. Empty where no due dates can be compared.
std::string draw(const Replay& replay, base::Language language, DrawAs as);

// "+12", "−5", "+7.5" as the language writes it.
std::string signed_days(base::Language language, double days);

}  // namespace comity::law
