#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "store/rows.hpp"

// Which document a record belongs to, and what it says. A document is one record with its parts, as everyone may read them.
namespace comity::store {

using Key = std::pair<std::string, std::string>;  // type and id

// Adds the record that the given one is a part of, directly or through others, or itself.
void add_indexed(Connection& connection, const TypeSql& sql, const record::Value& object, std::set<Key>& keys);

// Nothing for a record that does not exist, that everyone may not see, or that has no words.
std::optional<Document> document_of(Connection& connection, const Types& types, const Key& key, Stemmer& stemmer);

// Makes the index and the vocabulary say of these records what the tables say.
void index_again(Connection& connection, const Types& types, const std::set<Key>& keys, Stemmer& stemmer);
// Makes the index and the vocabulary from the tables, from nothing.
void index_everything(Connection& connection, const Types& types);

}  // namespace comity::store
