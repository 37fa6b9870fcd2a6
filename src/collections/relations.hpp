#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/record.hpp"
#include "store/store.hpp"

// What names a record: what its page shows of the others.
namespace comity::collections {

// References of one field: "publications whose project is this one".
struct Relation {
    const record::RecordType* type = nullptr;  // of the records, which has the field
    std::string path;                          // of the field there: "project", "signatories.person"
    const record::Field* field = nullptr;      // the outermost field of the path
    std::vector<std::string> ids;              // of the records, as many as were asked for
    std::size_t count = 0;                     // of all of them
};

// What names the record, by type in the order of the catalog; at most `most` ids each, in the order of ids; 0: only how many
// there are.
std::vector<Relation> naming(const store::Snapshot& snapshot, std::string_view type, std::string_view id, std::size_t most);

}  // namespace comity::collections
