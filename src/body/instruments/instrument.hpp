#pragma once

#include <boost/describe/enum.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::instruments {

enum class InstrumentRelation {
    replaces,
    protocol_to,
    amends,
    supplements,
    supports,  // helps to carry out
};
BOOST_DESCRIBE_ENUM(InstrumentRelation, replaces, protocol_to, amends, supplements, supports)

// What an instrument is to another one, earlier or wider.
struct RelatedInstrument {
    InstrumentRelation relation{};
    base::Text name;                        // as the source gives it
    std::optional<record::Ref> instrument;  // its own record, where there is one
    static std::span<const record::Field> fields();
};

// What another edition of the compendium says in its fact sheet, as far as a source shows it: a field that is absent was not
// seen.
struct InstrumentEdition {
    std::string edition;  // "October 2018"
    std::optional<base::Date> date;
    std::string source;
    base::Text official_title;
    std::optional<record::Ref> subject_category;
    std::optional<record::Ref> type_of_agreement;
    std::optional<record::Ref> form;
    std::vector<std::string> status;  // its lines, as they stand there
    std::vector<std::string> lead_departments;
    std::vector<std::string> partners;
    std::string reference_number;
    base::Text plain_language_summary;
    base::Text objective;
    base::Text key_elements;
    base::Text expected_results;
    base::Text involvement;
    base::Text activities;
    base::Text results;
    base::Text reports;
    base::Text note;
    static std::span<const record::Field> fields();
};

// A treaty, arrangement or forum in the shape of Canada's compendium of international environmental agreements and instruments.
struct Instrument {
    std::string id;
    base::Text short_title;
    base::Text official_title;
    std::optional<record::Ref> subject_category;
    std::optional<record::Ref> type_of_agreement;
    std::optional<record::Ref> form;
    std::vector<std::string> lead_departments;  // joint where there are several
    std::vector<std::string> partners;          // departments, foreign agencies or classes of bodies
    std::vector<std::string> contacts;
    std::vector<std::string> web_links;
    std::string compendium_edition;
    std::vector<std::string> earlier_editions;
    std::string reference_number;  // with its language suffix: "A33/EN"
    std::string catalogue_number;
    std::vector<std::string> languages;
    base::Text plain_language_summary;
    base::Text objective;
    base::Text key_elements;
    base::Text expected_results;
    base::Text involvement;  // of the country whose compendium it is
    base::Text activities;
    base::Text results;
    base::Text reports;
    std::vector<RelatedInstrument> lineage;
    std::vector<InstrumentEdition> editions;   // others than the one that counts now
    std::optional<base::Date> signed_earlier;  // a signing before the one that counts now
    std::optional<base::Date> expires;
    std::vector<std::string> classification_seen;  // axes whose term the fact sheet itself shows
    base::Text note;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::instruments
