#include "collections/shelf.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <set>

#include "store/changes.hpp"
#include "store/document.hpp"

namespace comity::collections {

namespace {

// More changes than this and reading everything is quicker than reading them one by one.
constexpr std::size_t most_changes = 2'000;
constexpr std::size_t longest_sort_title = 80;  // bytes; what is equal until there is in the order of ids

std::string folded(std::string_view text) {
    std::string out;
    for (const std::string& word : store::words_of(text)) {
        if (out.size() + word.size() >= longest_sort_title) break;
        if (!out.empty()) out += '-';
        out += word;
    }
    return out;
}

// What the parts of records say for the facets that are about parts: by facet, and by the id of the record that they belong to.
using PartValues = std::map<std::pair<std::size_t, std::string>, std::vector<std::string>>;

void add_values(PartValues& values, std::size_t facet, const std::vector<store::Stored>& parts, const record::RecordType& type,
                std::string_view path) {
    for (const store::Stored& part : parts) {
        auto& of_owner = values[{facet, std::string(part.record.as_object().at(type.part_of).as_string())}];
        std::ranges::move(strings_at(part.record, path), std::back_inserter(of_owner));
    }
}

// Of these records, or of all of them where `ids` is null.
PartValues part_values(const store::Snapshot& snapshot, const Collection& collection, const std::set<std::string>* ids) {
    PartValues values;
    for (std::size_t i = 0; i < collection.facets.size(); ++i) {
        const Facet& facet = collection.facets[i];
        if (facet.part.empty()) continue;
        const record::RecordType& type = *record::find_type(snapshot.catalog(), facet.part);
        if (!ids) {
            add_values(values, i, snapshot.list(type.name, record::Audience::everyone), type, facet.path);
            continue;
        }
        for (const std::string& id : *ids)
            add_values(
                values, i,
                snapshot.list(type.name, record::Audience::everyone, {.where = {{std::string(type.part_of), id}}, .after = {}}),
                type, facet.path);
    }
    return values;
}

std::shared_ptr<const Item> read_item(const Collection& collection, const store::Stored& stored, const PartValues& of_parts,
                                      base::Day today, const DateOf& date_of) {
    auto item = std::make_shared<Item>();
    item->id = stored.id;
    item->version = stored.version;
    item->title = title_of(collection, stored.record);
    Span span = span_at(stored.record, collection.date, collection.end);
    item->date = span.date ? span.date : date_of(collection.type->name, stored.id);
    item->end = span.end;
    if (collection.placed()) item->point = point_at(stored.record, collection.place);
    for (std::size_t i = 0; i < collection.facets.size(); ++i) {
        const Facet& facet = collection.facets[i];
        std::vector<std::string> values;
        if (facet.of)
            values = facet.of(stored.record, today);
        else if (facet.part.empty())
            values = strings_at(stored.record, facet.path);
        else if (const auto parts = of_parts.find({i, stored.id}); parts != of_parts.end())
            values = parts->second;
        std::ranges::sort(values);
        values.erase(std::ranges::unique(values).begin(), values.end());
        for (std::string& value : values) item->values.emplace_back(static_cast<std::uint8_t>(i), std::move(value));
    }
    for (const base::Language language : base::languages) {
        std::string sorts_as = folded(base::shown(item->title, language).text);
        if (sorts_as != item->sort_title(language)) item->sorts_as[static_cast<std::size_t>(language)] = std::move(sorts_as);
    }
    return item;
}

constexpr Row nowhere = ~Row{0};

// What a new arrangement takes over from the one before.
struct Kept {
    const Shelf* before = nullptr;  // null: nothing
    std::vector<Row> was_at;        // of each row the one that it was before, `nowhere` for what was read afresh
    std::vector<Row> now_at;        // of each row before the one that it is now, `nowhere` for what was read afresh or is gone
};

void fill_columns(Shelf& shelf, const Kept& kept) {
    const std::size_t rows = shelf.items.size();
    shelf.columns.resize(shelf.of->facets.size());
    for (std::size_t facet = 0; facet < shelf.columns.size(); ++facet) {
        Shelf::Column& column = shelf.columns[facet];
        const Shelf::Column* before = kept.before ? &kept.before->columns[facet] : nullptr;
        if (before) {
            column.names = before->names;
            column.numbers = before->numbers;
            column.values.reserve(before->values.size() + 16);
        }
        column.starts.reserve(rows + 1);
        for (std::size_t row = 0; row < rows; ++row) {
            column.starts.push_back(static_cast<std::uint32_t>(column.values.size()));
            if (const Row was = kept.was_at[row]; was != nowhere) {
                const auto values = before->values.begin();
                column.values.insert(column.values.end(), values + before->starts[was], values + before->starts[was + 1]);
                continue;
            }
            for (const auto& [of, value] : shelf.items[row]->values) {
                if (of != facet) continue;
                const auto [at, is_new] = column.numbers.try_emplace(value, static_cast<std::uint32_t>(column.names.size()));
                if (is_new) column.names.push_back(value);
                column.values.push_back(at->second);
            }
        }
        column.starts.push_back(static_cast<std::uint32_t>(column.values.size()));
    }
}

void fill_years_and_points(Shelf& shelf, const Kept& kept) {
    const std::size_t rows = shelf.items.size();
    shelf.first_year.resize(rows);
    shelf.last_year.resize(rows);
    shelf.points.resize(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        if (const Row was = kept.was_at[row]; was != nowhere) {
            shelf.first_year[row] = kept.before->first_year[was];
            shelf.last_year[row] = kept.before->last_year[was];
            shelf.points[row] = kept.before->points[was];
            continue;
        }
        const Item& item = *shelf.items[row];
        shelf.first_year[row] = item.date ? item.date->year() : 0;
        shelf.last_year[row] = item.end ? item.end->year() : shelf.first_year[row];
        shelf.points[row] = item.point;
    }
}

// Newest first, undated last.
bool newer(const Item& a, const Item& b) {
    if (a.date.has_value() != b.date.has_value()) return a.date.has_value();
    if (a.date && *a.date != *b.date) return *a.date > *b.date;
    return a.id < b.id;
}

// Puts the rows in order. Those that were in the order before keep it, so only what was read afresh is compared: a look at every
// record would cost more than all the rest.
template <class Less>
std::vector<Row> ordered(const std::vector<Row>* before, const Kept& kept, std::vector<Row> fresh, Less less) {
    std::ranges::sort(fresh, less);
    if (!before) return fresh;
    std::vector<Row> order;
    order.reserve(before->size() + fresh.size());
    for (const Row row : *before)
        if (kept.now_at[row] != nowhere) order.push_back(kept.now_at[row]);
    std::vector<std::size_t> places;  // of each fresh row, among the others
    places.reserve(fresh.size());
    for (const Row row : fresh)
        places.push_back(static_cast<std::size_t>(std::ranges::lower_bound(order, row, less) - order.begin()));
    std::size_t end = order.size();
    order.resize(order.size() + fresh.size());
    for (std::size_t i = fresh.size(); i-- > 0;) {
        std::move_backward(order.begin() + static_cast<std::ptrdiff_t>(places[i]),
                           order.begin() + static_cast<std::ptrdiff_t>(end),
                           order.begin() + static_cast<std::ptrdiff_t>(end + i + 1));
        order[places[i] + i] = fresh[i];
        end = places[i];
    }
    return order;
}

void fill_orders(Shelf& shelf, const Kept& kept, const std::vector<Row>& fresh) {
    const auto& items = shelf.items;
    const Shelf* before = kept.before;
    shelf.by_date =
        ordered(before ? &before->by_date : nullptr, kept, fresh, [&](Row a, Row b) { return newer(*items[a], *items[b]); });
    for (const base::Language language : base::languages) {
        const auto in = static_cast<std::size_t>(language);
        shelf.by_title[in] = ordered(before ? &before->by_title[in] : nullptr, kept, fresh, [&](Row a, Row b) {
            const std::string_view one = items[a]->sort_title(language), other = items[b]->sort_title(language);
            return one != other ? one < other : items[a]->id < items[b]->id;
        });
    }
}

std::uint64_t hash_of(std::string_view id) { return std::hash<std::string_view>()(id); }

void fill_hashes(Shelf& shelf, const Kept& kept, const std::vector<Row>& fresh) {
    shelf.by_hash.reserve(shelf.items.size());
    if (kept.before)
        for (const auto& [hash, row] : kept.before->by_hash)
            if (kept.now_at[row] != nowhere) shelf.by_hash.emplace_back(hash, kept.now_at[row]);
    const auto middle = static_cast<std::ptrdiff_t>(shelf.by_hash.size());
    for (const Row row : fresh) shelf.by_hash.emplace_back(hash_of(shelf.items[row]->id), row);
    std::sort(shelf.by_hash.begin() + middle, shelf.by_hash.end());
    std::inplace_merge(shelf.by_hash.begin(), shelf.by_hash.begin() + middle, shelf.by_hash.end());
}

void arrange(Shelf& shelf, const Kept& kept, const std::vector<Row>& fresh) {
    fill_hashes(shelf, kept, fresh);
    fill_columns(shelf, kept);
    fill_years_and_points(shelf, kept);
    fill_orders(shelf, kept, fresh);
}

std::shared_ptr<const Shelf> whole_shelf(const store::Snapshot& snapshot, const Collection& collection, base::Day today,
                                         const DateOf& date_of) {
    auto shelf = std::make_shared<Shelf>();
    shelf->of = &collection;
    const PartValues of_parts = part_values(snapshot, collection, nullptr);
    for (const store::Stored& stored : snapshot.list(collection.type->name, record::Audience::everyone))
        shelf->items.push_back(read_item(collection, stored, of_parts, today, date_of));
    std::vector<Row> rows(shelf->items.size());
    std::iota(rows.begin(), rows.end(), Row{0});
    arrange(*shelf, {.was_at = std::vector<Row>(rows.size(), nowhere)}, rows);
    return shelf;
}

// The shelf with the records of these ids read again.
std::shared_ptr<const Shelf> mended(const store::Snapshot& snapshot, const Shelf& before, const std::set<std::string>& ids,
                                    base::Day today, const DateOf& date_of) {
    auto shelf = std::make_shared<Shelf>();
    shelf->of = before.of;
    shelf->items.reserve(before.items.size() + ids.size());
    Kept kept{.before = &before, .was_at = {}, .now_at = std::vector<Row>(before.items.size(), nowhere)};
    kept.was_at.reserve(before.items.size() + ids.size());
    std::vector<Row> fresh;
    const auto add = [&](std::shared_ptr<const Item> item, Row was) {
        shelf->items.push_back(std::move(item));
        kept.was_at.push_back(was);
    };
    const PartValues of_parts = part_values(snapshot, *before.of, &ids);
    std::size_t row = 0;
    const auto keep_until = [&](std::size_t end) {
        for (; row < end; ++row) {
            kept.now_at[row] = static_cast<Row>(shelf->items.size());
            add(before.items[row], static_cast<Row>(row));
        }
    };
    for (const std::string& id : ids) {
        const auto at =
            std::ranges::lower_bound(before.items, id, {}, [](const auto& item) -> std::string_view { return item->id; });
        keep_until(static_cast<std::size_t>(at - before.items.begin()));
        if (at != before.items.end() && (*at)->id == id) ++row;
        if (auto stored = snapshot.read(before.of->type->name, id, record::Audience::everyone)) {
            fresh.push_back(static_cast<Row>(shelf->items.size()));
            add(read_item(*before.of, *stored, of_parts, today, date_of), nowhere);
        }
    }
    keep_until(before.items.size());
    arrange(*shelf, kept, fresh);
    return shelf;
}

// Terms have a label and are a part of nothing; those that have lists of their own are no mere terms.
bool holds_terms(const record::RecordType& type) { return !find(type.name) && type.part_of.empty() && type.field("label"); }

std::shared_ptr<const Terms> read_terms(const store::Snapshot& snapshot, std::string_view type) {
    auto terms = std::make_shared<Terms>();
    for (const store::Stored& stored : snapshot.list(type, record::Audience::everyone))
        terms->emplace(stored.id, text_at(stored.record, "label"));
    return terms;
}

// The ids by type that entries after `head` touched; an owner is touched with its parts. nullopt where they are too many.
std::optional<std::map<std::string, std::set<std::string>, std::less<>>> touched_since(const store::Snapshot& snapshot,
                                                                                       std::int64_t head) {
    const auto changes = store::changes_since(snapshot, head, most_changes);
    if (!changes) return std::nullopt;
    std::map<std::string, std::set<std::string>, std::less<>> touched;
    for (const record::Change& change : *changes) {
        touched[std::string(change.type)].insert(change.id);
        const record::RecordType* type = record::find_type(snapshot.catalog(), change.type);
        const record::Field* owner = type && !type->part_of.empty() ? type->field(type->part_of) : nullptr;
        // A part that is removed leaves no owner to read in its change: its id begins with it ("SEM-21-001/03").
        if (owner) touched[std::string(owner->refers)].insert(change.id.substr(0, change.id.find('/')));
    }
    return touched;
}

}  // namespace

std::string_view Item::sort_title(base::Language language) const {
    for (auto in = static_cast<std::size_t>(language);; --in)
        if (!sorts_as[in].empty() || in == 0) return sorts_as[in];
}

std::optional<Row> Shelf::row(std::string_view id) const {
    const std::uint64_t hash = hash_of(id);
    for (auto at = std::ranges::lower_bound(by_hash, std::pair(hash, Row{0})); at != by_hash.end() && at->first == hash; ++at)
        if (items[at->second]->id == id) return at->second;
    return std::nullopt;
}

const Item* Shelf::find(std::string_view id) const {
    const auto at = row(id);
    return at ? items[*at].get() : nullptr;
}

const Shelf* Shelves::of(std::string_view type) const {
    const auto at = by_type.find(type);
    return at == by_type.end() ? nullptr : at->second.get();
}

const base::Text* Shelves::title(std::string_view type, std::string_view id) const {
    if (const auto classification = terms.find(type); classification != terms.end()) {
        const auto term = classification->second->find(id);
        return term == classification->second->end() ? nullptr : &term->second;
    }
    const Shelf* shelf = of(type);
    const Item* item = shelf ? shelf->find(id) : nullptr;
    return item ? &item->title : nullptr;
}

std::shared_ptr<const Shelves> shelves(const store::Snapshot& snapshot, base::Day today, std::shared_ptr<const Shelves> before,
                                       const DateOf& date_of) {
    auto now = std::make_shared<Shelves>();
    now->head = snapshot.head();
    now->today = today;
    auto touched = before && before->today == today ? touched_since(snapshot, before->head) : std::nullopt;
    for (const Collection& collection : all()) {
        const std::string name(collection.type->name);
        if (!touched)
            now->by_type[name] = whole_shelf(snapshot, collection, today, date_of);
        else if (const auto ids = touched->find(name); ids != touched->end())
            now->by_type[name] = mended(snapshot, before->of(collection), ids->second, today, date_of);
        else
            now->by_type[name] = before->by_type.find(name)->second;
    }
    for (const record::RecordType* type : snapshot.catalog()) {
        if (!holds_terms(*type)) continue;
        const std::string name(type->name);
        now->terms[name] = touched && !touched->contains(name) ? before->terms.find(name)->second : read_terms(snapshot, name);
    }
    return now;
}

}  // namespace comity::collections
