#include <fmt/format.h>

#include <cstdio>

#include "base/clock.hpp"
#include "command/options.hpp"
#include "exchange/catalog.hpp"
#include "law/folder.hpp"

namespace comity::command {

store::Options store_options(const Place& place) {
    return {.address = place.database.empty() ? "sqlite:" + (place.data / "comity.db").string() : place.database,
            .catalog = exchange::catalog()};
}

std::unique_ptr<store::Store> open_store(const Place& place, bool make) {
    std::error_code error;
    if (make)
        std::filesystem::create_directories(place.data, error);
    else if (place.database.empty() && !std::filesystem::exists(place.data / "comity.db", error)) {
        fmt::print(stderr, "comity: {} holds no record; import one first: comity import data/bodies/cec --data {}\n",
                   place.data.string(), place.data.string());
        return nullptr;
    }
    if (error) {
        fmt::print(stderr, "comity: the folder {} can't be made: {}\n", place.data.string(), error.message());
        return nullptr;
    }
    auto opened = store::open(store_options(place));
    if (!opened) {
        fmt::print(stderr, "comity: {}\n", opened.error());
        return nullptr;
    }
    return *std::move(opened);
}

void print_faults(const base::Faults& faults) {
    for (const base::Fault& fault : faults) fmt::print(stderr, "{}\n", base::to_string(fault));
    fmt::print(stderr, "{} fault{}; nothing was changed\n", faults.size(), faults.size() == 1 ? "" : "s");
}

std::optional<base::Day> day_or_today(const std::string& text) {
    if (text.empty()) return std::chrono::floor<std::chrono::days>(base::now());
    const auto day = base::parse_day(text);
    if (day && *day >= law::first_known_day && *day <= law::last_known_day) return *day;
    if (day)
        fmt::print(stderr, "comity: --on {} is outside the days that the calendars know, {} to {}\n", text,
                   base::to_string(law::first_known_day), base::to_string(law::last_known_day));
    else
        fmt::print(stderr, "comity: --on {}\n", day.error());
    return std::nullopt;
}

std::optional<std::int64_t> entry_known(const store::Snapshot& snapshot, const std::string& text) {
    if (text.empty()) return snapshot.head();
    const auto day = base::parse_day(text);
    if (!day) {
        fmt::print(stderr, "comity: --known {}\n", day.error());
        return std::nullopt;
    }
    if (*day > base::now()) {
        fmt::print(stderr, "comity: --known {} is still to come: what will be known then is not known\n", text);
        return std::nullopt;
    }
    const std::int64_t entry = snapshot.entry_at(*day + std::chrono::days{1} - std::chrono::milliseconds{1});
    if (entry) return entry;
    const auto first = snapshot.first_time();
    fmt::print(stderr, "comity: nothing was on the record by the end of {}; its first entry was made {}\n", text,
               first.value_or("at no time yet"));
    return std::nullopt;
}

const law::Mechanisms* shipped_law() {
    const auto& law = law::shipped();
    if (law) return &*law;
    print_faults(law.error());
    return nullptr;
}

std::filesystem::path own_law(const Place& place) { return place.data / "body-law"; }

std::optional<law::Mechanisms> law_in(const std::filesystem::path& folder) {
    auto law = law::shipped_and(folder);
    if (law) return *std::move(law);
    print_faults(law.error());
    return std::nullopt;
}

}  // namespace comity::command
