#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"

// A catalog of what can be downloaded and asked, in DCAT 3 (JSON-LD), as the European profile DCAT-AP 3 wants it. Addresses are
// whole; those of the catalog, of datasets, distributions and services are their identities and never change.
namespace comity::exchange {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

struct DcatConcept {
    std::string address;
    base::Text name;
};

struct DcatDistribution {
    std::string address;
    base::Text title;
    std::string media_type;   // "text/csv"
    std::string access_page;  // where a person gets it
    std::string download;     // the file itself; empty where it comes in parts, one request each
    std::string conforms_to;  // the standard that the format follows, or empty
    std::optional<std::int64_t> bytes;
};

struct DcatDataset {
    std::string address;
    base::Text title;
    base::Text description;
    std::vector<base::Text> keywords;
    std::vector<DcatConcept> themes;  // of the catalog's theme_schemes
    std::string landing_page;
    std::string described_by;            // its data dictionary, or empty
    std::optional<base::Date> issued;    // when it was first there
    std::optional<Instant> modified;     // last change of anything in it
    std::optional<base::Date> from, to;  // the time that it tells of
    std::vector<std::string> countries;  // ISO 3166-1 alpha-3
    std::vector<DcatDistribution> distributions;
};

struct DcatService {
    std::string address;
    base::Text title;
    base::Text description;
    std::string endpoint;
    std::string endpoint_description;  // the OpenAPI document, a landing page
    std::string conforms_to;           // a standard, or empty
    std::vector<std::string> serves;   // addresses of datasets
};

struct DcatCatalog {
    std::string address;
    base::Text title;
    base::Text description;
    std::string homepage;
    base::Text publisher;
    std::string publisher_address;
    std::string license;  // address of the licence under which everything in it is
    base::Text rights;    // what must be known beside the licence; may be empty
    std::vector<base::Language> languages;
    std::vector<DcatConcept> theme_schemes;
    std::optional<base::Date> issued;
    std::optional<Instant> modified;
    std::vector<DcatDataset> datasets;
    std::vector<DcatService> services;
};

// One JSON object.
void append_dcat(std::string& out, const DcatCatalog& catalog);

}  // namespace comity::exchange
