#include "law/clock_name.hpp"

namespace comity::law {

std::string clock_name(const Evaluation& evaluation, const Clock& clock) {
    int nth = 0;
    for (const Clock& other : evaluation.clocks) {
        if (other.step == clock.step) ++nth;
        if (&other == &clock) break;
    }
    return nth > 1 ? clock.step->id + "-" + std::to_string(nth) : clock.step->id;
}

const Clock* find_clock(const Evaluation& evaluation, std::string_view name) {
    for (const Clock& clock : evaluation.clocks)
        if (clock_name(evaluation, clock) == name) return &clock;
    return nullptr;
}

}  // namespace comity::law
