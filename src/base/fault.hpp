#pragma once

#include <string>
#include <vector>

namespace comity::base {

// One thing wrong with something that came from outside. Every part is for a person; any of where_* may be empty.
struct Fault {
    std::string file;    // path as the person gave it, with ":line" where that is known
    std::string record;  // id of the record, rule, step
    std::string field;   // public name of the field or key
    std::string wrong;   // what is wrong, as a sentence fragment: "\"2013-02-30\" is not a day of the calendar"
    std::string right;   // what would be right: "write YYYY-MM-DD", or empty where wrong says it
    friend bool operator==(const Fault&, const Fault&) = default;
};
using Faults = std::vector<Fault>;

// "file: record, field: wrong; right", leaving out what is empty.
std::string to_string(const Fault& fault);

// Our own bug: prints the place and what did not hold, then aborts. Always on.
[[noreturn]] void broken(const char* what, const char* file, int line);
#define COMITY_ASSERT(condition) ((condition) ? void() : ::comity::base::broken(#condition, __FILE__, __LINE__))

}  // namespace comity::base
