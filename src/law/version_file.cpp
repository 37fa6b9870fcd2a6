#include <fmt/format.h>

#include <algorithm>

#include "law/mechanism_file.hpp"

namespace comity::law {
namespace {

std::optional<Extension> read_extension(TableReader& limit, const std::string& file, const Mechanism& mechanism,
                                        base::Faults& faults) {
    const Node* node = limit.find("extension");
    if (!node) return std::nullopt;
    TableReader reader(*node, file, "extension", faults);
    Extension extension{.number = static_cast<int>(reader.number("number", 1, 3660, 0))};
    extension.on = place_of(mechanism.event_types, reader.text("on_notice"), reader, "on_notice");
    extension.by = reader.text_or("by", "");
    place_of(mechanism.actors, extension.by, reader, "by");
    extension.authority = reader.authority();
    reader.end();
    return extension;
}

std::shared_ptr<const Calendar> calendar_of(const std::string& id, const Calendars& calendars, TableReader& reader,
                                            std::string_view key) {
    const auto at = std::ranges::find(calendars, id, [](const auto& calendar) { return calendar->id(); });
    if (at != calendars.end()) return *at;
    reader.fault(key, fmt::format("\"{}\" is not known", id), "the id of a file in data/law/calendars");
    return nullptr;
}

void read_calendars(TableReader& limit_reader, const std::string& file, const Calendars& calendars, Limit& limit,
                    base::Faults& faults) {
    if (const std::string id = limit_reader.text_or("calendar", ""); !id.empty())
        limit.calendar = calendar_of(id, calendars, limit_reader, "calendar");
    const Node* node = limit_reader.find("calendars");
    if (!node) return;
    TableReader reader(*node, file, "calendars", faults);
    if (!node->table()) return;
    for (const auto& [party, inner] : *node->table())
        if (const std::string id = reader.text(party); !id.empty())
            limit.calendars.emplace_back(party, calendar_of(id, calendars, reader, party));
    if (!limit.calendar)
        limit_reader.fault("calendar", "is missing beside calendars", "the calendar of clocks that are of no Party named there");
}

// Says what the number, the unit, the roll and the calendar of a limit lack of each other.
void check_count(TableReader& reader, const Limit& limit) {
    const bool needs_calendar = limit.unit == Unit::working || limit.roll == Roll::next_working_day;
    const bool in_months = limit.unit == Unit::month || limit.unit == Unit::year;
    if (limit.month_end != MonthEnd::silent && !in_months)
        reader.fault("month_end", "is of no use beside this unit", "unit = \"month\" or \"year\", or no month_end");
    if (limit.extension && limit.unit == Unit::none)
        reader.fault("extension", "prolongs a limit that has no number", "a limit with a number, or no extension");
    if (needs_calendar && !limit.calendar)
        reader.fault("calendar", "is missing", "the id of a calendar: working days and rolling need one");
    if (limit.unit != Unit::none && limit.number == 0) reader.fault("number", "is missing", "a whole number, or unit = \"none\"");
    if (limit.unit == Unit::none && limit.number != 0)
        reader.fault("unit", "is \"none\" beside a number", "a unit, or no number");
    if (limit.extension && limit.extension->number != 0 && limit.extension->number <= limit.number)
        reader.fault("extension.number", "is not more than the limit itself", "the whole limit with the extension");
}

void read_limit(const Node& node, const std::string& file, const Calendars& calendars, int version, Mechanism& mechanism,
                base::Faults& faults) {
    TableReader reader(node, file, "limit", faults);
    const std::string step = reader.text("step");
    reader.rename("limit of " + step);
    Limit limit{.step = place_of(mechanism.steps, step, reader, "step"), .version = version, .line = node.line};
    limit.unit = static_cast<Unit>(reader.one_of("unit", {"calendar", "working", "month", "year", "none"}));
    limit.number = static_cast<int>(reader.number("number", 1, 3660, 0));
    limit.lead = static_cast<int>(reader.number("lead", 1, 3660, 0));
    limit.strength = static_cast<Strength>(
        reader.one_of("strength", {"hard", "target", "normally", "promptly", "may", "as-appropriate"}, limit.unit != Unit::none));
    limit.roll = static_cast<Roll>(reader.one_of("roll", {"none", "next-working-day"}, false));
    limit.counted_from = static_cast<CountedFrom>(reader.one_of("counted_from", {"delivery", "document"}, false));
    limit.opened_by = places_of(mechanism.event_types, reader, "opened_by");
    if (reader.find("month_end"))
        limit.month_end = reader.one_of("month_end", {"last-day", "next-day"}) == 0 ? MonthEnd::last_day : MonthEnd::next_day;
    read_calendars(reader, file, calendars, limit, faults);
    limit.extension = read_extension(reader, file, mechanism, faults);
    limit.replaces = places_of(mechanism.versions, reader, "replaces");
    if (std::ranges::find(limit.replaces, version) != limit.replaces.end())
        reader.fault("replaces", "names the version that the limit stands in", "a version that begins before it");
    limit.authority = reader.authority();
    check_count(reader, limit);
    reader.end();
    if (limit.step < 0) return;
    mechanism.steps[static_cast<std::size_t>(limit.step)].limits.push_back(static_cast<int>(mechanism.limits.size()));
    mechanism.limits.push_back(std::move(limit));
}

void read_tests(TableReader& root, const std::string& file, int version, Mechanism& mechanism, base::Faults& faults) {
    for (const Node* node : root.tables("test")) {
        TableReader reader(*node, file, "test", faults);
        Test test{.id = reader.text("id"), .version = version};
        reader.rename("test " + test.id);
        test.kind = static_cast<TestKind>(reader.one_of("kind", {"condition", "factor", "form"}));
        test.points_against = reader.flag("points_against");
        test.name = reader.words("name");
        test.step = reader.text("step");
        place_of(mechanism.steps, test.step, reader, "step");
        test.authority = reader.authority();
        need_new_id(mechanism.tests, test.id, reader);
        reader.end();
        mechanism.tests.push_back(std::move(test));
    }
}

void read_votes(TableReader& root, const std::string& file, int version, Mechanism& mechanism, base::Faults& faults) {
    for (const Node* node : root.tables("vote")) {
        TableReader reader(*node, file, "vote", faults);
        VoteRule vote{.id = reader.text("id"), .name = reader.words("name"), .step = reader.text("step"), .version = version};
        reader.rename("vote " + vote.id);
        place_of(mechanism.steps, vote.step, reader, "step");
        vote.polarity = static_cast<Polarity>(reader.one_of("polarity", {"opt-in", "opt-out"}));
        vote.members = static_cast<int>(reader.number("members", 1, 1000));
        vote.threshold = static_cast<int>(reader.number("threshold", 1, 1000));
        if (vote.threshold > vote.members) reader.fault("threshold", "is more than there are members", "at most members");
        vote.authority = reader.authority();
        need_new_id(mechanism.votes, vote.id, reader);
        reader.end();
        mechanism.votes.push_back(std::move(vote));
    }
}

void read_rules(TableReader& root, const std::string& file, int version, Mechanism& mechanism, base::Faults& faults) {
    for (const Node* node : root.tables("rule")) {
        TableReader reader(*node, file, "rule", faults);
        OtherRule rule{.id = reader.text("id"), .about = "", .name = {}, .version = version};
        reader.rename("rule " + rule.id);
        rule.about = reader.text("about");
        reader.one_of("about", {"standing", "languages", "publication", "definition", "confidentiality", "follow_up",
                                "termination", "withdrawal", "transition", "conduct"});
        rule.name = reader.words("name");
        rule.term = reader.text_or("term", "");
        rule.party = read_country(reader, "party");
        if (rule.about != "definition" && !(rule.term.empty() && rule.party.empty()))
            reader.fault("term", "is for definitions", "about = \"definition\", or neither term nor party");
        rule.authority = reader.authority();
        need_new_id(mechanism.rules, rule.id, reader);
        reader.end();
        mechanism.rules.push_back(std::move(rule));
    }
}

}  // namespace

void read_version(const Node& root_node, const std::string& file, const Calendars& calendars, Mechanism& mechanism,
                  base::Faults& faults) {
    TableReader root(root_node, file, "version", faults);
    Version version{.id = root.text("id"), .name = root.words("name"), .file = file};
    root.rename("version " + version.id);
    version.rank = static_cast<Rank>(root.one_of("rank", {"treaty", "guideline", "practice", "domestic"}));
    version.axis = static_cast<Axis>(root.one_of("chosen_by", {"filing", "opening"}));
    version.authority = root.authority();
    if (!version.authority.in_force.from) root.fault("in_force", "has no beginning", "in_force.from = YYYY-MM-DD");
    need_new_id(mechanism.versions, version.id, root);
    const int place = static_cast<int>(mechanism.versions.size());
    mechanism.versions.push_back(std::move(version));
    for (const Node* node : root.tables("limit")) read_limit(*node, file, calendars, place, mechanism, faults);
    read_tests(root, file, place, mechanism, faults);
    read_votes(root, file, place, mechanism, faults);
    read_rules(root, file, place, mechanism, faults);
    root.end();
}

}  // namespace comity::law
