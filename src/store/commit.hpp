#pragma once

#include "store/journal.hpp"

namespace comity::store {

// What can be told of a commit without the database: limits, record types' rules, ids that come twice. Brings every record into
// normal form; run by the thread that commits.
base::Faults check(const Types& types, Commit& commit);

// What only the database can tell, and then the writing. To be called inside a write transaction, with the journal's head, which
// moves on if something was written. Nothing has been written where it answers with faults.
std::expected<Receipt, base::Faults> write(Connection& connection, const Types& types, const Commit& commit, Head& head,
                                           Stemmer& stemmer);

}  // namespace comity::store
