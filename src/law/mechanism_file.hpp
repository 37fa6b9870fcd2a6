#pragma once

#include <memory>
#include <span>
#include <string>

#include "law/mechanism.hpp"
#include "law/toml_file.hpp"

namespace comity::law {

using Calendars = std::vector<std::shared_ptr<const Calendar>>;

// Fill a mechanism from the tree of its mechanism.toml, then from that of each version file, noting what is wrong.
void read_mechanism(const Node& root, const std::string& file, const Vocabulary& vocabulary, Mechanism& mechanism,
                    base::Faults& faults);
// The part of it that says who may not file, and where the text of the law is wrong.
void read_standing(TableReader& root, const std::string& file, Mechanism& mechanism, base::Faults& faults);
void read_version(const Node& root, const std::string& file, const Calendars& calendars, Mechanism& mechanism,
                  base::Faults& faults);

// A country by its three letters; "" if the key is absent.
std::string read_country(TableReader& reader, std::string_view key);

// Notes at each event type what the steps say of it: opens, closes, rank and leads_to.
void link_events(Mechanism& mechanism);

// The index of the item with this id, or -1 and a fault that lists what there is.
template <class List>
int place_of(const List& list, std::string_view id, TableReader& reader, std::string_view key) {
    if (id.empty()) return -1;
    std::string known;
    for (std::size_t at = 0; at < list.size(); ++at) {
        if (list[at].id == id) return static_cast<int>(at);
        known += (known.empty() ? "" : ", ") + list[at].id;
    }
    reader.fault(key, "\"" + std::string(id) + "\" is not known", "one of: " + known);
    return -1;
}

template <class List>
std::vector<int> places_of(const List& list, TableReader& reader, std::string_view key) {
    std::vector<int> places;
    for (const std::string& id : reader.texts(key))
        if (const int at = place_of(list, id, reader, key); at >= 0) places.push_back(at);
    return places;
}

// Reports an id that the list already has.
template <class List>
void need_new_id(const List& list, std::string_view id, TableReader& reader) {
    for (const auto& item : list)
        if (item.id == id && !id.empty()) reader.fault("id", "\"" + std::string(id) + "\" is used twice", "an id of its own");
}

}  // namespace comity::law
