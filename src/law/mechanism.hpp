#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "base/text.hpp"
#include "law/authority.hpp"
#include "law/calendar.hpp"
#include "law/vocabulary.hpp"

// A mechanism is a procedure as data: who acts, in which step, within which time, under which provision. It is read from the
// files of one folder of data/law; the engine knows no treaty.
namespace comity::law {

enum class Unit : std::uint8_t { calendar, working, month, year, none };                       // none: the law sets no time limit
enum class Strength : std::uint8_t { hard, target, normally, promptly, may, as_appropriate };  // only hard makes anyone late
enum class Roll : std::uint8_t { none, next_working_day };
enum class Rank : std::uint8_t { treaty, guideline, practice, domestic };  // domestic: the law of one Party
// Which day ends a sum of months that falls on no day (31 January and one month).
enum class MonthEnd : std::uint8_t {
    silent,    // the law does not say: both readings are given, neither is chosen
    last_day,  // the last day of the month of arrival
    next_day,  // the first day of the month after it
};
enum class Axis : std::uint8_t { filed, opened };  // which date picks the version: the case's filing, or the step's opening
enum class CountedFrom : std::uint8_t { delivery, document };
enum class StepKind : std::uint8_t {
    duty,    // someone must act
    period,  // time that runs out by itself: a window to revise, a period for comments
};
enum class Track : std::uint8_t {
    main,  // the case is in one of these at a time
    side,  // runs beside: an acknowledgement, a delay before publication
};

// What is wrong with a place at which the law points to another one.
enum class ReferenceState : std::uint8_t {
    broken,  // never was right
    stale,   // what it names is gone
};

std::string_view code(Unit unit);
std::string_view code(Strength strength);
std::string_view code(Rank rank);
std::string_view code(StepKind kind);
std::string_view code(ReferenceState state);

// One layer of the rules: a treaty, or a version of guidelines or of a practice.
struct Version {
    std::string id;
    base::Text name;
    Rank rank = Rank::treaty;
    Axis axis = Axis::filed;
    Authority authority;
    std::string file;
};

// Actors, stages and outcomes are a mechanism's own; shared says what they are in the vocabulary of all mechanisms: the id of a
// concept, or "".
struct Actor {
    std::string id;  // submitter, secretariat, party, council, ...
    base::Text name;
    std::string shared;
};

struct Stage {
    std::string id;
    base::Text name;
    std::string shared;
};

struct Outcome {
    std::string id;
    base::Text name;
    std::string shared;
    Authority authority;
};

struct EventType {
    std::string id;
    base::Text name;
    std::string actor;            // empty: anyone
    int ends = -1;                // index of the outcome with which it ends the case, or -1
    bool provisional = false;     // it ends the case unless a later event shows that the process went on
    bool ends_any_step = false;   // says only that the case ended: the step it was in gives the outcome
    bool explains_delay = false;  // attaches to the running clocks, moves none
    bool announces_due = false;   // carries a due date that someone published
    bool merges = false;          // the case goes on with another one
    int needs = -1;               // event type before which it has no effect: a consent
    bool needs_all = false;       // has effect once each of those who stand there as its actor has done it: joint filers
    int position_on = -1;         // states what its actor holds the effect of that other event type to be; moves nothing
    int public_after = -1;        // step beside the course: what it made is public once the time of that step is over
    std::vector<int> suspends;    // steps whose clocks it puts in abeyance: see Suspension
    std::vector<int> resumes;     // steps whose clocks it lets run on
    // Worked out from the steps:
    std::vector<int> opens;   // steps that it opens
    std::vector<int> closes;  // steps that it meets
    int rank = 0;             // order among events of one day
    int leads_to = -1;  // place of the main step in which it leaves the case; past the last one if it ends it; -1: moves nothing
};

struct Extension {
    int number = 0;  // the whole limit with the extension, in the limit's unit; 0: the law sets no upper limit
    int on = -1;     // event type that gives notice of it, within the limit
    std::string by;  // actor whose own notice alone counts; empty: whoever gives it
    Authority authority;
};

struct Limit {
    int step = -1;
    int version = -1;
    std::vector<int> opened_by;  // event types for which it holds; empty: every opener of the step
    int number = 0;
    Unit unit = Unit::none;
    int lead = 0;  // in the same unit, runs before the limit: a delay of publication before a vote
    Strength strength = Strength::hard;
    Roll roll = Roll::none;
    CountedFrom counted_from = CountedFrom::delivery;
    MonthEnd month_end = MonthEnd::silent;
    std::shared_ptr<const Calendar> calendar;                                        // null only if nothing needs it
    std::vector<std::pair<std::string, std::shared_ptr<const Calendar>>> calendars;  // of clocks of these Parties instead
    std::optional<Extension> extension;
    std::vector<int> replaces;  // versions whose limit for this step gives way while this one is in force
    Authority authority;        // in_force is its own span within the version's
    int line = 0;
};

struct Step {
    std::string id;
    base::Text name;  // "Response of the Party"
    std::string actor;
    int stage = -1;
    StepKind kind = StepKind::duty;
    Track track = Track::main;
    std::vector<int> opens;            // event types that open it
    std::vector<int> closes;           // event types that meet it
    std::vector<std::string> parties;  // it opens only for these, named by the opening event; empty: whatever the event names
    int expiry_opens = -1;             // step that opens when its time runs out: silence, or the end of a period
    bool expiry_ends = false;          // its time running out ends the case, with if_ended
    int if_ended = -1;                 // outcome when the case ends in this step without saying how
    Authority authority;
    std::vector<int> limits;  // indices of its limits, by version
    std::string file;
    int line = 0;
};

// Conditions must all be met; factors guide.
enum class TestKind : std::uint8_t { condition, factor, form };
struct Test {
    std::string id;
    TestKind kind = TestKind::condition;
    bool points_against = false;  // a factor that, where present, speaks against the submission
    base::Text name;
    int version = -1;
    std::string step;
    Authority authority;
};

enum class Polarity : std::uint8_t {
    opt_in,   // the threshold of members must say yes
    opt_out,  // it happens unless the threshold of members say no
};
struct VoteRule {
    std::string id;
    base::Text name;
    std::string step;
    Polarity polarity = Polarity::opt_in;
    int threshold = 0;
    int members = 0;
    int version = -1;
    Authority authority;
};

// Who may not file, by the pair of filer and respondent. All that is set must apply; in_force: filings of those days.
struct Bar {
    std::string id;
    base::Text name;
    std::string filer_of;    // State of which the filer is a national: ISO 3166-1 alpha-3; "": any
    std::string respondent;  // Party that the filing is about; "": any
    bool anonymous = false;  // only filings without a name
    std::string points_to;   // where the law sends the filer, in its own words; may be ""
    Authority authority;
};

// A Party does not accept filings about it for a time. in_force: the time for which it said so.
struct Reservation {
    std::string party;
    int most_years = 0;                // longest time that one can be made for; 0: the law sets none
    std::optional<base::Day> revoked;  // first day on which it had ended early
    Authority authority;
};

// A place at which the law points to another one that is not there, or not any more: kept as it is.
struct CrossReference {
    std::string id;
    std::string found_in;  // "17.13.2"
    std::string says;      // "Article 17.7.5"
    ReferenceState state = ReferenceState::broken;
    base::Text annotation;
    Authority authority;
};

// A rule that sets no clock and no test: who may file, what becomes public, definitions, what follows.
struct OtherRule {
    std::string id;
    std::string
        about;  // standing, languages, publication, definition, confidentiality, follow_up, termination, withdrawal, transition
    base::Text name;
    std::string term;   // what a definition defines: "environmental_law"; else ""
    std::string party;  // the Party for which a definition holds; "": all
    int version = -1;
    Authority authority;
};

struct Mechanism {
    std::string id;    // "naaec"
    std::string code;  // as records name it: "NAAEC"
    std::string file;  // its mechanism.toml
    base::Text name;
    Span filed;  // filings that it governs
    Authority authority;
    std::vector<Version> versions;
    std::vector<Actor> actors;
    std::vector<Stage> stages;
    std::vector<Outcome> outcomes;
    std::vector<EventType> event_types;  // sorted by id
    std::vector<Step> steps;             // in the order of the process
    std::vector<Limit> limits;
    std::vector<Test> tests;
    std::vector<VoteRule> votes;
    std::vector<OtherRule> rules;
    std::vector<Bar> bars;
    std::vector<Reservation> reservations;
    std::vector<CrossReference> cross_references;
};

// Index of the event type with this id, or -1.
int event_type(const Mechanism& mechanism, std::string_view id);
// The event type that files a case: what opens the first step; -1 if nothing does.
int filing(const Mechanism& mechanism);
const Step* find_step(const Mechanism& mechanism, std::string_view id);
const Actor* find_actor(const Mechanism& mechanism, std::string_view id);
const Stage* find_stage(const Mechanism& mechanism, std::string_view id);
// The days on which a limit holds: its own within those of its version.
Span in_force(const Mechanism& mechanism, const Limit& limit);
// The calendar on which a Party's clock is counted; null if nothing needs one.
const Calendar* calendar_for(const Limit& limit, std::string_view party);

struct Mechanisms {
    Vocabulary vocabulary;
    std::vector<std::shared_ptr<const Calendar>> calendars;
    std::vector<Mechanism> list;
};

// Reads the vocabulary (a file vocabulary.toml; the shipped one where none is given), calendars (files in a folder named
// "calendars") and mechanisms (every other folder is one: mechanism.toml and a file for each version), or says everything that is
// wrong with them.
std::expected<Mechanisms, base::Faults> load(std::span<const SourceFile> files);

// The rule text inside the program, verbatim.
std::vector<SourceFile> shipped_files();
// The law inside the program, read once.
const std::expected<Mechanisms, base::Faults>& shipped();

// By id or code, in any case; null if there is none.
const Mechanism* find_mechanism(const Mechanisms& mechanisms, std::string_view id_or_code);

// What a set of ballots decides under a rule. A member who has not voted counts for neither side.
enum class Ballot : std::uint8_t { yes, no, none };
enum class Decision : std::uint8_t { yes, no, undecided };
Decision decide(const VoteRule& rule, std::span<const Ballot> ballots);

}  // namespace comity::law
