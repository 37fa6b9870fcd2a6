#pragma once

#include <array>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"
#include "store/query.hpp"

struct sb_stemmer;

// Words for the full-text index: both databases keep the same stems, made here.
namespace comity::store {

// The words of a text in the order in which they stand: case and accents folded, ligatures opened, articles that an apostrophe
// joins to a word left out ("l'eau", "d'Ontario", "Canada's"), hyphens as spaces. A word has at most 64 bytes.
std::vector<Word> words_in(std::string_view text);
std::vector<std::string> words_of(std::string_view text);  // folded

// Words that say nothing in a query ("of", "de", "la"). The index keeps them, for phrases.
bool is_filler(std::string_view word);
// Takes letters off the end until at most so many bytes are left, never half of one.
void cut(std::string& text, std::size_t most);

// Stems of folded words. Belongs to one thread.
class Stemmer {
  public:
    Stemmer();
    ~Stemmer();
    Stemmer(const Stemmer&) = delete;
    Stemmer& operator=(const Stemmer&) = delete;
    const std::string& stem(base::Language language, const std::string& word);

  private:
    std::array<std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)>, 3> stemmers_;
    std::array<std::unordered_map<std::string, std::string>, 3> known_;
};

// Stands between texts, so that a phrase can't reach from one into the next.
inline constexpr std::string_view boundary = "\u00b7";

// What the index holds for one record: stems with spaces between them, by weight class, heaviest first; and each of its words
// once, by their bytes, as a person can read them.
struct Document {
    std::array<std::string, 4> words;
    std::string vocabulary;
    bool empty() const;
    friend bool operator==(const Document&, const Document&) = default;
};

class DocumentWriter {
  public:
    explicit DocumentWriter(Stemmer& stemmer) : stemmer_(stemmer) {}
    // `weight` is Field::search_weight, 1 to 10. Beyond 400,000 bytes of stems a document takes no more.
    void add(int weight, std::string_view text, base::Language language);
    void add_without_language(int weight, std::string_view text);  // as a word of each language
    Document take();

  private:
    std::string stems(const std::vector<std::string>& words, base::Language language);
    bool append(int weight, const std::string& stems);

    Stemmer& stemmer_;
    Document document_;
    std::set<std::string> vocabulary_;
    std::size_t size_ = 0;
};

}  // namespace comity::store
