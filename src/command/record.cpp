#include <fmt/format.h>

#include "command/options.hpp"
#include "store/verify.hpp"

namespace comity::command {

int verify(const Place& place) {
    const auto store = open_store(place);
    if (!store) return 2;
    const store::Report report = store::verify(store->snapshot());
    fmt::print("{} journal entries, {} records and {} search documents looked at\n", report.entries, report.records,
               report.documents);
    for (const store::Finding& finding : report.findings) fmt::print("{}\n", store::to_string(finding));
    if (report.findings.empty()) fmt::print("The chain holds and everything agrees with it.\n");
    return report.findings.empty() ? 0 : 1;
}

int rebuild(const Place& place) {
    if (!open_store(place)) return 2;  // brings it up to date, and says where there is none
    const auto rebuilt = store::rebuild(store_options(place));
    if (!rebuilt) {
        fmt::print(stderr, "comity: {}\n", rebuilt.error());
        return 1;
    }
    fmt::print("{} journal entries replayed, {} records rebuilt\n", rebuilt->entries, rebuilt->records);
    return 0;
}

}  // namespace comity::command
