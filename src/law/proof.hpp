#pragma once

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "law/evaluate.hpp"

// A proof that can be taken away: one clock with everything it stands on, as one JSON object. Checking it needs neither the
// record nor this program's law:
//
//   {"format": "comity-proof", "version": 1,
//    "about": {"case", "record_version"},              told only, nothing is worked out from it
//    "question": {"mechanism", "clock", "on", "language"},
//    "events": [{"type", "date", …}, …],               as the engine took them; what came after the day is left out
//    "rules": [{"file", "sha256", "text"}, …],         the mechanism's files, verbatim
//    "calendars": [{"file", "sha256", "text"}, …],     those that its rules name
//    "clock": {…}}                                     as evaluation_json.hpp writes it
namespace comity::law {

struct ProofAsked {
    std::string_view case_id;
    std::int64_t record_version = 0;  // the journal entry that the case stands at; 0: not told
    std::string_view clock;           // its name, "response", "review-2": clock_name.hpp
    base::Day on;
    base::Language language = base::Language::en;
};
// `law` is all the rule text there is, of which the proof takes what the mechanism needs. The error is a sentence that says which
// clocks there are.
std::expected<std::string, std::string> make_proof(const Mechanism& mechanism, std::span<const SourceFile> law,
                                                   std::span<const Event> events, const ProofAsked& asked);

struct ProofDifference {
    std::string where;       // "clock.due", "clock.skipped 2013-05-20", "data/law/naaec/treaty.toml, sha256"
    std::string claimed;     // as the proof has it, in JSON; empty where it has nothing
    std::string recomputed;  // empty where nothing comes out
};
struct ProofChecked {
    std::string case_id, mechanism, clock;
    base::Day on;
    std::size_t events = 0, rules = 0, calendars = 0;  // what the proof has of each
    std::vector<ProofDifference> differences;          // empty: equal
    std::vector<std::string> news;  // where this program's own law differs from the proof's: no fault of the proof
};
// Works the clock out from the file alone. `own_law` is only compared with. The error is what keeps the file from being a proof.
std::expected<ProofChecked, base::Faults> check_proof(const SourceFile& proof, std::span<const SourceFile> own_law);

}  // namespace comity::law
