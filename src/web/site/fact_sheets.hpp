#pragma once

#include <string>
#include <vector>

#include "base/text.hpp"
#include "body/instruments/instrument.hpp"
#include "record/record.hpp"
#include "web/server/request.hpp"
#include "web/server/route.hpp"
#include "web/site/collection_asked.hpp"

// Two editions of an instrument's fact sheet in the compendium, side by side.
namespace comity::site {

// A field as both have it. Of a field that one edition does not show, nothing can be said but that: the other may have had it.
struct SheetField {
    const record::Field* field = nullptr;
    std::string earlier, now;                      // "" where the edition does not show it; lines are parted by line feeds
    base::Language language = base::Language::en;  // of both
};

struct SheetsAsked {
    RecordAsked record;
    instruments::Instrument instrument;      // the edition that counts now
    instruments::InstrumentEdition earlier;  // the one that it is compared with
    std::vector<SheetField> fields;          // that at least one of them shows, in the order of the record
};
// The edition that "with" names; without it, the first of the others. Texts are those in the reader's language where both
// editions have it, else in their original. Throws HttpError 404 "no_record", and "no_other_edition" where the record knows no
// other edition, 400 "bad_parameter.with".
SheetsAsked sheets_asked(const Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::site
