#include "base/clock.hpp"

#include <fmt/format.h>

namespace comity::base {

std::chrono::sys_time<std::chrono::milliseconds> now() {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string to_string(std::chrono::sys_time<std::chrono::milliseconds> time) {
    const Day day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss t{time - day};
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", to_string(day), t.hours().count(), t.minutes().count(), t.seconds().count(),
                       t.subseconds().count());
}

}  // namespace comity::base
