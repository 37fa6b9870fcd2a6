// A record from outside: the first byte says of which type, the rest is its JSON. What is accepted has one normal form, which is
// read again as it was written.
#include <boost/json/value.hpp>

#include "base/fault.hpp"
#include "exchange/catalog.hpp"
#include "record/canonical.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace comity;
    if (size == 0) return 0;
    const record::Catalog catalog = exchange::catalog();
    const record::RecordType& type = *catalog[data[0] % catalog.size()];
    const auto value = record::parse_json({reinterpret_cast<const char*>(data) + 1, size - 1});
    if (!value) return 0;
    const std::string written = record::canonical(*value);
    const auto again = record::parse_json(written, {.depth = 33});
    COMITY_ASSERT(again);
    COMITY_ASSERT(record::canonical(*again) == written);
    for (const base::Fault& fault : record::check_value(type, *value)) {
        COMITY_ASSERT(!base::to_string(fault).empty());
        return 0;
    }
    const record::Value normal = record::normal(type, *value);
    COMITY_ASSERT(record::check_value(type, normal).empty());
    COMITY_ASSERT(record::canonical(record::normal(type, normal)) == record::canonical(normal));
    return 0;
}
