#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/public_record.hpp"

// A citation of a record of any type, in the three forms that reference managers read: CSL-JSON, BibTeX and RIS.
namespace comity::exchange {

// What a cited thing is called by each of the three.
struct CitedAs {
    std::string_view csl;     // a type of CSL 1.0.2: "report"
    std::string_view bibtex;  // an entry of classic BibTeX: "techreport"
    std::string_view ris;     // "RPRT"
};

struct Citation {
    std::string id;  // "publication:taking-stock-14": letters, digits and "-_.:" only
    CitedAs as;
    std::string title;                        // in the reader's language, else as it was written
    base::Language language{};                // of the title
    std::string author;                       // an institution; empty where the record does not say who wrote it
    std::vector<std::string> contributors;    // other institutions and persons who took part
    std::optional<base::Date> issued, until;  // until: the last day of what lasts
    std::string publisher, genre, number, series, number_in_series, pages, place, url, abstract;  // each may be empty
    std::vector<std::string> isbns;
    base::Day accessed;
};

// Whether the record is the words of others, which the body did no more than to receive or to point to: it does not say who wrote
// them.
bool is_of_others(const PublicRecord& record);

// The citation for a reader of that language who looked at the record on that day.
Citation cite(const PublicRecord& record, base::Language reader, base::Day accessed);

void append_csl_json(std::string& out,
                     const Citation& citation);  // application/vnd.citationstyles.csl+json: an array of one item
// UTF-8, with what LaTeX would take for a command escaped; has both "date" (biblatex) and "year" with "month" (BibTeX).
void append_bibtex(std::string& out, const Citation& citation);
void append_ris(std::string& out, const Citation& citation);  // UTF-8, lines end with CRLF

}  // namespace comity::exchange
