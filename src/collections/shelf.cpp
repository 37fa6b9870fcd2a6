#include "collections/shelf.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "record/journal.hpp"
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

std::shared_ptr<const Item> read_item(const Collection& collection, const store::Stored& stored, base::Day today,
                                      const DateOf& date_of) {
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
        auto values = facet.of ? facet.of(stored.record, today) : strings_at(stored.record, facet.path);
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

void fill_columns(Shelf& shelf) {
    shelf.columns.assign(shelf.of->facets.size(), {});
    for (std::size_t facet = 0; facet < shelf.columns.size(); ++facet)
        shelf.columns[facet].starts.reserve(shelf.items.size() + 1);
    shelf.first_year.resize(shelf.items.size());
    shelf.last_year.resize(shelf.items.size());
    for (std::size_t row = 0; row < shelf.items.size(); ++row) {
        const Item& item = *shelf.items[row];
        for (Shelf::Column& column : shelf.columns) column.starts.push_back(static_cast<std::uint32_t>(column.values.size()));
        for (const auto& [facet, value] : item.values) {
            Shelf::Column& column = shelf.columns[facet];
            const auto [at, is_new] = column.numbers.try_emplace(value, static_cast<std::uint32_t>(column.names.size()));
            if (is_new) column.names.push_back(value);
            column.values.push_back(at->second);
        }
        shelf.first_year[row] = item.date ? item.date->year() : 0;
        shelf.last_year[row] = item.end ? item.end->year() : shelf.first_year[row];
    }
    for (Shelf::Column& column : shelf.columns) column.starts.push_back(static_cast<std::uint32_t>(column.values.size()));
}

// Newest first, undated last.
bool newer(const Item& a, const Item& b) {
    if (a.date.has_value() != b.date.has_value()) return a.date.has_value();
    if (a.date && *a.date != *b.date) return *a.date > *b.date;
    return a.id < b.id;
}

// Puts the rows in order: those that `before` had keep their order, the others (`fresh`, by row) are merged in.
template <class Less>
std::vector<Row> ordered(const std::vector<Row>& kept, std::vector<Row> fresh, Less less) {
    std::ranges::sort(fresh, less);
    std::vector<Row> out;
    out.reserve(kept.size() + fresh.size());
    std::ranges::merge(kept, fresh, std::back_inserter(out), less);
    return out;
}

void fill_orders(Shelf& shelf, const Shelf* before, const std::vector<Row>& now_at, const std::vector<Row>& fresh) {
    constexpr Row gone = ~Row{0};
    const auto kept = [&](const std::vector<Row>& order) {
        std::vector<Row> out;
        out.reserve(order.size());
        for (const Row row : order)
            if (now_at[row] != gone) out.push_back(now_at[row]);
        return out;
    };
    const auto& items = shelf.items;
    shelf.by_date = ordered(before ? kept(before->by_date) : std::vector<Row>{}, fresh,
                            [&](Row a, Row b) { return newer(*items[a], *items[b]); });
    for (const base::Language language : base::languages) {
        const auto in = static_cast<std::size_t>(language);
        shelf.by_title[in] = ordered(before ? kept(before->by_title[in]) : std::vector<Row>{}, fresh, [&](Row a, Row b) {
            const std::string_view one = items[a]->sort_title(language), other = items[b]->sort_title(language);
            return one != other ? one < other : items[a]->id < items[b]->id;
        });
    }
}

std::shared_ptr<const Shelf> whole_shelf(const store::Snapshot& snapshot, const Collection& collection, base::Day today,
                                         const DateOf& date_of) {
    auto shelf = std::make_shared<Shelf>();
    shelf->of = &collection;
    for (const store::Stored& stored : snapshot.list(collection.type->name, record::Audience::everyone))
        shelf->items.push_back(read_item(collection, stored, today, date_of));
    fill_columns(*shelf);
    std::vector<Row> rows(shelf->items.size());
    std::iota(rows.begin(), rows.end(), Row{0});
    fill_orders(*shelf, nullptr, {}, rows);
    return shelf;
}

// The shelf with the records of these ids read again.
std::shared_ptr<const Shelf> mended(const store::Snapshot& snapshot, const Shelf& before, const std::set<std::string>& ids,
                                    base::Day today, const DateOf& date_of) {
    auto shelf = std::make_shared<Shelf>();
    shelf->of = before.of;
    shelf->items.reserve(before.items.size() + ids.size());
    std::vector<Row> now_at(before.items.size(), ~Row{0}), fresh;
    auto id = ids.begin();
    const auto add_changed = [&] {
        if (auto stored = snapshot.read(before.of->type->name, *id, record::Audience::everyone)) {
            fresh.push_back(static_cast<Row>(shelf->items.size()));
            shelf->items.push_back(read_item(*before.of, *stored, today, date_of));
        }
        ++id;
    };
    for (std::size_t row = 0; row < before.items.size(); ++row) {
        while (id != ids.end() && *id < before.items[row]->id) add_changed();
        if (id != ids.end() && *id == before.items[row]->id) {
            add_changed();
            continue;
        }
        now_at[row] = static_cast<Row>(shelf->items.size());
        shelf->items.push_back(before.items[row]);
    }
    while (id != ids.end()) add_changed();
    fill_columns(*shelf);
    fill_orders(*shelf, &before, now_at, fresh);
    return shelf;
}

// The ids by type that entries after `head` touched; an owner is touched with its parts. nullopt where they are too many.
std::optional<std::map<std::string, std::set<std::string>, std::less<>>> touched_since(const store::Snapshot& snapshot,
                                                                                       std::int64_t head) {
    std::map<std::string, std::set<std::string>, std::less<>> touched;
    std::size_t count = 0;
    for (const record::Entry& entry : snapshot.entries(head, most_changes + 1)) {
        for (const record::Change& change : record::parse_changes(entry.changes)) {
            if (++count > most_changes) return std::nullopt;
            touched[std::string(change.type)].insert(change.id);
            const record::RecordType* type = record::find_type(snapshot.catalog(), change.type);
            const record::Field* owner = type && !type->part_of.empty() ? type->field(type->part_of) : nullptr;
            // A part that is removed leaves no owner to read in its change: its id begins with it ("SEM-21-001/03").
            if (owner) touched[std::string(owner->refers)].insert(change.id.substr(0, change.id.find('/')));
        }
    }
    return touched;
}

}  // namespace

std::string_view Item::sort_title(base::Language language) const {
    for (auto in = static_cast<std::size_t>(language);; --in)
        if (!sorts_as[in].empty() || in == 0) return sorts_as[in];
}

std::optional<Row> Shelf::row(std::string_view id) const {
    const auto at = std::ranges::lower_bound(items, id, {}, [](const auto& item) -> std::string_view { return item->id; });
    if (at == items.end() || (*at)->id != id) return std::nullopt;
    return static_cast<Row>(at - items.begin());
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
    return now;
}

}  // namespace comity::collections
