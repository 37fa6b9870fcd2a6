#pragma once

#include <span>
#include <string>

#include "base/json_writer.hpp"
#include "law/evaluate.hpp"

namespace comity::law {

// Writes an evaluation as one JSON object: mechanism, on, stage, turns, ended, outcome, ended_by, clocks with their proofs,
// findings.
// Texts stand in every language; the reasons of skipped days, of which there can be hundreds, in the one given.
void write_json(base::JsonWriter& json, const Evaluation& evaluation, std::span<const Event> events, base::Day on,
                base::Language language = base::Language::en);
// One clock: step, actor, opened_by, provision, limit, calendar, skipped, due, met_by, state, days_late, rule and what else
// proves it.
void write_json(base::JsonWriter& json, const Mechanism& mechanism, const Clock& clock,
                base::Language language = base::Language::en);

}  // namespace comity::law
