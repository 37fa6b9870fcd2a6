#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/clock.hpp"
#include "store/journal.hpp"
#include "store/pool.hpp"
#include "store/store.hpp"

// The record as it was known at an earlier position of the journal.
namespace comity::store {

namespace {

using record::Audience;
using record::Value;
using Names = std::set<std::string, std::less<>>;
using Places = std::map<Key, std::int64_t>;  // of a record, the last entry that touched it

// The types asked for and those that they are parts of, owners first.
std::vector<const TypeSql*> with_owners(const Types& types, const std::vector<std::string_view>& asked) {
    std::vector<const TypeSql*> all;
    for (const std::string_view name : asked) {
        std::vector<const TypeSql*> chain;
        for (const TypeSql* sql = &types.of(name); sql; sql = sql->owner) chain.push_back(sql);
        for (auto sql = chain.rbegin(); sql != chain.rend(); ++sql)
            if (std::ranges::find(all, *sql) == all.end()) all.push_back(*sql);
    }
    return all;
}

Places last_touched(Connection& connection, const std::vector<const TypeSql*>& types, std::int64_t until) {
    Places places;
    for (const TypeSql* sql : types)
        connection.query("SELECT id, max(sequence) FROM comity_touched WHERE type = $1 AND sequence <= $2 GROUP BY id",
                         {sql->type->name, until}, [&](const Row& row) {
                             places[{std::string(sql->type->name), std::string(row.text(0))}] = row.integer(1);
                         });
    return places;
}

// What the entries wrote of these records; a removal is null. Each entry is read once.
std::map<Key, Value> written(Connection& connection, const Places& places) {
    std::set<std::int64_t> sequences;
    for (const auto& [key, sequence] : places) sequences.insert(sequence);
    std::map<Key, Value> records;
    for (const std::int64_t sequence : sequences)
        for (const record::Entry& entry : read_entries(connection, sequence - 1, 1))
            for (record::Change& change : record::parse_changes(entry.changes)) {
                Key key{change.type, change.id};
                const auto place = places.find(key);
                if (place != places.end() && place->second == sequence) records[std::move(key)] = std::move(change.record);
            }
    return records;
}

// What everyone could see then and could still see under the flags that the record has now, or had when it was removed.
std::optional<Value> seen_then_and_now(const record::RecordType& type, Value then, const Value& now) {
    auto seen = record::visible(type, std::move(then), Audience::everyone);
    if (!seen) return std::nullopt;
    for (const std::string_view flag : {"confidential", "visibility"})
        if (const Value* value = now.get_object().if_contains(flag)) seen->get_object()[flag] = *value;
    return record::visible(type, *std::move(seen), Audience::everyone);
}

// The newest version of those records that were written after they stood at these places. Of one that was removed, the last.
std::map<Key, Value> last_written(const Snapshot& snapshot, const std::map<Key, Value>& then, const Places& places,
                                  Places later) {
    std::erase_if(later,
                  [&](const auto& place) { return !then.contains(place.first) || places.at(place.first) == place.second; });
    std::map<Key, Value> now = written(snapshot.connection(), later);
    for (auto& [key, record] : now)
        if (record.is_null())
            for (Revision& revision : snapshot.history(key.first, key.second, Audience::officers))
                if (!revision.removed) record = std::move(revision.record);
    return now;
}

}  // namespace

std::int64_t Snapshot::entry_at(Time time) const {
    std::int64_t entry = 0;
    const std::string text = base::to_string(time);
    connection_->query("SELECT sequence FROM comity_journal WHERE time <= $1 ORDER BY sequence DESC LIMIT 1",
                       {std::string_view(text)}, [&](const Row& row) { entry = row.integer(0); });
    return entry;
}

std::optional<std::string> Snapshot::first_time() const {
    std::optional<std::string> time;
    connection_->query("SELECT time FROM comity_journal ORDER BY sequence LIMIT 1", {},
                       [&](const Row& row) { time = std::string(row.text(0)); });
    return time;
}

Past Snapshot::past(std::int64_t entry, const std::vector<std::string_view>& types, Audience audience) const {
    const auto all = with_owners(pool_->types(), types);
    const Places places = last_touched(*connection_, all, entry);
    std::map<Key, Value> then = written(*connection_, places);
    std::erase_if(then, [](const auto& record) { return record.second.is_null(); });
    std::map<Key, Value> now;  // of those that were written again since
    if (audience == Audience::everyone && !then.empty())
        now = last_written(*this, then, places, last_touched(*connection_, all, head_));
    std::map<std::string_view, std::vector<Stored>> records;
    std::map<std::string_view, Names> ids;
    for (const TypeSql* sql : all) {
        const std::string name(sql->type->name);
        for (auto at = then.lower_bound({name, ""}); at != then.end() && at->first.first == name; ++at) {
            const auto& [key, held] = *at;
            std::optional<Value> record;
            if (audience == Audience::officers) {
                record = held;
            } else {
                const auto later = now.find(key);
                record = seen_then_and_now(*sql->type, held, later == now.end() ? held : later->second);
                const Value* owner = record && sql->owner ? record->get_object().if_contains(sql->type->part_of) : nullptr;
                if (!record || (owner && !ids[sql->owner->type->name].contains(std::string_view(owner->as_string())))) continue;
            }
            ids[sql->type->name].insert(key.second);
            records[sql->type->name].push_back({key.second, places.at(key), *std::move(record)});
        }
    }
    Past past{.entry = entry, .records = {}};
    for (const std::string_view type : types) past.records.emplace(type, std::move(records[type]));
    return past;
}

}  // namespace comity::store
