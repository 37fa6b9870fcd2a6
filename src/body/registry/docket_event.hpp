#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::registry {

struct DocketEvent {
    std::string id;  // "SEM-21-001/03"
    record::Ref submission;
    std::string event;                        // what happened: an event of the mechanism, "response_requested"
    std::optional<base::Date> date;           // of delivery, on which clocks stand; absent: not known
    std::optional<base::Date> document_date;  // that the document bears, where a source tells it apart
    std::optional<base::Date> announced;      // when it was made public, where a source tells it apart
    std::string provision;                    // "NAAEC 14(1)", or ""
    std::optional<base::Date> stated;         // the due date or the new date that it announces
    std::string party;                        // the Party that it concerns; "" where the submission is about one only
    std::string by;                        // the office or the filer ("SEM-21-001/02") that did it, where that matters; else ""
    std::vector<std::string> assertions;   // of the submission, those that it concerns; none: the whole
    bool partial = false;                  // it settles or concerns only a part of the matter
    std::optional<record::Ref> decision;   // of the Council, by which it happened
    std::vector<record::Ref> joined_with;  // submissions with which this one was merged, or shares a factual record
    base::Text note;
    std::int64_t position = 0;      // in the source's telling of the case: 1, 2, 3, …
    record::Provenance provenance;  // its sources are the submission's where it names none of its own
    static const record::RecordType& type();
};

// A document of the case that a source names.
struct Document {
    std::string id;  // "SEM-21-001/factual-record"
    record::Ref submission;
    std::optional<record::Ref> event;  // at which it was made or received
    base::Text title;
    std::string kind;  // of the code list "case-document-kinds"
    std::optional<base::Date> date;
    std::vector<std::string> languages;      // ISO 639-1
    std::string url;                         // where a reader finds it
    std::optional<record::Ref> publication;  // the library's record of it
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::registry
