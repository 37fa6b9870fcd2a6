#pragma once

#include <string>
#include <vector>

#include "exchange/public_record.hpp"

// The typed links of a record's page, by which programs find its parts without reading it (FAIR Signposting; RFC 8288, RFC 9264).
namespace comity::exchange {

struct Format {
    std::string address;
    std::string media_type;  // "application/ld+json"
};

struct Signposts {
    const PublicRecord& record;
    std::string page;             // of the reader who asks
    std::vector<Format> formats;  // the same record for programs
    std::string linkset;          // address of what append_linkset writes
    std::string license;          // address of the licence of the record
};

// The value of the page's header "Link": cite-as, describedby, type, author, license, item, linkset.
std::string link_header(const Signposts& signposts);
// application/linkset+json: the same links, and those that lead back from the formats and from the thing itself.
void append_linkset(std::string& out, const Signposts& signposts);

}  // namespace comity::exchange
