#include "law/proof.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "law/clock_name.hpp"
#include "law/evaluation_json.hpp"
#include "law/toml_file.hpp"

namespace comity::law {
namespace {

std::string_view folder(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }
bool is_calendar(std::string_view path) { return folder(path).ends_with("calendars/"); }

std::string id_of(const SourceFile& file) {
    const auto tree = parse_toml(file);
    if (!tree) return {};
    base::Faults no_matter;
    return TableReader(*tree, file.name, "", no_matter).text_or("id", "");
}

// The mechanism's own folder, and what lies above all folders: the vocabulary.
std::vector<const SourceFile*> rules_of(const Mechanism& mechanism, std::span<const SourceFile> law) {
    const std::string_view own = folder(mechanism.steps.front().file);
    const std::string_view above = own.empty() ? own : folder(own.substr(0, own.size() - 1));
    std::vector<const SourceFile*> found;
    for (const SourceFile& file : law)
        if (folder(file.name) == own || folder(file.name) == above) found.push_back(&file);
    return found;
}

// A calendar counts as needed where a rule file has its id in quotation marks, whatever key it stands under.
std::vector<const SourceFile*> calendars_of(const std::vector<const SourceFile*>& rules, std::span<const SourceFile> law) {
    std::vector<const SourceFile*> found;
    for (const SourceFile& file : law) {
        if (!is_calendar(file.name)) continue;
        const std::string quoted = '"' + id_of(file) + '"';
        const auto names_it = [&](const SourceFile* rule) { return rule->text.find(quoted) != std::string_view::npos; };
        if (std::ranges::any_of(rules, names_it)) found.push_back(&file);
    }
    return found;
}

void write_files(base::JsonWriter& json, std::string_view name, const std::vector<const SourceFile*>& files) {
    json.key(name).begin_array();
    for (const SourceFile* file : files)
        json.begin_object()
            .member("file", file->name)
            .member("sha256", base::sha256(file->text))
            .member("text", file->text)
            .end_object();
    json.end_array();
}

void write_event(base::JsonWriter& json, const Event& event) {
    json.begin_object().member("type", event.type);
    if (event.date) json.member("date", base::to_string(*event.date));
    if (event.document_date) json.member("document_date", base::to_string(*event.document_date));
    if (event.stated) json.member("stated", base::to_string(*event.stated));
    if (!event.party.empty()) json.member("party", event.party);
    if (!event.by.empty()) json.member("by", event.by);
    if (event.partial) json.member("partial", true);
    if (!event.assertions.empty()) {
        json.key("assertions").begin_array();
        for (const std::string& assertion : event.assertions) json.value(assertion);
        json.end_array();
    }
    json.end_object();
}

std::vector<Event> seen(const Mechanism& mechanism, std::span<const Event> events, base::Day on) {
    std::vector<int> order = evaluate(mechanism, events, on).order;
    std::ranges::sort(order);
    std::vector<Event> found;
    for (const int at : order) found.push_back(events[static_cast<std::size_t>(at)]);
    return found;
}

}  // namespace

std::expected<std::string, std::string> make_proof(const Mechanism& mechanism, std::span<const SourceFile> law,
                                                   std::span<const Event> events, const ProofAsked& asked) {
    const std::vector<Event> there = seen(mechanism, events, asked.on);
    const Evaluation evaluation = evaluate(mechanism, there, asked.on);
    const Clock* clock = find_clock(evaluation, asked.clock);
    if (!clock) {
        std::string known;
        for (const Clock& other : evaluation.clocks) known += (known.empty() ? "" : ", ") + clock_name(evaluation, other);
        return std::unexpected("there is no clock \"" + std::string(asked.clock) + "\" on " + base::to_string(asked.on) +
                               (known.empty() ? "; there are none" : "; there are " + known));
    }
    const auto rules = rules_of(mechanism, law);
    std::string out;
    base::JsonWriter json(out);
    json.begin_object().member("format", "comity-proof").member("version", 1).key("about").begin_object();
    json.member("case", asked.case_id);
    if (asked.record_version > 0) json.member("record_version", asked.record_version);
    json.end_object().key("question").begin_object().member("mechanism", mechanism.id);
    json.member("clock", asked.clock).member("on", base::to_string(asked.on));
    json.member("language", base::code(asked.language)).end_object().key("events").begin_array();
    for (const Event& event : there) write_event(json, event);
    json.end_array();
    write_files(json, "rules", rules);
    write_files(json, "calendars", calendars_of(rules, law));
    json.key("clock");
    write_json(json, mechanism, *clock, asked.language);
    json.end_object();
    return out;
}

}  // namespace comity::law
