#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.hpp"
#include "law/evaluate.hpp"

// The proof of a clock in words: what opened it, which rule holds and why, how the days were counted, what met it, what is
// doubtful. Pages draw it, plain_text and markdown write it: the words are the same.
namespace comity::law {

// A part of a sentence.
struct Piece {
    enum class Kind : std::uint8_t {
        words,
        date,    // code is the date as ISO 8601 writes it
        mark,    // a word for how far something can be trusted: code is "verified", "derived", "unexplained", …
        source,  // where a rule comes from, as its file says it: words, an address, or both
        quote,   // from the record, in that language
    };
    Kind kind = Kind::words;
    std::string text;
    std::string code;
    base::Language language = base::Language::en;
};

struct Sentence {
    enum class Weight : std::uint8_t { plain, small, result };
    std::vector<Piece> pieces;
    Weight weight = Weight::plain;
    bool item = false;  // of a list
};

enum class EntryKind : std::uint8_t {
    opened_by,
    provision,
    rule,
    readings,    // of rules that conflict
    suspension,  // time in abeyance
    calendar,
    count,  // a page draws a calendar in its place
    skipped,
    roll,
    extension,
    due,
    missing,
    explained,
    doubts,
    end,
};
struct Entry {
    EntryKind kind;
    std::string term;
    std::vector<Sentence> sentences;
};

struct Explanation {
    std::string step;
    std::string actor;
    std::string state;
    std::vector<Entry> entries;
};

// What the record says of one event beside its date.
struct EventTold {
    const base::Text* note = nullptr;  // null or empty: nothing
    std::string_view confidence;       // a code of which data/messages knows "confidence.<code>"; "" where nothing is in doubt
};

// What a clock is explained with. The views must live as long as the call.
struct Told {
    const Mechanism& mechanism;
    std::span<const Event> events;
    std::span<const Finding> findings;
    std::span<const EventTold> told;  // in the order of events; empty: nothing is told beside
    std::optional<base::Date> filed;
    base::Day on;
    base::Day known_to;  // the last day of which the sources tell for certain
    std::string actor;   // by name
};
Explanation explain(const Clock& clock, const Told& told, const base::Words& words);

// Some clocks with what stands above and below them, to be written as a page of its own.
struct Sheet {
    std::string title;
    std::vector<std::string> head;
    std::vector<Explanation> clocks;
    std::string foot;
};
// A sentence as one line of plain text.
std::string plain_text(const Sentence& sentence, const base::Words& words);
// At most 78 characters on a line.
std::string plain_text(const Sheet& sheet, const base::Words& words);
std::string markdown(const Sheet& sheet, const base::Words& words);

}  // namespace comity::law
