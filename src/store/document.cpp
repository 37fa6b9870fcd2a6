#include "store/document.hpp"

#include <libstemmer.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <iterator>
#include <ranges>

#include "store/utf8.hpp"

namespace comity::store {

namespace {

constexpr std::size_t longest_word = 64;
constexpr std::size_t longest_document = 400'000;  // PostgreSQL's tsvector ends at 1 MB with its positions

bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x2bc || c == 0x60 || c == 0xb4; }

void append_code_point(std::string& out, char32_t c) {
    auto byte = [&](char32_t bits) { out += static_cast<char>(bits); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xc0 | (c >> 6));
        byte(0x80 | (c & 0x3f));
    } else {
        if (c < 0x10000) {
            byte(0xe0 | (c >> 12));
        } else {
            byte(0xf0 | (c >> 18));
            byte(0x80 | ((c >> 12) & 0x3f));
        }
        byte(0x80 | ((c >> 6) & 0x3f));
        byte(0x80 | (c & 0x3f));
    }
}

// The letters that no decomposition opens.
std::string_view opened(UChar32 c) {
    switch (c) {
        case 0xdf: return "ss";
        case 0xe6: return "ae";
        case 0x153: return "oe";
        case 0xf8: return "o";
        case 0x111:
        case 0xf0: return "d";
        case 0x142: return "l";
        case 0xfe: return "th";
        case 0x131: return "i";
        default: return {};
    }
}

// Appends the letters and digits of one code point, folded.
void append_folded(std::string& out, UChar32 c) {
    static const UNormalizer2* const normalizer = [] {
        UErrorCode error = U_ZERO_ERROR;
        return unorm2_getNFKDInstance(&error);
    }();
    UChar parts[32];
    UErrorCode error = U_ZERO_ERROR;
    int32_t count = unorm2_getDecomposition(normalizer, c, parts, std::size(parts), &error);
    if (count < 0 || U_FAILURE(error)) {
        count = 0;
        U16_APPEND_UNSAFE(parts, count, c);
    }
    for (int32_t i = 0; i < count;) {
        UChar32 part = 0;
        U16_NEXT(parts, i, count, part);
        part = u_foldCase(part, U_FOLD_CASE_DEFAULT);
        if (!u_isalnum(part)) continue;
        if (const std::string_view letters = opened(part); !letters.empty())
            out += letters;
        else
            append_code_point(out, static_cast<char32_t>(part));
    }
}

bool is_elided(std::string_view word) {
    static constexpr std::string_view articles[] = {"l", "d",  "j",     "m",      "t",      "s",     "n",
                                                    "c", "qu", "jusqu", "lorsqu", "puisqu", "quelqu"};
    return std::ranges::find(articles, word) != std::end(articles);
}

// Folding took accents away that the stemmers look for; these endings always carry one.
std::string with_accents(base::Language language, const std::string& word) {
    auto ending = [&](std::string_view from, std::string_view to) {
        return word.size() > from.size() + 1 && word.ends_with(from) ? word.substr(0, word.size() - from.size()) + std::string(to)
                                                                     : std::string();
    };
    std::string accented;
    if (language == base::Language::es) {
        accented = ending("cion", "ción");
        if (accented.empty()) accented = ending("sion", "sión");
    } else if (language == base::Language::fr) {
        accented = ending("ee", "ée");
        if (accented.empty()) accented = ending("ees", "ées");
    }
    return accented.empty() ? word : accented;
}

std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c < 0x80)
            out += static_cast<char>(c);
        else
            append_folded(out, static_cast<UChar32>(c));
    }
    return out;
}

}  // namespace

void cut(std::string& text, std::size_t most) {
    if (text.size() <= most) return;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80) --most;
    text.resize(most);
}

bool is_filler(std::string_view word) {
    static constexpr std::string_view fillers[] = {
        "a",  "al", "an", "and", "at",   "au",  "aux",  "by",  "ce",  "con", "dans", "de",  "del", "des",  "du", "e",
        "el", "en", "et", "for", "from", "in",  "into", "is",  "la",  "las", "le",   "les", "lo",  "los",  "o",  "of",
        "on", "or", "ou", "par", "para", "por", "pour", "sur", "the", "to",  "un",   "una", "une", "with", "y"};
    return std::ranges::find(fillers, word) != std::end(fillers);
}

std::vector<Word> words_in(std::string_view text) {
    std::vector<Word> words;
    Word word;
    bool after_apostrophe = false;
    auto finish = [&](std::size_t end, bool before_apostrophe) {
        cut(word.folded, longest_word);
        const bool joined = (before_apostrophe && is_elided(word.folded)) || (after_apostrophe && word.folded == "s");
        word.end = end;
        if (!word.folded.empty() && !joined) words.push_back(std::move(word));
        word = {};
        after_apostrophe = before_apostrophe;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const char32_t next = next_code_point(text, at);
        const UChar32 c = next == no_code_point ? ' ' : static_cast<UChar32>(next);
        if (word.folded.empty()) word.begin = here;
        if (c < 0x80 && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')))
            word.folded += static_cast<char>(c);
        else if (c >= 'A' && c <= 'Z')
            word.folded += static_cast<char>(c + ('a' - 'A'));
        else if (is_apostrophe(c))
            finish(here, !word.folded.empty());
        else if (u_isalnum(c) || u_charType(c) == U_OTHER_NUMBER)  // the 2 of CO₂
            append_folded(word.folded, c);
        else if (!(U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_CF_MASK)))  // marks and soft hyphens are inside words
            finish(here, false);
    }
    finish(text.size(), false);
    return words;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (Word& word : words_in(text)) words.push_back(std::move(word.folded));
    return words;
}

Stemmer::Stemmer()
    : stemmers_{{{sb_stemmer_new("english", "UTF_8"), sb_stemmer_delete},
                 {sb_stemmer_new("french", "UTF_8"), sb_stemmer_delete},
                 {sb_stemmer_new("spanish", "UTF_8"), sb_stemmer_delete}}} {}
Stemmer::~Stemmer() = default;

const std::string& Stemmer::stem(base::Language language, const std::string& word) {
    const auto index = static_cast<std::size_t>(language);
    auto& known = known_[index];
    if (const auto found = known.find(word); found != known.end()) return found->second;
    if (known.size() > 50'000) known.clear();
    const std::string accented = with_accents(language, word);
    sb_stemmer* stemmer = stemmers_[index].get();
    const sb_symbol* stem =
        sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(accented.data()), static_cast<int>(accented.size()));
    const std::string_view result(reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer)));
    return known.emplace(word, folded(result)).first->second;
}

bool Document::empty() const { return std::ranges::all_of(words, &std::string::empty); }

std::string DocumentWriter::stems(const std::vector<std::string>& words, base::Language language) {
    std::string all;
    for (const std::string& word : words) {
        if (!all.empty()) all += ' ';
        all += stemmer_.stem(language, word);
    }
    return all;
}

bool DocumentWriter::append(int weight, const std::string& stems) {
    if (stems.empty() || size_ + stems.size() > longest_document) return false;
    size_ += stems.size() + boundary.size() + 2;
    const std::size_t weight_class = weight >= 8 ? 0 : weight >= 5 ? 1 : weight >= 3 ? 2 : 3;
    std::string& words = document_.words[weight_class];
    if (!words.empty()) words.append(" ").append(boundary).append(" ");
    words += stems;
    return true;
}

void DocumentWriter::add(int weight, std::string_view text, base::Language language) {
    const std::vector<std::string> words = words_of(text);
    if (append(weight, stems(words, language))) vocabulary_.insert(words.begin(), words.end());
}

void DocumentWriter::add_without_language(int weight, std::string_view text) {
    const std::vector<std::string> words = words_of(text);
    std::vector<std::string> different;
    for (base::Language language : base::languages) {
        std::string all = stems(words, language);
        if (std::ranges::find(different, all) == different.end()) different.push_back(std::move(all));
    }
    for (const std::string& all : different)
        if (append(weight, all)) vocabulary_.insert(words.begin(), words.end());
}

Document DocumentWriter::take() {
    for (const std::string& word : vocabulary_) {
        if (!document_.vocabulary.empty()) document_.vocabulary += ' ';
        document_.vocabulary += word;
    }
    return std::move(document_);
}

}  // namespace comity::store
