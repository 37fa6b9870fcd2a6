#include "web/site/collection_asked.hpp"

#include <fmt/format.h>

#include "base/messages.hpp"
#include "collections/values.hpp"
#include "exchange/catalog.hpp"

namespace comity::site {

namespace {

constexpr std::size_t most_found = 100'000;

const collections::Collection& collection_of(Page page) {
    const Shown* pages = shown_at(page);
    COMITY_ASSERT(pages != nullptr);
    const collections::Collection* collection = collections::find(pages->type);
    COMITY_ASSERT(collection != nullptr);
    return *collection;
}

server::HttpError bad_filter(const base::Fault& fault) {
    return {.status = 400, .code = "bad_filter." + fault.field, .message = base::to_string(fault)};
}

// Whether everyone could see this record until it was removed.
bool was_public(const store::Snapshot& snapshot, const record::RecordType& type, std::string_view id) {
    const auto history = snapshot.history(type.name, id, record::Audience::officers);
    if (history.size() < 2 || !history.back().removed) return false;
    return record::visible(type, history[history.size() - 2].record, record::Audience::everyone).has_value();
}

ListAsked rows_of(const Site& site, const store::Snapshot& snapshot, Page page, const server::Request& request,
                  base::Language language, std::size_t page_size) {
    ListAsked asked{
        .collection = &collection_of(page), .shelves = site.shelves(), .filter = {}, .listing = {}, .records = {}, .found = {}};
    std::vector<std::pair<std::string, std::string>> parameters;
    for (const server::Parameter& parameter : request.query) parameters.emplace_back(parameter.name, parameter.value);
    auto filter = collections::filter_from(*asked.collection, parameters);
    if (!filter) throw bad_filter(filter.error().front());
    asked.filter = *std::move(filter);
    if (asked.filter.limit == 0) asked.filter.limit = page_size;
    if (!asked.filter.words.empty()) {
        store::SearchResult result = snapshot.search({asked.collection->type->name}, asked.filter.words, most_found);
        asked.found = std::move(result.found);
        asked.words_ignored = result.query.words_ignored;
        asked.only_best = result.only_best();
    }
    auto listing = collections::list(asked.shelf(), asked.filter, language, asked.found);
    if (!listing) throw bad_filter(listing.error());
    asked.listing = *std::move(listing);
    return asked;
}

}  // namespace

ListAsked rows_asked(const Site& site, Page page, const server::Request& request, const server::Match& match,
                     std::size_t page_size) {
    return rows_of(site, site.store().snapshot(), page, request, match.language, page_size);
}

ListAsked list_asked(const Site& site, Page page, const server::Request& request, const server::Match& match,
                     std::size_t page_size) {
    const store::Snapshot snapshot = site.store().snapshot();
    ListAsked asked = rows_of(site, snapshot, page, request, match.language, page_size);
    std::erase_if(asked.listing.rows, [&](const collections::Item* item) {
        auto stored = snapshot.read(asked.collection->type->name, item->id, record::Audience::everyone);
        if (!stored) return true;  // removed since the shelf was read
        asked.records.push_back(*std::move(stored));
        return false;
    });
    return asked;
}

std::optional<std::vector<store::Stored>> all_asked(const Site& site, const ListAsked& asked, std::size_t most) {
    if (asked.listing.count > most) return std::nullopt;
    const collections::Shelf& shelf = asked.shelf();
    const std::vector<bool> rows = collections::fulfilling(shelf, asked.filter, asked.found);
    const store::Snapshot snapshot = site.store().snapshot();
    std::vector<store::Stored> records;
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (rows[row])
            if (auto stored = snapshot.read(asked.collection->type->name, shelf.items[row]->id, record::Audience::everyone))
                records.push_back(*std::move(stored));
    return records;
}

server::Parameters query_of(const collections::Collection& collection, const collections::Filter& filter) {
    server::Parameters query;
    for (auto& [name, value] : collections::parameters_of(collection, filter))
        query.push_back({std::move(name), std::move(value)});
    return query;
}

RecordAsked record_asked(const Site& site, Page page, const server::Match& match) {
    RecordAsked asked{.collection = &collection_of(page), .shelves = site.shelves(), .stored = {}, .title = {}};
    const record::RecordType& type = asked.type();
    const store::Snapshot snapshot = site.store().snapshot();
    const std::string id = from_address(match["id"]);
    auto stored = snapshot.read(type.name, id, record::Audience::everyone);
    if (!stored) {
        const std::string shown_id = id.substr(0, 60);
        if (was_public(snapshot, type, id))
            throw server::HttpError{410, "gone_record", fmt::format("\"{}\" was taken out of the record", shown_id)};
        throw server::HttpError{404, "no_record", fmt::format("the record has no {} \"{}\"", type.name, shown_id)};
    }
    asked.stored = *std::move(stored);
    asked.title = collections::title_of(*asked.collection, asked.stored.record);
    return asked;
}

base::Text record_title(const collections::Shelves& shelves, const record::RecordType& type, std::string_view id) {
    if (const base::Text* title = shelves.title(type.name, id)) return *title;
    if (!type.part_of.empty())
        if (const base::Text* title = shelves.title(type.field(type.part_of)->refers, id.substr(0, id.find('/')))) return *title;
    return collections::same_in_all(id);
}

std::string facet_value(const Site& site, const collections::Shelves& shelves, const collections::Facet& facet,
                        std::string_view value, base::Language language) {
    if (facet.code_list == "countries")
        if (exchange::find_party(site.profile(), value)) return std::string(party_name(site, value, language));
    if (!facet.code_list.empty()) return std::string(label(facet.code_list, value, language));
    if (!facet.words.empty()) {
        const std::string key = fmt::format("{}{}", facet.words, value);
        const base::Words words(language);
        return words.has(key.c_str()) ? std::string(words(key.c_str())) : std::string(value);
    }
    if (facet.refers.empty()) return std::string(value);
    const record::RecordType* type = record::find_type(exchange::catalog(), facet.refers);
    return std::string(base::shown(record_title(shelves, *type, value), language).text);
}

}  // namespace comity::site
