#include "store/commit.hpp"

#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/clock.hpp"
#include "record/canonical.hpp"
#include "store/utf8.hpp"

namespace comity::store {

namespace {

using record::Change;
using record::Value;

constexpr std::size_t most_changes = 100'000;
constexpr std::size_t longest_text = std::size_t{1} << 20;
constexpr std::size_t largest_record = std::size_t{4} << 20;
constexpr std::size_t largest_commit = std::size_t{256} << 20;
constexpr std::size_t most_faults = 1'000;
constexpr int deepest = 32;

// What is wrong with a value whatever its type, "" for nothing. Adds up how large it is.
std::string_view harm_in(const Value& value, int depth, std::size_t& size) {
    if (depth > deepest) return "is nested deeper than 32 levels";
    size += 8;
    if (const auto* text = value.if_string()) {
        size += text->size();
        if (text->size() > longest_text) return "has a text longer than 1 MB";
        if (!is_text(*text)) return "has a text that is not UTF-8 or has a zero byte";
    } else if (const auto* number = value.if_double()) {
        if (!std::isfinite(*number)) return "has a number that is not finite";
    } else if (const auto* array = value.if_array()) {
        for (const Value& element : *array)
            if (const auto harm = harm_in(element, depth + 1, size); !harm.empty()) return harm;
    } else if (const auto* object = value.if_object()) {
        for (const auto& [key, member] : *object) {
            size += key.size();
            if (!is_text(key)) return "has a key that is not UTF-8";
            if (const auto harm = harm_in(member, depth + 1, size); !harm.empty()) return harm;
        }
    }
    return size > largest_record ? "is larger than 4 MB" : std::string_view();
}

// An id or another word of the caller's that can be shown whatever it is.
std::string shown(std::string_view text) {
    if (!is_text(text)) return "(not UTF-8)";
    return text.size() <= 200 ? std::string(text) : "(too long)";
}

std::optional<base::Fault> check_label(std::string_view name, const std::string& text, std::size_t most) {
    if (text.empty()) return base::Fault{"", "", std::string(name), "is missing", "say who or why"};
    if (text.size() > most || !is_text(text))
        return base::Fault{"", "", std::string(name), "is too long or not UTF-8", fmt::format("write at most {} bytes", most)};
    return std::nullopt;
}

void check_change(const Types& types, Change& change, base::Faults& faults, std::size_t& total) {
    const TypeSql* sql = types.find(change.type);
    if (!sql) {
        faults.push_back({"", shown(change.id), "", fmt::format("\"{}\" is not a record type", shown(change.type)), ""});
        return;
    }
    if (change.kind == Change::Kind::remove) {
        change.record = nullptr;
        if (!is_text(change.id) || change.id.empty() || change.id.size() > 200)
            faults.push_back({"", shown(change.id), "id", "is not an id", "write 1 to 200 letters, digits or -_.~:/"});
        return;
    }
    std::size_t size = 0;
    if (const auto harm = harm_in(change.record, 0, size); !harm.empty()) {
        faults.push_back({"", shown(change.id), "", std::string(harm), ""});
        return;
    }
    total += size;
    const base::Faults found = record::check_value(*sql->type, change.record);
    if (!found.empty()) {
        faults.insert(faults.end(), found.begin(), found.end());
        return;
    }
    change.record = record::normal(*sql->type, change.record);
    if (reference_of(change.record, "id") != change.id)
        faults.push_back({"", shown(change.id), "id", fmt::format("is \"{}\" in the record", reference_of(change.record, "id")),
                          "write the same id in both places"});
    for (const record::Field* field : sql->references)
        if (!field->of.optional && reference_of(change.record, field->name).empty())
            faults.push_back(
                {"", change.id, std::string(field->name), "is missing", fmt::format("write the id of a {}", field->refers)});
}

// The changes of a commit that are to be made, and what the store holds of their records.
struct Work {
    std::map<Key, Stored> before;         // what exists
    std::vector<const Change*> changes;   // without those that equal the store
    std::map<Key, const Change*> by_key;  // the same
};

Key key_of(const Change& change) { return {change.type, change.id}; }

Work look_up(Connection& connection, const Types& types, const Commit& commit) {
    Work work;
    std::map<std::string_view, std::vector<std::string>> ids;
    for (const Change& change : commit.changes) ids[change.type].push_back(change.id);
    for (const auto& [type, of_type] : ids)
        for (auto& [id, stored] : read_all(connection, types.of(type), of_type))
            work.before.emplace(Key(type, id), std::move(stored));
    for (const Change& change : commit.changes) {
        const auto before = work.before.find(key_of(change));
        const bool equal = change.kind == Change::Kind::put && before != work.before.end() &&
                           record::canonical(before->second.record) == record::canonical(change.record);
        if (equal) continue;
        work.changes.push_back(&change);
        work.by_key.emplace(key_of(change), &change);
    }
    return work;
}

void check_versions(const Work& work, base::Faults& faults) {
    for (const Change* change : work.changes) {
        const auto before = work.before.find(key_of(*change));
        const std::int64_t now = before == work.before.end() ? 0 : before->second.version;
        if (change->kind == Change::Kind::remove && now == 0) {
            faults.push_back({"", change->id, "", fmt::format("there is no {} with this id to remove", change->type), ""});
        } else if (change->on_version == now) {
            continue;
        } else if (now == 0) {
            faults.push_back({"", change->id, "version",
                              fmt::format("the {} was removed after version {}", change->type, change->on_version),
                              "look at its history; give version 0 to make it again"});
        } else if (change->on_version == 0) {
            faults.push_back({"", change->id, "version",
                              fmt::format("a {} with this id exists, at version {}", change->type, now),
                              "choose another id, or change the one that exists"});
        } else {
            faults.push_back({"", change->id, "version",
                              fmt::format("has changed since version {}; it is at version {}", change->on_version, now),
                              "read it again and repeat the change"});
        }
    }
}

// Every reference of a put names a record that will be there.
void check_references(Connection& connection, const Types& types, const Work& work, base::Faults& faults) {
    struct Asked {
        std::string id, path;
    };
    std::map<Key, Asked> asked;  // what must be in the store, and who asks first
    for (const Change* change : work.changes) {
        if (change->kind == Change::Kind::remove) continue;
        record::Value const& object = change->record;
        each_reference(*types.of(change->type).type, object,
                       [&](const std::string& path, std::string_view type, std::string_view id) {
                           const Key key(type, id);
                           const auto in_commit = work.by_key.find(key);
                           if (in_commit == work.by_key.end())
                               asked.try_emplace(key, change->id, path);
                           else if (in_commit->second->kind == Change::Kind::remove)
                               faults.push_back(
                                   {"", change->id, path, fmt::format("the {} {} is removed by the same commit", type, id), ""});
                       });
    }
    std::map<std::string_view, std::vector<std::string>> ids;
    for (const auto& [key, by] : asked) {
        if (types.find(key.first))
            ids[key.first].push_back(key.second);
        else
            faults.push_back({"", by.id, by.path, fmt::format("refers to \"{}\", which is not a record type", key.first), ""});
    }
    for (const auto& [type, of_type] : ids) {
        const auto found = read_all(connection, types.of(type), of_type);
        for (const std::string& id : of_type) {
            if (found.contains(id)) continue;
            const Asked& by = asked.at(Key(type, id));
            faults.push_back({"", by.id, by.path, fmt::format("there is no {} \"{}\"", type, shown(id)),
                              fmt::format("write the id of a {}", type)});
        }
    }
}

// Nothing that stays refers to what is removed.
void check_removals(Connection& connection, const Types& types, const Work& work, base::Faults& faults) {
    for (const Change* change : work.changes) {
        if (change->kind == Change::Kind::put) continue;
        std::optional<Key> by;
        const std::string_view id = change->id;
        for (const auto& sql : types.all()) {
            auto note = [&](const Row& row) {
                Key key(sql->type->name, row.text(0));
                if (!by && !work.by_key.contains(key)) by = std::move(key);
            };
            for (const record::Field* field : sql->references)
                if (field->refers == change->type)
                    connection.query(fmt::format("SELECT \"id\" FROM \"{}\" WHERE \"{}\" = $1", sql->type->name, field->name),
                                     {id}, note);
            for (const NestedReference& nested : sql->nested)
                if (nested.refers == change->type)
                    connection.query("SELECT id FROM comity_member WHERE type = $1 AND field = $2 AND value = $3",
                                     {sql->type->name, std::string_view(nested.path), id}, note);
        }
        if (by)
            faults.push_back({"", change->id, "", fmt::format("the {} {} refers to it", by->first, by->second),
                              "remove that first, or change what it refers to"});
    }
}

}  // namespace

base::Faults check(const Types& types, Commit& commit) {
    base::Faults faults;
    if (auto fault = check_label("actor", commit.actor, 200)) faults.push_back(std::move(*fault));
    if (auto fault = check_label("reason", commit.reason, 2'000)) faults.push_back(std::move(*fault));
    if (commit.changes.size() > most_changes) {
        faults.push_back(
            {"", "", "", fmt::format("the commit has more than {} changes", most_changes), "make several commits of it"});
        return faults;
    }
    std::set<Key> seen;
    std::size_t total = 0;
    for (Change& change : commit.changes) {
        check_change(types, change, faults, total);
        if (!seen.insert(key_of(change)).second)
            faults.push_back({"", shown(change.id), "id", "comes twice in one commit", "give each record once"});
        if (faults.size() >= most_faults) return faults;
    }
    if (total > largest_commit) faults.push_back({"", "", "", "the commit is larger than 256 MB", "make several commits of it"});
    return faults;
}

std::expected<Receipt, base::Faults> write(Connection& connection, const Types& types, const Commit& commit, Head& head,
                                           Stemmer& stemmer) {
    const Work work = look_up(connection, types, commit);
    base::Faults faults;
    check_versions(work, faults);
    check_references(connection, types, work, faults);
    check_removals(connection, types, work, faults);
    if (faults.size() > most_faults) faults.resize(most_faults);
    if (!faults.empty()) return std::unexpected(std::move(faults));

    Receipt receipt{head.sequence, !work.changes.empty(), {}};
    if (receipt.changed) {
        record::Entry entry{head.sequence + 1, base::to_string(commit.time), commit.actor, commit.reason, "", head.hash, ""};
        std::vector<Change> made;
        std::set<Key> to_index;
        for (const Change* change : work.changes) {
            const auto before = work.before.find(key_of(*change));
            apply(connection, types, *change, entry.sequence, before == work.before.end() ? Value() : before->second.record,
                  to_index);
            made.push_back(*change);
        }
        entry.changes = record::canonical_changes(made);
        entry.hash = record::hash_of(entry);
        append_entry(connection, entry);
        index_again(connection, types, to_index, stemmer);
        connection.flush();
        receipt.sequence = entry.sequence;
        head = {entry.sequence, entry.hash};
    }
    for (const Change& change : commit.changes) {
        const auto before = work.before.find(key_of(change));
        const bool made = work.by_key.contains(key_of(change));
        receipt.versions.push_back(change.kind == Change::Kind::remove ? 0 : made ? receipt.sequence : before->second.version);
    }
    return receipt;
}

}  // namespace comity::store
