#include <algorithm>
#include <map>
#include <tuple>

#include "law/mechanism_file.hpp"

namespace comity::law {
namespace {

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }
// "data/law/naaec" of "data/law/naaec/treaty.toml": two folders of one name are two.
std::string_view folder(std::string_view path) {
    const auto end = path.rfind('/');
    return end == std::string_view::npos ? "" : path.substr(0, end);
}

// A version may replace only what is read before it: older ones first, on one day the higher rank, whatever their files are
// called.
std::vector<std::pair<const SourceFile*, Node>> by_beginning(const std::vector<const SourceFile*>& files, base::Faults& faults) {
    std::vector<std::pair<const SourceFile*, Node>> trees;
    for (const SourceFile* file : files) {
        auto tree = parse_toml(*file);
        if (tree)
            trees.emplace_back(file, std::move(*tree));
        else
            faults.insert(faults.end(), tree.error().begin(), tree.error().end());
    }
    const auto key = [](const auto& pair) {
        base::Faults read_again_later;
        TableReader reader(pair.second, "", "", read_again_later);
        const auto rank = reader.one_of("rank", {"treaty", "guideline", "practice", "domestic"});
        return std::tuple(reader.span("in_force").from, rank, std::string_view(pair.first->name));
    };
    std::ranges::stable_sort(trees, {}, key);
    return trees;
}

}  // namespace

void link_events(Mechanism& mechanism) {
    const int past_the_end = static_cast<int>(mechanism.steps.size());
    for (EventType& type : mechanism.event_types) {
        type.opens.clear();
        type.closes.clear();
    }
    for (int at = 0; at < past_the_end; ++at) {
        const Step& step = mechanism.steps[static_cast<std::size_t>(at)];
        for (const int type : step.opens) mechanism.event_types[static_cast<std::size_t>(type)].opens.push_back(at);
        for (const int type : step.closes) mechanism.event_types[static_cast<std::size_t>(type)].closes.push_back(at);
    }
    const auto first_main = [&](const std::vector<int>& steps) {
        const auto at = std::ranges::find(steps, Track::main,
                                          [&](int step) { return mechanism.steps[static_cast<std::size_t>(step)].track; });
        return at == steps.end() ? -1 : *at;
    };
    for (EventType& type : mechanism.event_types) {
        const int closed = first_main(type.closes);
        if (type.ends_any_step)
            type.leads_to = past_the_end + 1;
        else if (type.ends >= 0)
            type.leads_to = past_the_end;
        else
            type.leads_to = first_main(type.opens);
        // What ends a case without ending a step of its own, such as a withdrawal, comes last on its day.
        const int from = closed < 0 && type.leads_to >= past_the_end ? past_the_end : closed;
        type.rank = 2 * ((from + 1) * (past_the_end + 3) + type.leads_to + 1);
    }
    // The day on which a clock is suspended still counts, the day on which it is resumed does not: see Suspension.
    const int last = 2 * (past_the_end + 2) * (past_the_end + 3);
    for (EventType& type : mechanism.event_types)
        if (!type.suspends.empty() && type.leads_to < 0 && type.closes.empty()) type.rank = last;
    // What only ends a step beside the course, such as an acknowledgement, comes right after what opened that step.
    for (EventType& type : mechanism.event_types) {
        if (type.leads_to >= 0 || type.closes.empty() || first_main(type.closes) >= 0) continue;
        for (const int step : type.closes)
            for (const int opener : mechanism.steps[static_cast<std::size_t>(step)].opens)
                type.rank = std::max(type.rank, mechanism.event_types[static_cast<std::size_t>(opener)].rank + 1);
    }
}

namespace {

void load_folder(const std::vector<const SourceFile*>& files, Mechanisms& law, base::Faults& faults) {
    const auto head = std::ranges::find(files, "mechanism.toml", [](const SourceFile* file) { return file_name(file->name); });
    if (head == files.end()) {
        faults.push_back({files.front()->name, "", "", "there is no mechanism.toml beside it", "a file that names the steps"});
        return;
    }
    const auto tree = parse_toml(**head);
    if (!tree) {
        faults.insert(faults.end(), tree.error().begin(), tree.error().end());
        return;
    }
    Mechanism mechanism;
    read_mechanism(*tree, (*head)->name, law.vocabulary, mechanism, faults);
    std::vector<const SourceFile*> layers = files;
    std::erase(layers, *head);
    for (const auto& [file, layer] : by_beginning(layers, faults))
        read_version(layer, file->name, law.calendars, mechanism, faults);
    if (find_mechanism(law, mechanism.id))
        faults.push_back({(*head)->name, "mechanism " + mechanism.id, "id", "is used by another folder", "an id of its own"});
    link_events(mechanism);
    law.list.push_back(std::move(mechanism));
}

}  // namespace

std::expected<Mechanisms, base::Faults> load(std::span<const SourceFile> files) {
    Mechanisms law;
    base::Faults faults;
    std::map<std::string_view, std::vector<const SourceFile*>> folders;
    const auto own = std::ranges::find(files, "vocabulary.toml", [](const SourceFile& file) { return file_name(file.name); });
    auto vocabulary = own == files.end() ? shipped_vocabulary() : vocabulary_from(*own);
    if (vocabulary)
        law.vocabulary = std::move(*vocabulary);
    else
        faults = std::move(vocabulary.error());
    for (const SourceFile& file : files) {
        if (file_name(file.name) == "vocabulary.toml") continue;
        if (file_name(folder(file.name)) != "calendars") {
            folders[folder(file.name)].push_back(&file);
            continue;
        }
        auto calendar = calendar_from(file);
        if (!calendar)
            faults.insert(faults.end(), calendar.error().begin(), calendar.error().end());
        else
            law.calendars.push_back(std::move(*calendar));
    }
    for (const auto& [name, layers] : folders) load_folder(layers, law, faults);
    std::ranges::sort(law.list, {}, [](const Mechanism& mechanism) { return std::pair(mechanism.filed.from, mechanism.id); });
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return law;
}

}  // namespace comity::law
