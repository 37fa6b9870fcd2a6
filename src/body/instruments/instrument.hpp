#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::instruments {

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
    std::optional<base::Date> signed_earlier;  // a signing before the one that counts now
    std::optional<base::Date> expires;
    std::vector<std::string> classification_seen;  // axes whose term the fact sheet itself shows
    base::Text note;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::instruments
