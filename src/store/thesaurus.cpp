#include "store/thesaurus.hpp"

#include <boost/json/value.hpp>

#include <algorithm>

#include "base/embedded.hpp"
#include "base/fault.hpp"
#include "record/canonical.hpp"
#include "record/codes.hpp"

namespace comity::store {

namespace {

constexpr std::string_view folder = "data/codes/";
constexpr std::string_view file = "data/codes/thesaurus.json";
constexpr std::size_t most_words = 6;  // of a form: a longer label is a sentence, which nobody types

// Whether a label is a name that a text would use: no list, no remark in brackets.
bool is_form(std::string_view label) { return !label.empty() && label.find_first_of("(),;/:") == std::string_view::npos; }

std::vector<std::string> strings(const record::Value& object, std::string_view key) {
    std::vector<std::string> all;
    if (const record::Value* list = object.as_object().if_contains(key))
        for (const record::Value& form : list->as_array()) all.emplace_back(form.as_string());
    return all;
}

std::vector<Concept> curated() {
    const auto json = record::parse_json(base::embedded(file).value_or(""));
    if (!json) base::broken(std::string(file).append(": ").append(json.error()).c_str(), __FILE__, __LINE__);
    std::vector<Concept> all;
    for (const record::Value& entry : json->as_array()) {
        Concept idea;
        const record::Value* understood = entry.as_object().if_contains("understood");
        for (base::Language language : base::languages) {
            const auto index = static_cast<std::size_t>(language);
            idea.forms[index] = strings(entry, base::code(language));
            if (understood) idea.understood[index] = strings(*understood, base::code(language));
        }
        all.push_back(std::move(idea));
    }
    return all;
}

// The words that count; none where the form is too long to be typed.
std::vector<std::string> telling(std::span<const std::string> words) {
    std::vector<std::string> kept;
    std::ranges::copy_if(words, std::back_inserter(kept), [](const std::string& word) { return !is_filler(word); });
    return kept;
}

std::string key_of(base::Language language, std::span<const std::string> words, Stemmer& stemmer) {
    std::string key(base::code(language));
    for (const std::string& word : words) key.append(" ").append(stemmer.stem(language, word));
    return key;
}

}  // namespace

std::vector<Concept> concepts_of_codes() {
    std::vector<Concept> all = curated();
    for (const base::EmbeddedFile& list : base::embedded_under(folder)) {
        if (list.path == file) continue;
        std::string_view name = list.path.substr(folder.size());
        name.remove_suffix(std::string_view(".json").size());
        for (const record::Code& code : record::code_list(name)) {
            Concept idea;
            for (base::Language language : base::languages)
                if (is_form(code.label[language])) idea.forms[static_cast<std::size_t>(language)].push_back(code.label[language]);
            all.push_back(std::move(idea));
        }
    }
    return all;
}

void Thesaurus::add(const Concept& idea, Stemmer& stemmer) {
    std::vector<Phrase> phrases;
    std::vector<std::string> keys;
    for (base::Language language : base::languages) {
        const auto index = static_cast<std::size_t>(language);
        auto read = [&](const std::string& form, bool searched) {
            const std::vector<std::string> words = words_of(form);
            const std::vector<std::string> counting = telling(words);
            if (counting.empty() || words.size() > most_words) return;
            longest_ = std::max(longest_, words.size());
            keys.push_back(key_of(language, counting, stemmer));
            Phrase phrase;
            for (const std::string& word : words) phrase.push_back(stemmer.stem(language, word));
            if (searched && std::ranges::find(phrases, phrase) == phrases.end()) phrases.push_back(std::move(phrase));
        };
        for (const std::string& form : idea.forms[index]) read(form, true);
        for (const std::string& form : idea.understood[index]) read(form, false);
    }
    for (const std::string& key : keys) {
        std::vector<Phrase>& same = by_words_[key];
        for (const Phrase& phrase : phrases)
            if (std::ranges::find(same, phrase) == same.end()) same.push_back(phrase);
    }
}

std::vector<Phrase> Thesaurus::same_as(std::span<const std::string> words, Stemmer& stemmer) const {
    std::vector<Phrase> all;
    const std::vector<std::string> counting = telling(words);
    if (counting.empty()) return all;
    for (base::Language language : base::languages) {
        const auto found = by_words_.find(key_of(language, counting, stemmer));
        if (found == by_words_.end()) continue;
        for (const Phrase& phrase : found->second)
            if (std::ranges::find(all, phrase) == all.end()) all.push_back(phrase);
    }
    return all;
}

const Thesaurus& thesaurus_of_codes() {
    static const Thesaurus thesaurus = [] {
        Thesaurus made;
        Stemmer stemmer;
        for (const Concept& idea : concepts_of_codes()) made.add(idea, stemmer);
        return made;
    }();
    return thesaurus;
}

}  // namespace comity::store
