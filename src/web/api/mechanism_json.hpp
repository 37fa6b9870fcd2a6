#pragma once

#include "base/json_writer.hpp"
#include "law/mechanism.hpp"

namespace comity::api {

// Everything that the law's files say of a mechanism, with its citations and the confidence of each rule.
void write_mechanism(base::JsonWriter& json, const law::Mechanism& mechanism);
// Its members "steps", "criteria", "rules", and "bars" with "reservations", each alone.
void write_steps(base::JsonWriter& json, const law::Mechanism& mechanism);
void write_tests(base::JsonWriter& json, const law::Mechanism& mechanism);
void write_rules(base::JsonWriter& json, const law::Mechanism& mechanism);
void write_bars(base::JsonWriter& json, const law::Mechanism& mechanism);
void write_span(base::JsonWriter& json, std::string_view name, const law::Span& span);
void write_authority(base::JsonWriter& json, const law::Authority& authority);  // "authority"

}  // namespace comity::api
