#pragma once

#include <functional>

#include "exchange/linkset.hpp"
#include "exchange/public_record.hpp"
#include "web/site/collection_asked.hpp"

namespace comity::site {

// Calls use with the record as the writers of standards want it: with whole addresses and what its references lead to.
void as_public_record(const Site& site, const RecordAsked& asked, const std::function<void(const exchange::PublicRecord&)>& use);
// What stands around that record for programs: the page for `reader` and its other formats.
exchange::Signposts signposts(const Site& site, const RecordAsked& asked, const exchange::PublicRecord& record,
                              base::Language reader);

}  // namespace comity::site
