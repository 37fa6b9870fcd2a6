#include "collections/collection.hpp"

#include <algorithm>

#include "base/messages.hpp"
#include "collections/table.hpp"
#include "collections/values.hpp"

namespace comity::collections {

std::string_view code(Section section) {
    constexpr std::string_view codes[] = {"docket", "program", "library", "council", "impact", "body"};
    return codes[static_cast<std::size_t>(section)];
}

const Facet* Collection::facet(std::string_view name) const {
    const auto at = std::ranges::find(facets, name, &Facet::name);
    return at == facets.end() ? nullptr : &*at;
}

bool Collection::placed() const {
    const record::Field* field = place.empty() ? nullptr : type->field(place);
    return field && field->of.kind == record::Kind::place;
}

std::span<const Collection> all() {
    static const std::vector<Collection> table = make_table();
    return table;
}

const Collection* find(std::string_view type) {
    const auto at = std::ranges::find(all(), type, [](const Collection& c) { return c.type->name; });
    return at == all().end() ? nullptr : &*at;
}

base::Text title_of(const Collection& collection, const record::Value& record) {
    if (collection.named) return collection.named(record);
    base::Text title;
    for (const std::string_view path : collection.title)
        if (title = text_at(record, path); !title.empty()) break;
    if (title.empty()) return same_in_all(record.at("id").as_string());
    if (collection.title_words.empty()) return title;
    base::Text whole;
    for (const base::Language language : base::languages)
        whole[language] = base::Words(language)(collection.title_words.data(), {{"title", base::shown(title, language).text}});
    return whole;
}

base::Text title_of(const record::RecordType& type, const record::Value& record) {
    if (const Collection* collection = find(type.name)) return title_of(*collection, record);
    return same_in_all(record.at("id").as_string());
}

}  // namespace comity::collections
