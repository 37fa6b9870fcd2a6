#include "law/vocabulary.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "law/mechanism_file.hpp"

namespace comity::law {

std::expected<Vocabulary, base::Faults> vocabulary_from(const SourceFile& file) {
    const auto tree = parse_toml(file);
    if (!tree) return std::unexpected(tree.error());
    base::Faults faults;
    Vocabulary vocabulary;
    TableReader root(*tree, file.name, "vocabulary", faults);
    for (const Node* node : root.tables("concept")) {
        TableReader reader(*node, file.name, "concept", faults);
        Concept added{reader.text("id"), {}, {}};
        reader.rename("concept " + added.id);
        const std::array lists{&vocabulary.stages, &vocabulary.outcomes, &vocabulary.actors};
        std::vector<Concept>& list = *lists.at(reader.one_of("list", {"stage", "outcome", "actor"}));
        added.name = reader.words("name");
        added.definition = reader.words("definition");
        need_new_id(list, added.id, reader);
        reader.end();
        list.push_back(std::move(added));
    }
    root.end();
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return vocabulary;
}

const std::expected<Vocabulary, base::Faults>& shipped_vocabulary() {
    static const auto vocabulary = [] -> std::expected<Vocabulary, base::Faults> {
        const auto files = base::embedded_under("data/law/vocabulary.toml");
        if (files.empty()) return Vocabulary{};
        return vocabulary_from({std::string(files.front().path), files.front().content});
    }();
    return vocabulary;
}

const Concept* find_concept(const std::vector<Concept>& list, std::string_view id) {
    const auto at = std::ranges::find(list, id, [](const Concept& item) -> std::string_view { return item.id; });
    return at == list.end() ? nullptr : &*at;
}

}  // namespace comity::law
