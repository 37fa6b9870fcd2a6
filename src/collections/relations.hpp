#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/record.hpp"
#include "store/store.hpp"

// How records name each other, both ways: what a page of one shows of the others.
namespace comity::collections {

// References of one field: "publications whose project is this one", or "the project of this publication".
struct Relation {
    const record::RecordType* type = nullptr;      // of the records at the other end
    const record::RecordType* named_in = nullptr;  // the type that has the field
    std::string path;                              // of the field there: "project", "signatories.person"
    const record::Field* field = nullptr;          // the outermost field of the path
    std::vector<std::string> ids;                  // of the records at the other end, as many as were asked for
    std::size_t count = 0;                         // of all of them
};

// What the record names, in the order of its fields; each id once.
std::vector<Relation> named_by(const record::RecordType& type, const record::Value& record, record::Catalog catalog);
// What names the record, by type in the order of the catalog; at most `most` ids each, the newest ids not first: in the order of
// ids.
std::vector<Relation> naming(const store::Snapshot& snapshot, std::string_view type, std::string_view id, std::size_t most);

}  // namespace comity::collections
