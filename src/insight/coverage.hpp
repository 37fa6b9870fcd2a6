#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/messages.hpp"
#include "insight/svg.hpp"
#include "store/store.hpp"

// In which languages the texts of the record stand, and which of them are older than their original.
namespace comity::insight {

// The texts of some records in one language.
struct LanguageCount {
    std::int64_t original = 0;    // written in it
    std::int64_t translated = 0;  // translated, and the original has not changed since
    std::int64_t stale = 0;       // translated, and the original has changed since
    std::int64_t missing = 0;     // the reader is shown the original

    friend bool operator==(const LanguageCount&, const LanguageCount&) = default;
};

struct Coverage {
    const record::RecordType* type = nullptr;  // null: all of them
    std::int64_t records = 0;
    std::int64_t texts = 0;           // that are not empty; in each language the four counts add up to it
    std::array<LanguageCount, 3> in;  // in the order of base::languages

    const LanguageCount& operator[](base::Language language) const { return in[static_cast<std::size_t>(language)]; }
    // The share of the texts that can be read in the language and are up to date, 0 to 1; 1 where there is no text.
    double share(base::Language language) const;
};

// Whether records of the type can hold a text: in a field, in a place, or inside a structure.
bool has_texts(const record::RecordType& type);
// Counts the texts of one more record of the type.
void count_texts(Coverage& coverage, const record::RecordType& type, const record::Value& record);

// What an audience may see, for every record type that can hold texts, in the order of the catalog.
std::vector<Coverage> coverage(const store::Snapshot& snapshot, record::Audience audience);
Coverage total(const std::vector<Coverage>& types);

// What everyone may see, at a journal head.
struct Covered {
    std::int64_t head = 0;
    std::vector<Coverage> types;
};
// `before` may be null: everything is counted. Otherwise only what entries since then touched, unless that is very much or can
// decide who sees other records.
std::shared_ptr<const Covered> covered(const store::Snapshot& snapshot, const std::shared_ptr<const Covered>& before);

// A bar for each of these languages: the share of all texts that can be read in it.
std::string draw(const Coverage& of, std::span<const base::Language> languages, const base::Words& words, Shape shape);

}  // namespace comity::insight
