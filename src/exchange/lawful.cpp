#include "exchange/lawful.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "body/registry/docket_event.hpp"
#include "body/registry/submission.hpp"
#include "record/codes.hpp"

namespace comity::exchange {

namespace {

constexpr std::size_t most_named = 40;

std::string one_of(const std::vector<std::string_view>& known, std::string_view wanted) {
    if (const std::string_view near = record::nearest(known, wanted); !near.empty())
        return fmt::format("did you mean \"{}\"?", near);
    std::string right = known.empty() ? "there is none" : "one of: ";
    for (std::size_t at = 0; at < known.size() && at < most_named; ++at) right += (at == 0 ? "" : ", ") + std::string(known[at]);
    return right + (known.size() > most_named ? ", …" : "");
}

struct OfCase {
    registry::Submission submission;
    const law::Mechanism* mechanism = nullptr;
};

void check_event(const FiledRecord& filed, const OfCase& of, base::Faults& faults) {
    const auto event = record::read_as<registry::DocketEvent>(filed.value);
    if (of.mechanism && law::event_type(*of.mechanism, event.event) < 0) {
        std::vector<std::string_view> known;
        for (const law::EventType& type : of.mechanism->event_types) known.push_back(type.id);
        faults.push_back({filed.file, filed.id, "type",
                          fmt::format("\"{}\" is no event of {}", event.event.substr(0, 60), of.mechanism->id),
                          one_of(known, event.event)});
    }
    std::vector<std::string_view> known;
    for (const registry::Assertion& assertion : of.submission.assertions) known.push_back(assertion.id);
    for (std::size_t at = 0; at < event.assertions.size(); ++at)
        if (std::ranges::find(known, event.assertions[at]) == known.end())
            faults.push_back({filed.file, filed.id, fmt::format("assertions.[{}]", at),
                              fmt::format("\"{}\" is no assertion of {}", event.assertions[at].substr(0, 60), of.submission.id),
                              one_of(known, event.assertions[at])});
}

}  // namespace

base::Faults check_law(std::span<const FiledRecord> records, const law::Mechanisms& law) {
    base::Faults faults;
    std::vector<std::string_view> mechanisms;
    for (const law::Mechanism& mechanism : law.list) mechanisms.push_back(mechanism.id);
    std::map<std::string, OfCase, std::less<>> cases;
    for (const FiledRecord& filed : records) {
        if (filed.type != &registry::Submission::type()) continue;
        OfCase of{record::read_as<registry::Submission>(filed.value)};
        const std::string& agreement = of.submission.agreement;
        const auto at = std::ranges::find(law.list, agreement, &law::Mechanism::id);
        if (at != law.list.end())
            of.mechanism = &*at;
        else
            faults.push_back({filed.file, filed.id, "agreement",
                              fmt::format("\"{}\" is no mechanism of the law", agreement.substr(0, 60)),
                              one_of(mechanisms, agreement)});
        cases.emplace(filed.id, std::move(of));
    }
    for (const FiledRecord& filed : records) {
        if (filed.type != &registry::DocketEvent::type()) continue;
        const auto of = cases.find(std::string_view(filed.value.at("submission").get_string()));
        if (of != cases.end()) check_event(filed, of->second, faults);
    }
    return faults;
}

}  // namespace comity::exchange
