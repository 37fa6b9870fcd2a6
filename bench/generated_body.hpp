#pragma once

#include <boost/json/value.hpp>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "bench/vocabulary.hpp"
#include "exchange/body_files.hpp"
#include "record/journal.hpp"
#include "store/store.hpp"

// A body of any size, for measurement: the demonstration body and, on top of it, records that are modelled on its own. A
// generated record has the fields of its model; its texts have as many words, its dates lie in the years that the records of its
// type have, its references lead to records of the right type, and what belongs together (a case and its events) stays so.
namespace comity::bench {

struct Recipe {
    std::uint64_t seed = 1;
    std::size_t records = 200'000;  // about so many on top, and the parts of cases, people and instruments with them
};

class GeneratedBody {
  public:
    // The folder of the demonstration body. Throws std::runtime_error where it can't be read.
    GeneratedBody(const std::string& folder, record::Catalog catalog, const Recipe& recipe);
    ~GeneratedBody();

    // Hands out every record, in an order in which none refers to a later one, but those of the demonstration body, which come
    // first. The same recipe gives the same records.
    void each(const std::function<void(record::Change)>& take) const;

    std::size_t count(std::string_view type) const;  // of a type that is no part of another
    // The id of one of them, counted from 0; those of the demonstration body come first.
    std::string id(std::string_view type, std::size_t number) const;

  private:
    struct Kind;   // what is known of a record type
    struct Mould;  // a model, and what is changed for one record and its parts
    const Kind& kind(std::string_view type) const;
    Mould mould(const Kind& of, std::size_t number) const;
    record::Change made(const Kind& of, const record::Value& model, const Mould& mould) const;
    record::Value changed(const Kind* of, const record::Field& field, const record::Value& model, const Mould& mould,
                          Random& random) const;
    std::string changed_string(const Kind* of, const record::Field& field, const std::string& model, const Mould& mould,
                               Random& random) const;
    std::string reference(const Kind* of, const record::Field& field, const std::string& model, const Mould& mould,
                          Random& random) const;
    record::Value text(std::size_t words, base::Language original, Random& random) const;
    record::Value place(const record::Value& model, Random& random) const;
    void add_absent(const Kind& of, record::Value& made, const Mould& mould, Random& random) const;
    void learn_models(record::Catalog catalog);
    void learn_dates(Kind& of);
    void learn_words(const std::string& folder);

    Recipe recipe_;
    std::vector<exchange::FiledRecord> models_;
    std::vector<std::unique_ptr<Kind>> kinds_;  // in the order of the catalog
    std::vector<Vocabulary> words_;             // by language
};

// Commits the whole body in batches through the store's one door. Throws std::runtime_error where a record is refused.
// Returns how many records it has.
std::size_t load(store::Store& store, const GeneratedBody& body, store::Time time);

}  // namespace comity::bench
