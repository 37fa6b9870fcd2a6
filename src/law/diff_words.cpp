#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/format.hpp"
#include "law/diff.hpp"
#include "law/provision.hpp"

namespace comity::law {

namespace {

std::string_view shown(const base::Text& text, const base::Words& words) { return base::shown(text, words.language()).text; }

std::string key(std::string_view list, std::string_view code) {
    std::string out = "diff." + std::string(list) + "." + std::string(code);
    std::ranges::replace(out, '-', '_');
    return out;
}

const Fact& fact_of(const Saying& saying, std::string_view field) {
    return *std::ranges::find(saying.facts, field, &Fact::field);
}

void write_side(std::string& out, const char* term, const std::optional<Saying>& saying, const base::Words& words) {
    auto to = std::back_inserter(out);
    if (!saying) {
        fmt::format_to(to, "    {}{}{}\n", words(term), words("proof.colon"), words("diff.not_there"));
        return;
    }
    const std::string confidence = "confidence." + std::string(code(saying->authority.confidence));
    fmt::format_to(to, "    {}{}{}\n      {} [{}]\n", words(term), words("proof.colon"), shown(saying->text, words),
                   cited(words, saying->authority.provision), words(confidence.c_str()));
    if (!saying->authority.source.empty())
        fmt::format_to(to, "      {}{}{}\n", words("proof.source"), words("proof.colon"), saying->authority.source);
}

void write_part(std::string& out, const Difference& part, const base::Words& words) {
    auto to = std::back_inserter(out);
    fmt::format_to(to, "  {}\n", title(part, words));
    for (const std::string_view field : part.changed)
        fmt::format_to(to, "    {}{}{} → {}\n", field_name(field, words), words("proof.colon"),
                       shown(fact_of(*part.before, field).words, words), shown(fact_of(*part.after, field).words, words));
    write_side(out, "diff.before", part.before, words);
    write_side(out, "diff.after", part.after, words);
}

void write_edition(std::string& out, const char* term, const EditionTold& edition, const base::Words& words) {
    auto to = std::back_inserter(out);
    fmt::format_to(to, "{}{}{}\n", words(term), words("proof.colon"), title(edition, words));
    for (const EditionTold::InForce& version : edition.versions)
        fmt::format_to(to, "  {} ({}) [{}]\n", shown(version.name, words), cited(words, version.authority.provision), version.id);
}

bool differs(const Difference& part) { return part.change() != Alteration::same; }

}  // namespace

std::string field_name(std::string_view field, const base::Words& words) {
    return std::string(words(key("field", field).c_str()));
}

std::string title(const EditionTold& edition, const base::Words& words) {
    return words(
        "diff.edition",
        {{"code", cited(words, edition.code)}, {"day", base::date(words.language(), edition.day)}, {"name", edition.name}});
}

std::string title(const Difference& part, const base::Words& words) {
    std::string name(words(key("subject", code(part.subject)).c_str()));
    std::string openers;
    for (const base::Text& opener : part.opened_by)
        openers += (openers.empty() ? "" : std::string(words("list.semicolon")) + " ") + std::string(shown(opener, words));
    if (!openers.empty()) name += words("diff.when_opened", {{"events", openers}});
    return name + std::string(words("proof.colon")) + std::string(words(key("change", code(part.change())).c_str()));
}

std::string summary(const Diff& diff, const base::Words& words) {
    const auto n = [&](Alteration change) { return base::format_number(words.language(), diff.count(change)); };
    return words("diff.summary", {{"changed", n(Alteration::changed)},
                                  {"added", n(Alteration::added)},
                                  {"removed", n(Alteration::removed)},
                                  {"same", n(Alteration::same)}});
}

std::string plain_text(const Diff& diff, const base::Words& words) {
    std::string out;
    auto to = std::back_inserter(out);
    write_edition(out, "diff.before", diff.before, words);
    write_edition(out, "diff.after", diff.after, words);
    fmt::format_to(to, "\n{}\n", summary(diff, words));
    std::string same;
    for (const StepDifference& step : diff.steps) {
        if (step.change == Alteration::same) {
            same += (same.empty() ? "" : std::string(words("list.semicolon")) + " ") + std::string(shown(step.name, words));
            continue;
        }
        fmt::format_to(to, "\n{} ({}){}{}\n", shown(step.name, words), step.id, words("proof.colon"),
                       words(key("change", code(step.change)).c_str()));
        for (const Difference& part : step.parts)
            if (differs(part)) write_part(out, part, words);
    }
    if (std::ranges::any_of(diff.rules, differs)) fmt::format_to(to, "\n{}\n", words("diff.rules"));
    for (const Difference& rule : diff.rules)
        if (differs(rule)) write_part(out, rule, words);
    if (!same.empty()) fmt::format_to(to, "\n{}{}{}\n", words("diff.same_steps"), words("proof.colon"), same);
    return out;
}

}  // namespace comity::law
