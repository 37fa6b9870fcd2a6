#pragma once

#include <string_view>

#include "base/json_writer.hpp"
#include "law/edition.hpp"
#include "law/replay.hpp"

namespace comity::law {

// Writes a replay as members of an open object: under, day, on, cases, worse, better, summary (of all and by step), replayed
// (each case with its clocks as they were and as they would be).
void write_json(base::JsonWriter& json, const Replay& replay, const Edition& under, base::Day on);

}  // namespace comity::law
