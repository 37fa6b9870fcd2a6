#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"

struct sb_stemmer;

// Words for the full-text index: both databases keep the same stems, made here.
namespace comity::store {

// The words of a text in the order in which they stand: case and accents folded, ligatures opened, articles that an apostrophe
// joins to a word left out ("l'eau", "d'Ontario", "Canada's"), hyphens as spaces. A word has at most 64 bytes.
std::vector<std::string> words_of(std::string_view text);

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

// What the index holds for one record: stems with spaces between them, by weight class, heaviest first.
struct Document {
    std::array<std::string, 4> words;
    bool empty() const;
    friend bool operator==(const Document&, const Document&) = default;
};

class DocumentWriter {
  public:
    explicit DocumentWriter(Stemmer& stemmer) : stemmer_(stemmer) {}
    // `weight` is Field::search_weight, 1 to 10. Beyond 400,000 bytes of stems a document takes no more.
    void add(int weight, std::string_view text, base::Language language);
    void add_without_language(int weight, std::string_view text);  // as a word of each language
    Document take() { return std::move(document_); }

  private:
    std::string stems(const std::vector<std::string>& words, base::Language language);
    void append(int weight, const std::string& stems);

    Stemmer& stemmer_;
    Document document_;
    std::size_t size_ = 0;
};

// A query: every term must be found; a term is found where one of its phrases is.
struct Term {
    std::vector<std::vector<std::string>> phrases;  // stems
    bool prefix = false;                            // the last word of each phrase is the beginning of a word
};
struct Query {
    std::vector<Term> terms;
    std::size_t words_ignored = 0;  // beyond 16 words or 1,000 bytes
};
Query read_query(std::string_view text, Stemmer& stemmer);

}  // namespace comity::store
