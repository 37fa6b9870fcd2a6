#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.hpp"
#include "base/messages.hpp"
#include "law/edition.hpp"

// Two editions of the rules compared, step by step. Nothing points into the mechanisms.
namespace comity::law {

enum class Alteration : std::uint8_t { same, added, removed, changed };
std::string_view code(Alteration change);  // "same", "added", "removed", "changed"

// One thing that a rule says, such as its number or its unit; data/messages knows "diff.<field>".
struct Fact {
    std::string_view field;
    std::string code;  // by which two facts are compared
    base::Text words;  // how a reader is told
};

// What one edition says of something.
struct Saying {
    base::Text text;  // in a few words
    std::vector<Fact> facts;
    Authority authority;
    std::string version;  // id; "" for what stands in every version
};

enum class Subject : std::uint8_t { course, limit, test, vote, rule, outcome, bar, reservation };
std::string_view code(Subject subject);

struct Difference {
    Subject subject;
    std::string id;                     // of the rule in the edition that has it, the later one if both have
    std::vector<base::Text> opened_by;  // a limit that holds for some openers of its step: their names
    std::optional<Saying> before, after;
    std::vector<std::string_view> changed;  // fields
    Alteration change() const;
};

struct StepDifference {
    std::string id;
    base::Text name;
    Alteration change = Alteration::same;  // changed where anything in it is
    std::vector<Difference> parts;
};

// An edition with the versions in force on its day.
struct EditionTold {
    struct InForce {
        std::string id;
        base::Text name;
        Authority authority;
    };
    std::string name;  // "NAAEC@guidelines-1999"
    std::string mechanism, code;
    base::Text title;
    base::Day day;
    std::vector<InForce> versions;
};

struct Diff {
    EditionTold before, after;
    std::vector<StepDifference> steps;   // in the order of the process
    std::vector<Difference> rules;       // of no step: standing, publication, definitions, outcomes, bars …
    int count(Alteration change) const;  // of the parts of steps and the rules
};
// Steps are matched by their ids. Rules of one mechanism are matched by theirs; those of two also by an id that differs only in
// the mechanism's name, by the same words, and where each has just one of its kind.
Diff diff(const Edition& before, const Edition& after);

// In words, as plain text: what changed, each with its provision and how far it can be trusted on both sides.
std::string plain_text(const Diff& diff, const base::Words& words);
// The words that the plain text and a page share: "Time limit, opened by “Submission filed”: changed"; "NAAEC, the rules of 28
// June 1999 (NAAEC@guidelines-1999)"; "unit"; how much there is of each change.
std::string title(const Difference& part, const base::Words& words);
std::string title(const EditionTold& edition, const base::Words& words);
std::string field_name(std::string_view field, const base::Words& words);
std::string summary(const Diff& diff, const base::Words& words);

// before, after, counts, steps and rules, as members of the object that the caller has begun.
void write_members(base::JsonWriter& json, const Diff& diff);

}  // namespace comity::law
