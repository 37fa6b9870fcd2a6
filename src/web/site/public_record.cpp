#include "web/site/public_record.hpp"

#include "exchange/catalog.hpp"
#include "web/server/negotiate.hpp"

namespace comity::site {

void as_public_record(const Site& site, const RecordAsked& asked, const std::function<void(const exchange::PublicRecord&)>& use) {
    const collections::Item* item = asked.shelves->of(*asked.collection).find(asked.stored.id);
    const auto page = [&](base::Language language) {
        return site.origin() + record_address(asked.type(), asked.stored.id, language);
    };
    const exchange::Publisher publisher{site.profile().name,
                                        site.origin() + address(Page::home, site.profile().default_language)};
    const record::Catalog catalog = exchange::catalog();
    use({.type = asked.type(),
         .object = asked.stored.record,
         .title = asked.title,
         .date = item ? item->date : std::nullopt,
         .address = page(base::Language::en),
         .pages = {page(base::Language::en), page(base::Language::fr), page(base::Language::es)},
         .publisher = publisher,
         .linked = [&](std::string_view type, std::string_view id) -> std::optional<exchange::Linked> {
             const base::Text* title = asked.shelves->title(type, id);
             const std::string there = record_address(*record::find_type(catalog, type), id, base::Language::en);
             if (!title || there.empty()) return std::nullopt;
             return exchange::Linked{*title, site.origin() + there};
         }});
}

exchange::Signposts signposts(const Site& site, const RecordAsked& asked, const exchange::PublicRecord& record,
                              base::Language reader) {
    const auto at = [&](std::string_view format) {
        return site.origin() + record_address(asked.type(), asked.stored.id, reader, format);
    };
    exchange::Signposts posts{
        .record = record, .page = at(""), .formats = {}, .linkset = at("linkset"), .license = site.profile().license};
    for (const std::string_view format : route(shown(asked.type().name)->one).formats)
        if (format != "html" && format != "linkset")
            posts.formats.push_back({at(format), std::string(*server::media_type(format))});
    return posts;
}

}  // namespace comity::site
