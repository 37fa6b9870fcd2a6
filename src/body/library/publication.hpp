#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::library {

// One ISBN for one or several languages.
struct Isbn {
    std::string isbn;
    std::vector<std::string> languages;
    static std::span<const record::Field> fields();
};

// A work, in all its languages and formats.
struct Publication {
    std::string id;
    base::Text title;
    base::Text subtitle;
    std::optional<base::Date> date;
    std::optional<std::int64_t> pages;
    std::vector<std::string> languages;
    std::vector<std::string> summary_languages;  // in which there is only a summary
    std::vector<std::string> types;
    std::string series;
    std::optional<std::int64_t> edition;  // in its series
    std::optional<base::Date> data_from;  // years that its data cover
    std::optional<base::Date> data_to;
    std::vector<record::Ref> topics;
    std::vector<base::Text> other_topics;  // those that are in no scheme of topics
    std::optional<record::Ref> project;    // from which it comes
    std::optional<record::Ref> submission;
    std::vector<record::Ref> decisions;    // that asked for it or made it public
    std::vector<record::Ref> instruments;  // under which it was made, or that it helps to carry out
    std::vector<record::Ref> bodies;       // for or about which it was made
    std::optional<record::Ref> meeting;    // for which it was made, or that adopted it
    std::vector<Isbn> isbns;
    std::string document_symbol;
    std::string quality_code;     // of the quality assurance: "QA314"
    std::string repository_item;  // its number in the archive's repository
    std::string publisher;        // where it is not the body itself
    std::vector<std::string> partners;
    std::string url;
    std::string site_slug;             // at the end of its address on the body's site
    std::optional<std::int64_t> rank;  // among the most read of the site, as a source shows it
    base::Text summary;
    base::Text note;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::library
