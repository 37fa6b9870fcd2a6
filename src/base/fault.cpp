#include "base/fault.hpp"

#include <cstdio>
#include <cstdlib>

namespace comity::base {

std::string to_string(const Fault& fault) {
    std::string out = fault.file;
    const auto add = [&](const char* between, const std::string& part) {
        if (part.empty()) return;
        if (!out.empty()) out += between;
        out += part;
    };
    add(": ", fault.record);
    add(", ", fault.field);
    add(": ", fault.wrong);
    add("; ", fault.right);
    return out;
}

void broken(const char* what, const char* file, int line) {
    std::fprintf(stderr, "comity: broken assertion at %s:%d: %s\n", file, line, what);
    std::abort();
}

}  // namespace comity::base
