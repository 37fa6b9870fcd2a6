#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "law/mechanism.hpp"
#include "store/store.hpp"

// The commands of the program: one file each. A command prints what it did, or what was wrong, and gives the exit code: 0 done, 1
// not done because of what it was given or found, 2 for a fault of the surroundings.
namespace comity::command {

// Where the record is.
struct Place {
    std::filesystem::path data = "var/cec";  // the data folder
    std::string database;                    // a PostgreSQL address; empty: SQLite in the data folder
};
store::Options store_options(const Place& place);
// Prints why it can't be opened. `make` makes the data folder where there is none.
std::unique_ptr<store::Store> open_store(const Place& place, bool make = false);

int import_body(const Place& place, const std::filesystem::path& folder);
int export_body(const Place& place, const std::filesystem::path& folder);
int verify(const Place& place);
int rebuild(const Place& place);

struct DocketOptions {
    std::string id;
    std::string on;     // YYYY-MM-DD; empty: today
    std::string known;  // the day on which it is known, YYYY-MM-DD; empty: now
    bool json = false;
    std::string proof;  // the name of a clock, "response", "review-2": its proof and nothing else; empty: the case
};
int docket(const Place& place, const DocketOptions& options);

struct DueOptions {
    std::string on;
    std::string known;
    std::optional<int> within;  // days ahead; none: everything that runs
    std::string party;          // CAN, MEX, USA; empty: all
    bool json = false;
};
int due(const Place& place, const DueOptions& options);

int proof_check(const std::string& file);  // "-": standard input; 0 equal, 1 differs, 2 no proof

int law_check(const std::vector<std::string>& files);  // none: the law inside the program
int law_draw(const std::string& id_or_folder, const std::string& language);
// Works out a case that stands in a file, in the form of tests/deadlines, under these rules (none: those inside the program).
int law_try(const std::string& file, const std::vector<std::string>& rules);
// The law in these files and folders; none: the law inside the program. nullopt, after saying why, where it can't be read.
std::optional<law::Mechanisms> law_from(const std::vector<std::string>& named);

struct ReplayOptions {
    std::string under;  // an edition: "NAAEC@2012"
    std::string cases;  // ids parted by commas; empty: all
    std::string on;     // YYYY-MM-DD; empty: today
    bool json = false, csv = false;
};
int law_replay(const Place& place, const ReplayOptions& options);

struct DiffOptions {
    std::string before, after;  // editions: "NAAEC@1999"
    std::string language = "en";
    bool json = false;
};
int law_diff(const DiffOptions& options);

struct ExplainOptions {
    std::string id;
    std::string step;  // "response": every clock of it; "response-2": the second alone
    std::string on;    // YYYY-MM-DD; empty: today
    std::string language = "en";
    bool markdown = false;
    std::optional<int> nth;  // of several clocks of one step
};
int law_explain(const Place& place, const ExplainOptions& options);

struct ServeOptions {
    std::string listen = "localhost:8080";
    std::string origin;  // the public address, "https://cec.example"; empty: http://<listen>
    bool behind_proxy = false;
};
int serve(const Place& place, const ServeOptions& options);

// What several commands need.
void print_faults(const base::Faults& faults);
std::optional<base::Day> day_or_today(const std::string& text);  // prints what is wrong with the text
// The last entry of the journal by the end of that day, the head where the text is empty; prints what is wrong with it, or that
// nothing was on the record yet.
std::optional<std::int64_t> entry_known(const store::Snapshot& snapshot, const std::string& day);
const law::Mechanisms* shipped_law();  // prints what is wrong with it
// The shipped law with the mechanisms of a folder beside it. Prints what is wrong with it.
std::optional<law::Mechanisms> law_in(const std::filesystem::path& folder);
// Where the body's own mechanisms are kept beside the record: import puts them there.
std::filesystem::path own_law(const Place& place);

}  // namespace comity::command
