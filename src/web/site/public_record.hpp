#pragma once

#include <functional>

#include "exchange/public_record.hpp"
#include "web/site/collection_asked.hpp"

namespace comity::site {

// Calls use with the record as the writers of standards want it: with whole addresses and what its references lead to.
void as_public_record(const Site& site, const RecordAsked& asked, const std::function<void(const exchange::PublicRecord&)>& use);

}  // namespace comity::site
