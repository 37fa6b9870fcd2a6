#include "law/diff.hpp"

#include <fmt/format.h>

#include "command/options.hpp"

namespace comity::command {

int law_diff(const DiffOptions& options) {
    const law::Mechanisms* law = shipped_law();
    if (!law) return 2;
    const auto language = base::language_from(options.language);
    if (!language) {
        fmt::print(stderr, "comity: --language {} is not one of en, fr, es\n", options.language);
        return 1;
    }
    const auto before = law::find_edition(*law, options.before);
    const auto after = law::find_edition(*law, options.after);
    for (const auto* edition : {&before, &after})
        if (!*edition) {
            fmt::print(stderr, "comity: {}\n", edition->error());
            return 1;
        }
    const law::Diff diff = law::diff(*before, *after);
    if (!options.json) {
        fmt::print("{}", law::plain_text(diff, base::Words(*language)));
        return 0;
    }
    std::string out;
    base::JsonWriter json(out);
    json.begin_object();
    law::write_members(json, diff);
    json.end_object();
    fmt::print("{}\n", out);
    return 0;
}

}  // namespace comity::command
