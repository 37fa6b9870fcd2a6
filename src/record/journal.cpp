#include "record/journal.hpp"

#include <stdexcept>

#include "base/hash.hpp"
#include "base/json_writer.hpp"
#include "record/canonical.hpp"

namespace comity::record {

std::string canonical_changes(const std::vector<Change>& changes) {
    boost::json::array array;
    array.reserve(changes.size());
    for (const Change& change : changes) {
        boost::json::object object{{"do", change.kind == Change::Kind::put ? "put" : "remove"},
                                   {"type", change.type},
                                   {"id", change.id},
                                   {"on_version", change.on_version}};
        if (change.kind == Change::Kind::put) object.emplace("record", change.record);
        array.push_back(std::move(object));
    }
    return canonical(array);
}

std::vector<Change> parse_changes(std::string_view text) {
    auto parsed = parse_json(text, {.bytes = std::size_t{1} << 30, .depth = 64});
    if (!parsed) throw std::runtime_error("the changes of a journal entry can't be read: " + parsed.error());
    try {
        std::vector<Change> changes;
        for (Value& element : parsed->as_array()) {
            boost::json::object& object = element.as_object();
            Change change;
            change.kind = object.at("do").as_string() == "remove" ? Change::Kind::remove : Change::Kind::put;
            change.type = object.at("type").as_string();
            change.id = object.at("id").as_string();
            change.on_version = object.at("on_version").as_int64();
            if (change.kind == Change::Kind::put) change.record = std::move(object.at("record"));
            changes.push_back(std::move(change));
        }
        return changes;
    } catch (const std::exception& error) {
        throw std::runtime_error(std::string("the changes of a journal entry have not the form of changes: ") + error.what());
    }
}

std::string hash_of(const Entry& entry) {
    std::string form;
    form.reserve(entry.changes.size() + 512);
    base::JsonWriter json(form);
    json.begin_object().member("actor", entry.actor).key("changes").raw(entry.changes).member("previous", entry.previous);
    json.member("reason", entry.reason).member("sequence", entry.sequence).member("time", entry.time).end_object();
    return base::sha256(form);
}

}  // namespace comity::record
