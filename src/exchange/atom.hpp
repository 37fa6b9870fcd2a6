#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"

// Atom feeds (RFC 4287).
namespace comity::exchange {

struct AtomLink {
    std::string rel;  // "self", "alternate", "related", …
    std::string href;
    std::string type;      // media type, or empty
    std::string hreflang;  // "fr", or empty
};

struct AtomCategory {
    std::string term;
    std::string label;  // for a reader; may be empty
};

struct AtomEntry {
    std::string id;  // an IRI that never changes, whatever the entry's address
    std::string title;
    std::string summary;                                       // plain text; may be empty
    base::Language language = base::Language::en;              // of title and summary
    std::chrono::sys_time<std::chrono::milliseconds> updated;  // last change that a reader would care about
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> published;
    std::vector<AtomLink> links;  // at least one "alternate": an entry without content needs it
    std::vector<AtomCategory> categories;
};

struct AtomFeed {
    std::string id;  // an IRI that never changes
    std::string title;
    std::string subtitle;  // may be empty
    base::Language language = base::Language::en;
    std::string author;  // the feed's entries have no author of their own, so the standard asks for one here
    std::string author_address;
    std::chrono::sys_time<std::chrono::milliseconds> updated;
    std::vector<AtomLink> links;  // with the feed's own address as "self"
    std::vector<AtomEntry> entries;
};

void append_atom(std::string& out, const AtomFeed& feed);

}  // namespace comity::exchange
