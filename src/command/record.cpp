#include <fmt/format.h>

#include "command/options.hpp"
#include "store/verify.hpp"

namespace comity::command {

namespace {

std::string entries(std::int64_t count) { return fmt::format("{} journal {}", count, count == 1 ? "entry" : "entries"); }

}  // namespace

int verify(const Place& place) {
    const auto store = open_store(place);
    if (!store) return 2;
    const store::Report report = store::verify(store->snapshot());
    fmt::print("{}, {} records and {} search documents looked at\n", entries(report.entries), report.records, report.documents);
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
    fmt::print("{} replayed, {} records rebuilt\n", entries(rebuilt->entries), rebuilt->records);
    return 0;
}

}  // namespace comity::command
