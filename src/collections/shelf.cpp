#include "collections/shelf.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <set>
#include <span>

#include "base/fault.hpp"
#include "collections/status.hpp"
#include "store/changes.hpp"
#include "store/document.hpp"

namespace comity::collections {

namespace {

// Reading what one change touched takes as long as reading ten records in order. So many changes are read one by one whatever
// there is.
constexpr std::size_t records_per_change = 10, least_changes = 100;
constexpr std::size_t most_spare = 100;         // replaced items that a shelf may hold beside as many as it shows
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

Item read_item(const Collection& collection, const store::Stored& stored, const PartValues& of_parts, base::Day today,
               const DateOf& date_of) {
    Item item;
    item.id = stored.id;
    item.version = stored.version;
    item.title = title_of(collection, stored.record);
    Span span = span_at(stored.record, collection.date, collection.end);
    item.date = span.date ? span.date : date_of(collection.type->name, stored.id);
    item.end = span.end;
    if (collection.placed()) item.point = point_at(stored.record, collection.place);
    for (std::size_t i = 0; i < collection.facets.size(); ++i) {
        const Facet& facet = collection.facets[i];
        std::vector<std::string> values;
        if (facet.of) {
            OnDay worked_out = facet.of(stored.record, today);
            values = std::move(worked_out.values);
            if (worked_out.until) item.until = std::min(item.until.value_or(*worked_out.until), *worked_out.until);
        } else if (facet.part.empty()) {
            values = strings_at(stored.record, facet.path);
        } else if (const auto parts = of_parts.find({i, stored.id}); parts != of_parts.end()) {
            values = parts->second;
        }
        std::ranges::sort(values);
        values.erase(std::ranges::unique(values).begin(), values.end());
        for (std::string& value : values) item.values.emplace_back(static_cast<std::uint8_t>(i), std::move(value));
    }
    for (const base::Language language : base::languages) {
        std::string sorts_as = folded(base::shown(item.title, language).text);
        if (sorts_as != item.sort_title(language)) item.sorts_as[static_cast<std::size_t>(language)] = std::move(sorts_as);
    }
    return item;
}

constexpr Row nowhere = ~Row{0};

// What a new arrangement takes over from the one before.
struct Kept {
    const Shelf* before = nullptr;  // null: nothing
    struct Run {                    // rows that follow one another in both
        Row was = 0, now = 0, count = 0;
    };
    std::vector<Run> runs;    // in order; the rows between them were read afresh
    std::vector<Row> now_at;  // of each row before the one that it is now, `nowhere` for what was read afresh or is gone
};

// Calls keep(run) and add(row) so that the rows come in order.
template <class Keep, class Add>
void each_row(const Shelf& shelf, const Kept& kept, Keep keep, Add add) {
    Row row = 0;
    for (const Kept::Run& run : kept.runs) {
        for (; row < run.now; ++row) add(row);
        keep(run);
        row += run.count;
    }
    for (; row < shelf.items.size(); ++row) add(row);
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from, std::size_t begin, std::size_t end) {
    to.insert(to.end(), from.begin() + static_cast<std::ptrdiff_t>(begin), from.begin() + static_cast<std::ptrdiff_t>(end));
}

Shelf::Column made_column(const Shelf& shelf, std::size_t facet, const Kept& kept) {
    const Shelf::Column* before = kept.before ? &kept.before->columns[facet] : nullptr;
    Shelf::Column column;
    if (before) column.known = before->known;
    std::shared_ptr<Shelf::Values> grown;  // `known` once it is this column's own
    const auto number_of = [&](const std::string& value) {
        if (column.known)
            if (const auto number = column.number(value)) return *number;
        if (!grown)
            column.known = grown =
                column.known ? std::make_shared<Shelf::Values>(*column.known) : std::make_shared<Shelf::Values>();
        const auto number = static_cast<std::uint32_t>(grown->names.size());
        grown->names.push_back(value);
        grown->numbers.emplace(value, number);
        return number;
    };
    column.starts.reserve(shelf.items.size() + 1);
    if (before) column.values.reserve(before->values.size() + 16);
    each_row(
        shelf, kept,
        [&](const Kept::Run& run) {
            const auto moved = static_cast<std::uint32_t>(column.values.size()) - before->starts[run.was];
            append(column.starts, before->starts, run.was, run.was + run.count);
            if (moved != 0)
                for (std::uint32_t& start : std::span(column.starts).last(run.count)) start += moved;
            append(column.values, before->values, before->starts[run.was], before->starts[run.was + run.count]);
        },
        [&](Row row) {
            column.starts.push_back(static_cast<std::uint32_t>(column.values.size()));
            for (const auto& [of, value] : shelf.items[row]->values)
                if (of == facet) column.values.push_back(number_of(value));
        });
    column.starts.push_back(static_cast<std::uint32_t>(column.values.size()));
    if (!column.known) column.known = std::make_shared<Shelf::Values>();
    return column;
}

void fill_years_and_points(Shelf& shelf, const Kept& kept) {
    const std::size_t rows = shelf.items.size();
    shelf.first_year.reserve(rows);
    shelf.last_year.reserve(rows);
    shelf.points.reserve(rows);
    each_row(
        shelf, kept,
        [&](const Kept::Run& run) {
            append(shelf.first_year, kept.before->first_year, run.was, run.was + run.count);
            append(shelf.last_year, kept.before->last_year, run.was, run.was + run.count);
            append(shelf.points, kept.before->points, run.was, run.was + run.count);
        },
        [&](Row row) {
            const Item& item = *shelf.items[row];
            shelf.first_year.push_back(item.date ? item.date->year() : 0);
            shelf.last_year.push_back(item.end ? item.end->year() : shelf.first_year.back());
            shelf.points.push_back(item.point);
        });
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
    if (kept.before) {
        shelf.by_hash = kept.before->by_hash;
        for (auto& [hash, row] : shelf.by_hash) row = kept.now_at[row];
        std::erase_if(shelf.by_hash, [](const auto& one) { return one.second == nowhere; });
    }
    const auto middle = static_cast<std::ptrdiff_t>(shelf.by_hash.size());
    for (const Row row : fresh) shelf.by_hash.emplace_back(hash_of(shelf.items[row]->id), row);
    std::sort(shelf.by_hash.begin() + middle, shelf.by_hash.end());
    std::inplace_merge(shelf.by_hash.begin(), shelf.by_hash.begin() + middle, shelf.by_hash.end());
}

void arrange(Shelf& shelf, const Kept& kept, const std::vector<Row>& fresh) {
    fill_hashes(shelf, kept, fresh);
    for (std::size_t facet = 0; facet < shelf.of->facets.size(); ++facet)
        shelf.columns.push_back(made_column(shelf, facet, kept));
    fill_years_and_points(shelf, kept);
    fill_orders(shelf, kept, fresh);
}

std::shared_ptr<const Shelf> whole_shelf(const store::Snapshot& snapshot, const Collection& collection, base::Day today,
                                         const DateOf& date_of) {
    auto shelf = std::make_shared<Shelf>();
    shelf->of = &collection;
    auto items = std::make_shared<std::vector<Item>>();
    const PartValues of_parts = part_values(snapshot, collection, nullptr);
    const std::vector<store::Stored> records = snapshot.list(collection.type->name, record::Audience::everyone);
    items->reserve(records.size());
    for (const store::Stored& stored : records) items->push_back(read_item(collection, stored, of_parts, today, date_of));
    for (const Item& item : *items) shelf->items.push_back(&item);
    if (!items->empty()) shelf->read_together.emplace_back(std::move(items), shelf->items.size());
    std::vector<Row> rows(shelf->items.size());
    std::iota(rows.begin(), rows.end(), Row{0});
    arrange(*shelf, {}, rows);
    return shelf;
}

// Lets go of what nothing is shown of any more.
void drop(const std::vector<const Item*>& replaced, std::vector<Shelf::ReadTogether>& read_together) {
    for (const Item* item : replaced) {
        const auto of = std::ranges::find_if(read_together, [&](const Shelf::ReadTogether& one) {
            const std::less_equal<const Item*> not_after;
            return not_after(&one.items->front(), item) && not_after(item, &one.items->back());
        });
        COMITY_ASSERT(of != read_together.end());
        if (--of->shown == 0) read_together.erase(of);
    }
}

// Whether more is held of what nothing is shown of than of what is.
bool holds_too_much(const Shelf& shelf) {
    std::size_t held = 0;
    for (const Shelf::ReadTogether& one : shelf.read_together) held += one.items->size();
    return held > 2 * shelf.items.size() + most_spare;
}

// The shelf with the records of these ids read again.
std::shared_ptr<const Shelf> mended(const store::Snapshot& snapshot, const Shelf& before, const std::set<std::string>& ids,
                                    base::Day today, const DateOf& date_of) {
    auto shelf = std::make_shared<Shelf>();
    shelf->of = before.of;
    shelf->items.reserve(before.items.size() + ids.size());
    auto items = std::make_shared<std::vector<Item>>();
    items->reserve(ids.size());  // they must not move
    Kept kept{.before = &before, .runs = {}, .now_at = std::vector<Row>(before.items.size(), nowhere)};
    std::vector<Row> fresh;
    std::vector<const Item*> replaced;
    const PartValues of_parts = part_values(snapshot, *before.of, &ids);
    const auto keep = [&](std::size_t begin, std::size_t end) {
        if (begin == end) return;
        const auto now = static_cast<Row>(shelf->items.size());
        kept.runs.push_back({static_cast<Row>(begin), now, static_cast<Row>(end - begin)});
        std::iota(kept.now_at.begin() + static_cast<std::ptrdiff_t>(begin),
                  kept.now_at.begin() + static_cast<std::ptrdiff_t>(end), now);
        append(shelf->items, before.items, begin, end);
    };
    std::size_t row = 0;
    for (const std::string& id : ids) {
        const auto at =
            std::ranges::lower_bound(before.items, id, {}, [](const Item* item) -> std::string_view { return item->id; });
        const auto place = static_cast<std::size_t>(at - before.items.begin());
        keep(row, place);
        row = place;
        if (at != before.items.end() && (*at)->id == id) replaced.push_back(before.items[row++]);
        if (auto stored = snapshot.read(before.of->type->name, id, record::Audience::everyone)) {
            fresh.push_back(static_cast<Row>(shelf->items.size()));
            items->push_back(read_item(*before.of, *stored, of_parts, today, date_of));
            shelf->items.push_back(&items->back());
        }
    }
    keep(row, before.items.size());
    shelf->read_together = before.read_together;
    drop(replaced, shelf->read_together);
    if (const std::size_t shown = items->size()) shelf->read_together.emplace_back(std::move(items), shown);
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

using Touched = std::map<std::string, std::set<std::string>, std::less<>>;  // ids by type

// What was committed since has touched; an owner is touched with its parts. nullopt where it is so much that reading everything
// is quicker.
std::optional<Touched> touched_since(const store::Snapshot& snapshot, const Shelves& before) {
    std::size_t records = 0;
    for (const auto& [type, shelf] : before.by_type) records += shelf->items.size();
    const auto changes = store::changes_since(snapshot, before.head, std::max(least_changes, records / records_per_change));
    if (!changes) return std::nullopt;
    Touched touched;
    for (const record::Change& change : *changes) {
        touched[std::string(change.type)].insert(change.id);
        const record::RecordType* type = record::find_type(snapshot.catalog(), change.type);
        const record::Field* owner = type && !type->part_of.empty() ? type->field(type->part_of) : nullptr;
        // A part that is removed leaves no owner to read in its change: its id begins with it ("SEM-21-001/03").
        if (owner) touched[std::string(owner->refers)].insert(change.id.substr(0, change.id.find('/')));
    }
    return touched;
}

// Adds what is another on a later day.
void add_due(Touched& touched, const Shelves& before, base::Day today) {
    for (const auto& [type, shelf] : before.by_type)
        for (const Item* item : shelf->items)
            if (item->until && *item->until <= today) touched[type].insert(item->id);
}

}  // namespace

std::string_view Item::sort_title(base::Language language) const {
    for (auto in = static_cast<std::size_t>(language);; --in)
        if (!sorts_as[in].empty() || in == 0) return sorts_as[in];
}

std::optional<std::uint32_t> Shelf::Column::number(const std::string& value) const {
    const auto at = known->numbers.find(value);
    return at == known->numbers.end() ? std::nullopt : std::optional(at->second);
}

std::optional<Row> Shelf::row(std::string_view id) const {
    const std::uint64_t hash = hash_of(id);
    for (auto at = std::ranges::lower_bound(by_hash, std::pair(hash, Row{0})); at != by_hash.end() && at->first == hash; ++at)
        if (items[at->second]->id == id) return at->second;
    return std::nullopt;
}

const Item* Shelf::find(std::string_view id) const {
    const auto at = row(id);
    return at ? items[*at] : nullptr;
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
    auto touched = before && before->today <= today ? touched_since(snapshot, *before) : std::nullopt;
    if (touched && before->today < today) add_due(*touched, *before, today);
    const auto shelf_of = [&](const Collection& collection) {
        if (!touched) return whole_shelf(snapshot, collection, today, date_of);
        const auto& old = before->by_type.find(collection.type->name)->second;
        const auto ids = touched->find(collection.type->name);
        if (ids == touched->end()) return old;
        if (holds_too_much(*old)) return whole_shelf(snapshot, collection, today, date_of);
        return mended(snapshot, *old, ids->second, today, date_of);
    };
    for (const Collection& collection : all()) now->by_type[std::string(collection.type->name)] = shelf_of(collection);
    for (const record::RecordType* type : snapshot.catalog()) {
        if (!holds_terms(*type)) continue;
        const std::string name(type->name);
        now->terms[name] = touched && !touched->contains(name) ? before->terms.find(name)->second : read_terms(snapshot, name);
    }
    return now;
}

}  // namespace comity::collections
