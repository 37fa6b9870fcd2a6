#pragma once

#include <string>

#include "law/replay.hpp"

namespace comity::exchange {

// One row for each clock: what it is, how its time was kept, how it would have been, and what came of the comparison.
void append_replay_csv(std::string& out, const law::Replay& replay);

}  // namespace comity::exchange
