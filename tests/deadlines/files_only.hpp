#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "law/evaluate.hpp"
#include "law/mechanism.hpp"

// Mechanisms that only a test knows: nothing but text, so that they show what files alone can say.
namespace comity::law::files_only {

inline constexpr std::string_view names = "name.en = \"a\"\nname.fr = \"b\"\nname.es = \"c\"\n";
inline constexpr std::string_view cited = "provision = \"Art. 1\"\nsource = \"Act 1\"\nconfidence = \"verified\"\n";

// One [[kind]] with its names and its citation, which keys can override.
inline std::string table(std::string_view kind, std::string_view keys, std::string_view citation = cited) {
    return "[[" + std::string(kind) + "]]\n" + std::string(names) + std::string(keys) + "\n" + std::string(citation);
}
inline std::string event(std::string_view keys) { return table("event", keys, ""); }
inline std::string limit(std::string_view keys, std::string_view citation = cited) {
    return "[[limit]]\n" + std::string(keys) + "\n" + std::string(citation);
}

// mechanism.toml with one office, the stages "open" and "ended", the outcome "done", and these events and steps.
inline std::string mechanism(std::string_view events_and_steps) {
    return "id = \"small\"\ncode = \"SMALL\"\nfiled.from = 2000-01-01\n" + std::string(names) + std::string(cited) +
           table("actor", "id = \"office\"", "") + table("actor", "id = \"minister\"", "") + table("stage", "id = \"open\"", "") +
           table("stage", "id = \"ended\"", "") + table("outcome", "id = \"done\"") + std::string(events_and_steps);
}
inline std::string version(std::string_view id, std::string_view limits, std::string_view from = "2000-01-01",
                           std::string_view chosen_by = "opening") {
    return "id = \"" + std::string(id) + "\"\nrank = \"treaty\"\nchosen_by = \"" + std::string(chosen_by) +
           "\"\nin_force.from = " + std::string(from) + "\n" + std::string(names) + std::string(cited) + std::string(limits);
}
inline std::string calendar(std::string_view id, std::string_view entries = "", std::string_view top = "") {
    return "id = \"" + std::string(id) + "\"\n" + std::string(names) + "source = \"Act 1\"\nconfidence = \"verified\"\n" +
           std::string(top) + table("day_off", "id = \"weekend\"\nfalls = \"weekend\"") + std::string(entries);
}

inline std::expected<Mechanisms, base::Faults> read(const std::string& mechanism, const std::vector<std::string>& versions,
                                                    const std::vector<std::string>& calendars = {}) {
    std::vector<SourceFile> files{{"law/small/mechanism.toml", mechanism}};
    std::vector<std::string> file_names;
    for (std::size_t at = 0; at < versions.size(); ++at)
        files.push_back({"law/small/" + std::to_string(at) + ".toml", versions[at]});
    for (std::size_t at = 0; at < calendars.size(); ++at)
        files.push_back({"law/calendars/" + std::to_string(at) + ".toml", calendars[at]});
    return load(files);
}
inline Mechanisms law(const std::string& mechanism, const std::vector<std::string>& versions,
                      const std::vector<std::string>& calendars = {}) {
    auto read_law = read(mechanism, versions, calendars);
    if (!read_law) throw std::runtime_error(to_string(read_law.error().front()));
    return std::move(*read_law);
}

inline base::Day day(std::string_view text) { return base::parse_day(text).value(); }
inline std::string told(const std::optional<base::Day>& day) { return day ? base::to_string(*day) : "none"; }

struct Told {
    std::string_view type, date, party, by;
};
// Events told in short; "" is a date that is not known.
inline std::vector<Event> events(const std::vector<Told>& all) {
    std::vector<Event> list;
    for (const Told& one : all)
        list.push_back({.type = one.type,
                        .date = one.date.empty() ? std::nullopt : std::optional(base::parse_date(one.date).value()),
                        .party = one.party,
                        .by = one.by});
    return list;
}

// The nth clock of a step, of a Party where one is named.
inline const Clock& clock(const Evaluation& evaluation, std::string_view step, std::string_view party = "", int nth = 0) {
    for (const Clock& clock : evaluation.clocks)
        if (clock.step->id == step && (party.empty() || clock.party == party) && nth-- == 0) return clock;
    throw std::runtime_error("no clock of " + std::string(step));
}
inline bool found(const Evaluation& evaluation, FindingCode code) {
    for (const Finding& finding : evaluation.findings)
        if (finding.code == code) return true;
    return false;
}

}  // namespace comity::law::files_only
