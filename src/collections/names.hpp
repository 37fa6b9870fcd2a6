#pragma once

#include "base/text.hpp"
#include "record/record.hpp"

// Names that are put together from several fields.
namespace comity::collections {

// "Regular session 32", in each language; or the source's own name of it, "2005 June session".
base::Text meeting_name(const record::Value& record);

}  // namespace comity::collections
