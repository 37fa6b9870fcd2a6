#include <fmt/format.h>

#include <algorithm>
#include <list>

#include "base/hash.hpp"
#include "law/clock_name.hpp"
#include "law/evaluation_json.hpp"
#include "law/json_tree.hpp"
#include "law/proof.hpp"

namespace comity::law {
namespace {

// A case has some thirty events, a mechanism some ten files. A proof that asks for more work than any case is refused.
constexpr std::size_t most_events = 1'000, most_files = 64, most_clocks = 20'000, most_differences = 100;

struct ProofFile {
    SourceFile source;
    std::string sha256;
};
// The views point into the tree that it was read from.
struct Proof {
    std::string case_id, mechanism, clock;
    base::Day on{};
    base::Language language = base::Language::en;
    std::vector<Event> events;
    std::list<std::vector<std::string>> assertions;  // that the events point to
    std::vector<ProofFile> rules, calendars;
    const Node* result = nullptr;
};

std::optional<base::Date> date_in(TableReader& reader, std::string_view key) {
    const std::string text = reader.text_or(key, "");
    if (text.empty()) return std::nullopt;
    const auto date = base::parse_date(text);
    if (!date) {
        reader.fault(key, date.error(), "YYYY-MM-DD, YYYY-MM or YYYY");
        return std::nullopt;
    }
    if (date->first() >= first_known_day && date->last() <= last_known_day) return *date;
    reader.fault(key, "is outside the days that calendars know",
                 fmt::format("{} to {}", base::to_string(first_known_day), base::to_string(last_known_day)));
    return std::nullopt;
}

// The text as it stands in the tree, which outlives what is read here.
std::string_view view_of(TableReader& reader, std::string_view key) {
    const Node* node = reader.find(key);
    return node && node->string() ? std::string_view(*node->string()) : std::string_view();
}

std::vector<const Node*> list_in(TableReader& reader, std::string_view key, std::size_t most) {
    reader.need(key, "a list");
    std::vector<const Node*> items = reader.tables(key);
    if (items.size() > most) {
        reader.fault(key, fmt::format("has {} entries", items.size()), fmt::format("at most {}", most));
        items.clear();
    }
    return items;
}

void read_events(TableReader& root, const SourceFile& file, Proof& proof, base::Faults& faults) {
    for (const Node* node : list_in(root, "events", most_events)) {
        TableReader reader(*node, file.name, fmt::format("event {}", proof.events.size()), faults);
        reader.text("type");
        reader.text_or("party", "");
        Event event{.type = view_of(reader, "type")};
        event.date = date_in(reader, "date");
        event.document_date = date_in(reader, "document_date");
        event.stated = date_in(reader, "stated");
        event.party = view_of(reader, "party");
        event.partial = reader.flag("partial");
        reader.text_or("by", "");
        event.by = view_of(reader, "by");
        event.assertions = proof.assertions.emplace_back(reader.texts("assertions"));
        reader.end();
        proof.events.push_back(event);
    }
}

std::vector<ProofFile> read_files(TableReader& root, const SourceFile& file, std::string_view key, base::Faults& faults) {
    std::vector<ProofFile> files;
    for (const Node* node : list_in(root, key, most_files)) {
        TableReader reader(*node, file.name, fmt::format("{} {}", key, files.size()), faults);
        reader.text("text");
        ProofFile one{.source = {reader.text("file"), view_of(reader, "text")}, .sha256 = reader.text("sha256")};
        reader.end();
        files.push_back(std::move(one));
    }
    return files;
}

void read_question(TableReader& root, const SourceFile& file, Proof& proof, base::Faults& faults) {
    if (const Node* node = root.need("about", "{\"case\": …}")) {
        TableReader reader(*node, file.name, "about", faults);
        proof.case_id = reader.text("case");
        reader.find("record_version");
        reader.end();
    }
    if (const Node* node = root.need("question", "{\"mechanism\", \"clock\", \"on\", \"language\"}")) {
        TableReader reader(*node, file.name, "question", faults);
        proof.mechanism = reader.text("mechanism");
        proof.clock = reader.text("clock");
        reader.text("on");
        const auto on = date_in(reader, "on");
        if (on && on->day()) proof.on = *on->day();
        if (on && !on->day()) reader.fault("on", "is no day", "YYYY-MM-DD");
        proof.language = base::languages[reader.one_of("language", {"en", "fr", "es"})];
        reader.end();
    }
}

// Faults are those of `file`; with any of them the proof is not whole.
Proof read(const Node& tree, const SourceFile& file, base::Faults& faults) {
    Proof proof;
    TableReader root(tree, file.name, "", faults);
    if (!tree.table()) return proof;
    if (const std::string format = root.text_or("format", ""); format != "comity-proof") {
        root.fault("format", format.empty() ? "is missing" : "is \"" + format + "\"", "\"comity-proof\": this is no proof");
        return proof;
    }
    if (const Node* version = root.need("version", "1"); version && compact(*version) != "1") {
        root.fault("version", "is " + shown(*version), "1, which is what this program reads");
        return proof;
    }
    read_question(root, file, proof, faults);
    read_events(root, file, proof, faults);
    proof.rules = read_files(root, file, "rules", faults);
    proof.calendars = read_files(root, file, "calendars", faults);
    proof.result = root.need("clock", "the clock that is claimed");
    root.end();
    return proof;
}

// How many clocks the events can open at most. Time that runs out can open a step, whose time can run out again: a circle of such
// steps has no end, so it counts as more than any limit.
std::size_t clocks_at_most(const Mechanism& mechanism, std::span<const Event> events) {
    const auto chain = [&](int step) {
        std::size_t length = 0;
        for (; step >= 0 && length <= mechanism.steps.size(); ++length)
            step = mechanism.steps[static_cast<std::size_t>(step)].expiry_opens;
        return length > mechanism.steps.size() ? most_clocks + 1 : length;
    };
    std::size_t sum = events.size();
    for (const Event& event : events)
        if (const int type = event_type(mechanism, event.type); type >= 0)
            for (const int step : mechanism.event_types[static_cast<std::size_t>(type)].opens) sum += chain(step);
    return sum;
}

const Node* entry(const Node::Table& table, std::string_view key) {
    const auto at = std::ranges::lower_bound(table, key, {}, &Node::Entry::key);
    return at != table.end() && at->key == key ? &at->node : nullptr;
}

// What an entry of a list is called: its date, where it has one of its own.
std::string name_in_list(const Node::Array& list, std::size_t at) {
    const Node* date = list[at].table() ? entry(*list[at].table(), "date") : nullptr;
    return date && date->string() ? *date->string() : std::to_string(at);
}

class Comparison {
  public:
    explicit Comparison(std::vector<ProofDifference>& found) : found_(found) {}

    void compare(const std::string& where, const Node* claimed, const Node* computed) {
        if (!claimed || !computed) {
            if (claimed || computed) note(where, claimed, computed);
        } else if (claimed->table() && computed->table()) {
            tables(where, *claimed->table(), *computed->table());
        } else if (claimed->array() && computed->array()) {
            arrays(where, *claimed->array(), *computed->array());
        } else if (compact(*claimed) != compact(*computed)) {
            note(where, claimed, computed);
        }
    }

  private:
    void note(const std::string& where, const Node* claimed, const Node* computed) {
        if (found_.size() < most_differences)
            found_.push_back({where, claimed ? shown(*claimed) : "", computed ? shown(*computed) : ""});
    }
    void tables(const std::string& where, const Node::Table& claimed, const Node::Table& computed) {
        for (const auto& [key, node] : claimed) compare(fmt::format("{}.{}", where, key), &node, entry(computed, key));
        for (const auto& [key, node] : computed)
            if (!entry(claimed, key)) note(fmt::format("{}.{}", where, key), nullptr, &node);
    }
    // Entries are paired by name, so that one that is missing doesn't make all that follow differ.
    void arrays(const std::string& where, const Node::Array& claimed, const Node::Array& computed) {
        const auto named = [](const Node::Array& list) {
            std::vector<std::pair<std::string, const Node*>> names;
            for (std::size_t at = 0; at < list.size(); ++at) names.emplace_back(name_in_list(list, at), &list[at]);
            std::ranges::stable_sort(names, {}, &std::pair<std::string, const Node*>::first);
            return names;
        };
        const auto one = named(claimed), other = named(computed);
        auto a = one.begin();
        auto b = other.begin();
        while (a != one.end() || b != other.end()) {
            const bool from_a = b == other.end() || (a != one.end() && a->first <= b->first);
            const bool from_b = a == one.end() || (b != other.end() && b->first <= a->first);
            compare(where + " " + (from_a ? a : b)->first, from_a ? a->second : nullptr, from_b ? b->second : nullptr);
            if (from_a) ++a;
            if (from_b) ++b;
        }
    }

    std::vector<ProofDifference>& found_;
};

void check_hashes(const std::vector<ProofFile>& files, ProofChecked& checked) {
    for (const auto& [source, claimed] : files)
        if (const std::string computed = base::sha256(source.text); computed != claimed)
            checked.differences.push_back({source.name + ", sha256", claimed, computed});
}

std::size_t count_line(std::string_view text, std::size_t at) {
    return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, at), '\n'));
}
std::string_view line_at(std::string_view text, std::size_t at) {
    const std::size_t begin = text.substr(0, at).rfind('\n') + 1;  // npos + 1 is 0
    return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

// Where the two law texts part, file by file. Whether they do.
bool compare_law(const std::vector<const ProofFile*>& files, std::span<const SourceFile> own, std::vector<std::string>& news) {
    const std::size_t before = news.size();
    for (const ProofFile* file : files) {
        const auto same = std::ranges::find(own, file->source.name, &SourceFile::name);
        if (same == own.end()) {
            news.push_back(fmt::format("{} is not in this program's law", file->source.name));
        } else if (same->text != file->source.text) {
            const auto part = std::ranges::mismatch(file->source.text, same->text);
            const auto at = static_cast<std::size_t>(part.in1 - file->source.text.begin());
            news.push_back(fmt::format("{} differs from this program's from line {} on: \"{}\" in the proof, \"{}\" here",
                                       file->source.name, count_line(file->source.text, at), line_at(file->source.text, at),
                                       line_at(same->text, at)));
        }
    }
    const auto folder = [](std::string_view path) { return path.substr(0, path.rfind('/') + 1); };
    for (const SourceFile& file : own) {
        const bool calendar = folder(file.name).ends_with("calendars/");  // those that no rule of the proof names are no news
        const bool same_folder = std::ranges::any_of(files, [&](auto* f) { return folder(f->source.name) == folder(file.name); });
        const bool there = std::ranges::any_of(files, [&](auto* f) { return f->source.name == file.name; });
        if (same_folder && !calendar && !there)
            news.push_back(fmt::format("{} of this program's law is not in the proof", file.name));
    }
    return news.size() > before;
}

// The clock as a tree, or nullopt where there is none of that name.
std::optional<Node> worked_out(const Mechanism& mechanism, const Proof& proof) {
    const Evaluation evaluation = evaluate(mechanism, proof.events, proof.on);
    const Clock* clock = find_clock(evaluation, proof.clock);
    if (!clock) return std::nullopt;
    std::string json;
    base::JsonWriter writer(json);
    write_json(writer, mechanism, *clock, proof.language);
    auto tree = parse_json({"clock", json});
    COMITY_ASSERT(tree);
    return std::move(*tree);
}

// What this program's own law makes of the same events.
void compare_outcome(const Proof& proof, std::span<const SourceFile> own, const Node& computed, std::vector<std::string>& news) {
    const auto law = load(own);
    const Mechanism* mechanism = law ? find_mechanism(*law, proof.mechanism) : nullptr;
    if (!mechanism) return news.push_back(fmt::format("this program's law has no mechanism \"{}\"", proof.mechanism));
    const auto clock = worked_out(*mechanism, proof);
    if (!clock) return news.push_back(fmt::format("under this program's law there is no clock \"{}\"", proof.clock));
    const auto field = [](const Node& node, std::string_view key) {
        const Node* found = node.table() ? entry(*node.table(), key) : nullptr;
        return found ? shown(*found) : std::string("nothing");
    };
    bool same = true;
    for (const char* key : {"provision", "limit", "due", "state", "days_late"})
        if (field(computed, key) != field(*clock, key)) {
            news.push_back(fmt::format("{} is {} under the proof's law, {} under this program's", key, field(computed, key),
                                       field(*clock, key)));
            same = false;
        }
    if (same) news.push_back("this program's law gives the same due date and state");
}

}  // namespace

std::expected<ProofChecked, base::Faults> check_proof(const SourceFile& file, std::span<const SourceFile> own_law) {
    const auto tree = parse_json(file);
    if (!tree) return std::unexpected(tree.error());
    base::Faults faults;
    const Proof proof = read(*tree, file, faults);
    if (!faults.empty()) return std::unexpected(std::move(faults));
    ProofChecked checked{.case_id = proof.case_id,
                         .mechanism = proof.mechanism,
                         .clock = proof.clock,
                         .on = proof.on,
                         .events = proof.events.size(),
                         .rules = proof.rules.size(),
                         .calendars = proof.calendars.size()};
    std::vector<const ProofFile*> files;
    std::vector<SourceFile> sources;
    for (const auto* list : {&proof.rules, &proof.calendars}) {
        check_hashes(*list, checked);
        for (const ProofFile& one : *list) {
            files.push_back(&one);
            sources.push_back(one.source);
        }
    }
    const auto law = load(sources);
    if (!law) return std::unexpected(law.error());
    const Mechanism* mechanism = find_mechanism(*law, proof.mechanism);
    if (!mechanism)
        return std::unexpected(
            base::Faults{{file.name, "question", "mechanism", "the rules have no mechanism \"" + proof.mechanism + "\"",
                          "the files of that mechanism"}});
    if (clocks_at_most(*mechanism, proof.events) > most_clocks)
        return std::unexpected(
            base::Faults{{file.name, "events", "", fmt::format("open more than {} clocks under these rules", most_clocks),
                          "a case as there are any"}});
    const auto computed = worked_out(*mechanism, proof);
    Comparison(checked.differences).compare("clock", proof.result, computed ? &*computed : nullptr);
    if (compare_law(files, own_law, checked.news) && computed) compare_outcome(proof, own_law, *computed, checked.news);
    return checked;
}

}  // namespace comity::law
