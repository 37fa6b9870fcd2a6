#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bench/portal.hpp"
#include "bench/random.hpp"

// Records that a test makes, changes and removes while a list of them is read.
namespace comity::portal {

// What a test does to one kind of record.
struct Kind {
    std::string_view type;
    std::string_view list;                 // "/en/news"
    std::vector<std::string_view> orders;  // of its list: the parameter "sort"
};
const std::vector<Kind>& kinds();

// The changes that put a record there, or change it: with a title of a few words, of which the first is always "water", and a
// day, or none, so that many share one. A submission comes with the event of its filing.
std::vector<record::Change> put(const store::Store& store, const Kind& kind, const std::string& id, bench::Random& random);
std::vector<record::Change> removal(const store::Store& store, const Kind& kind, const std::string& id);

// Commits, or throws std::runtime_error with what is wrong.
void commit(store::Store& store, std::vector<record::Change> changes);

// One page of a list in JSON: the ids of its records, and the address of the next page, "" on the last.
struct Page {
    std::vector<std::string> ids;
    std::string next;
};
Page read(const bench::Portal& portal, const std::string& target);

}  // namespace comity::portal
