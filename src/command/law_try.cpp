#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "command/options.hpp"
#include "law/evaluate.hpp"
#include "law/toml_file.hpp"

namespace comity::command {

namespace {

using base::Language;

std::string_view english(const base::Text& text) { return base::shown(text, Language::en).text; }
std::string words(const std::optional<base::Date>& date) { return date ? base::to_string(*date) : "an unknown day"; }

struct TriedCase {
    law::Node root;
    std::string mechanism;
    std::optional<base::Day> on;
    std::vector<law::Event> events;  // their views look into root
};

// A date, or "2005", "2005-06" or "unknown" in quotation marks.
std::optional<base::Date> date_from(law::TableReader& reader, std::string_view key) {
    const law::Node* node = reader.find(key);
    if (!node) return std::nullopt;
    if (const auto* day = std::get_if<base::Day>(&node->value)) return base::Date(*day);
    if (node->string() && *node->string() == "unknown") return std::nullopt;
    if (node->string())
        if (const auto date = base::parse_date(*node->string())) return *date;
    reader.fault(key, "is not a date", "YYYY-MM-DD; \"YYYY-MM\", \"YYYY\" or \"unknown\" in quotation marks");
    return std::nullopt;
}

std::string_view view(law::TableReader& reader, std::string_view key) {
    const law::Node* node = reader.find(key);
    return node && node->string() ? std::string_view(*node->string()) : std::string_view{};
}

law::Event event_from(const law::Node& node, const std::string& file, base::Faults& faults) {
    law::TableReader reader(node, file, "event", faults);
    law::Event event{.type = view(reader, "type")};
    if (event.type.empty()) reader.fault("type", "is missing", "the id of an [[event]] of the mechanism");
    event.date = date_from(reader, "date");
    event.document_date = date_from(reader, "document_date");
    event.stated = date_from(reader, "stated");
    event.party = view(reader, "party");
    event.by = view(reader, "by");
    event.partial = reader.flag("partial");
    return event;
}

std::optional<TriedCase> case_from(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in) {
        fmt::print(stderr, "comity: {} can't be read\n", path);
        return std::nullopt;
    }
    auto tree = law::parse_toml({path, text});
    base::Faults faults;
    TriedCase tried;
    if (tree) {
        tried.root = std::move(*tree);
        law::TableReader reader(tried.root, path, "case", faults);
        tried.mechanism = reader.text("mechanism");
        tried.on = reader.day("on");
        if (!tried.on) reader.fault("on", "is missing", "the day of the question, YYYY-MM-DD");
        for (const law::Node* node : reader.tables("event")) tried.events.push_back(event_from(*node, path, faults));
    } else {
        faults = tree.error();
    }
    for (const base::Fault& fault : faults) fmt::print(stderr, "{}\n", base::to_string(fault));
    if (!faults.empty()) return std::nullopt;
    return tried;
}

std::string limit_words(const law::Limit& limit) {
    constexpr std::array units{"calendar days", "working days", "months", "years", "no time limit"};
    const char* unit = units.at(static_cast<std::size_t>(limit.unit));
    return limit.unit == law::Unit::none ? unit : fmt::format("{} {}", limit.number, unit);
}

void print_due(const law::Clock& clock) {
    if (clock.due)
        fmt::print("  due {}", base::to_string(*clock.due));
    else if (clock.earliest_due && clock.latest_due)
        fmt::print("  due {} or {}", base::to_string(*clock.earliest_due), base::to_string(*clock.latest_due));
    else
        fmt::print("  no due date");
    if (clock.limit)
        fmt::print(": {}{}, {} ({}, {})", limit_words(*clock.limit), clock.extended ? ", extended" : "",
                   clock.limit->authority.provision, clock.version->id, law::code(clock.limit->authority.confidence));
    fmt::print("\n");
    for (const law::SkippedDay& day : law::skipped_days(clock))
        fmt::print("    not counted: {}, {}\n", base::to_string(day.day), english(day.why->name));
}

void print_clock(const law::Mechanism& mechanism, const law::Clock& clock) {
    fmt::print("\n{}{}{}: {}\n", english(clock.step->name), clock.party.empty() ? "" : ", ", clock.party, law::code(clock.state));
    const int opener = law::event_type(mechanism, clock.opened_by.type);
    const std::string_view opened =
        opener < 0 ? "time that ran out" : english(mechanism.event_types[static_cast<std::size_t>(opener)].name);
    fmt::print("  opened {} by {}\n", words(clock.opened_by.date), opened);
    print_due(clock);
    if (clock.met_by) fmt::print("  met {}\n", words(clock.met_by->date));
}

void print_evaluation(const law::Mechanism& mechanism, const TriedCase& tried, const law::Evaluation& result) {
    fmt::print("{} on {}: {}\n", mechanism.id, base::to_string(*tried.on),
               result.stage ? english(result.stage->name) : "not filed");
    if (result.outcome) fmt::print("outcome: {}\n", english(result.outcome->name));
    for (const law::Turn& turn : result.turns) {
        const law::Actor* actor = law::find_actor(mechanism, turn.actor);
        fmt::print("to act: {} ({})\n", actor ? english(actor->name) : turn.actor, english(turn.step->name));
    }
    for (const law::Clock& clock : result.clocks) print_clock(mechanism, clock);
    if (!result.findings.empty()) fmt::print("\n");
    for (const law::Finding& finding : result.findings)
        fmt::print("note: {}\n", english(law::describe(mechanism, tried.events, finding)));
}

}  // namespace

int law_try(const std::string& file, const std::vector<std::string>& rules) {
    const auto law = law_from(rules);
    if (!law) return 2;
    const auto tried = case_from(file);
    if (!tried) return 1;
    const law::Mechanism* mechanism = law::find_mechanism(*law, tried->mechanism);
    if (!mechanism) {
        fmt::print(stderr, "comity: there is no mechanism \"{}\" in these rules\n", tried->mechanism);
        return 1;
    }
    print_evaluation(*mechanism, *tried, law::evaluate(*mechanism, tried->events, *tried->on));
    return 0;
}

}  // namespace comity::command
