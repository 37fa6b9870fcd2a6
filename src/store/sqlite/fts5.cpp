#include "store/sqlite/fts5.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <ranges>

#include "store/store.hpp"

namespace comity::store::sqlite {

namespace {

// Stems have small letters and digits alone.
constexpr char between = '_';
constexpr char mark(std::size_t place) { return static_cast<char>('A' + place); }

using OnToken = int (*)(void* index, int flags, const char* token, int size, int begin, int end);

// The tokenizer holds nothing, but FTS5 takes a null pointer for one that is still to be made.
int make_tokenizer(void*, const char**, int, Fts5Tokenizer** made) {
    static char nothing;
    *made = reinterpret_cast<Fts5Tokenizer*>(&nothing);
    return SQLITE_OK;
}

int tokenize(Fts5Tokenizer*, void* index, int flags, const char* text, int size, OnToken on_token) {
    const std::string_view all(text, static_cast<std::size_t>(size));
    std::string_view last;  // none at a boundary
    std::string pair;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t begin = at, end = std::min(all.find(' ', at), all.size());
        at = end + 1;
        const std::string_view word = all.substr(begin, end - begin);
        const auto write = [&](std::string_view token, int how) {
            return on_token(index, how, token.data(), static_cast<int>(token.size()), static_cast<int>(begin),
                            static_cast<int>(end));
        };
        if (word.empty()) continue;
        const bool in_text = flags & FTS5_TOKENIZE_DOCUMENT && word != store::boundary;
        if (in_text && !last.empty()) {
            pair.assign(last).append(1, between).append(word);
            if (const int error = write(pair, FTS5_TOKEN_COLOCATED); error != SQLITE_OK) return error;
        }
        if (const int error = write(word, 0); error != SQLITE_OK) return error;
        last = in_text ? word : std::string_view();
    }
    return SQLITE_OK;
}

}  // namespace

void register_tokenizer(sqlite3* db) {
    fts5_api* api = nullptr;
    sqlite3_stmt* prepared = nullptr;
    int result = sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(prepared, sqlite3_finalize);
    if (result == SQLITE_OK) result = sqlite3_bind_pointer(prepared, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    if (result == SQLITE_OK) sqlite3_step(prepared);
    fts5_tokenizer functions{make_tokenizer, [](Fts5Tokenizer*) {}, tokenize};
    if (!api || api->xCreateTokenizer(api, "comity_stems", nullptr, &functions, nullptr) != SQLITE_OK)
        throw Unavailable(fmt::format("this SQLite has no full-text search (FTS5): {}", sqlite3_errmsg(db)));
}

std::string marked_words(const Document& document) {
    std::string all;
    const auto add = [&](std::string_view word) { all.append(all.empty() ? "" : " ").append(word); };
    for (std::size_t place = 0; place < places; ++place) {
        if (document.words[place].empty()) continue;
        if (!all.empty()) add(store::boundary);
        for (const auto part : document.words[place] | std::views::split(' ')) {
            const std::string_view stem(part.begin(), part.end());
            add(stem == store::boundary ? std::string(stem) : fmt::format("{}{}", mark(place), stem));
        }
    }
    return all;
}

std::string tokens_of(const Phrase& phrase, std::size_t place) {
    if (phrase.size() == 1) return fmt::format("{}{}", mark(place), phrase.front());
    std::string tokens;
    for (std::size_t i = 0; i + 1 < phrase.size(); ++i)
        tokens += fmt::format("{}{}{}{}{}{}", i ? " " : "", mark(place), phrase[i], between, mark(place), phrase[i + 1]);
    return tokens;
}

std::string written(const Phrase& phrase, std::size_t place) {
    std::string words = " ";
    for (const std::string& stem : phrase) words += fmt::format("{}{} ", mark(place), stem);
    return words;
}

}  // namespace comity::store::sqlite
