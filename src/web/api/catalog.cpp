#include "exchange/catalog.hpp"

#include <fmt/format.h>

#include "base/messages.hpp"
#include "exchange/data_dictionary.hpp"
#include "exchange/dcat.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"
#include "web/server/negotiate.hpp"

// What can be downloaded, for those who collect catalogs, and what its fields mean.
namespace comity::api {

namespace {

base::Text in_all(std::string_view key) {
    base::Text text;
    const std::string name(key);
    for (const base::Language language : base::languages) text[language] = base::Words(language)(name.c_str());
    return text;
}

exchange::DcatDataset dataset(const site::Site& site, const collections::Collection& collection) {
    const site::Shown& pages = *site::shown(collection.type->name);
    const Spot spot{pages.list, base::Language::en, {}, {}};
    const bool docket = pages.list == site::Page::submissions;  // the words of the docket's own page
    exchange::DcatDataset out{
        .address = absolute(site, spot) + "#dataset",
        .title = in_all(docket ? "list.title" : fmt::format("collection.{}.title", collection.type->collection)),
        .description = in_all(docket ? "list.lead" : fmt::format("collection.{}.lead", collection.type->collection)),
        .keywords = {},
        .themes = {},
        .landing_page = absolute(site, spot),
        .described_by = absolute(
            site, {site::Page::dictionary, base::Language::en, {{"type", std::string(collection.type->name)}}, {}}, "csv"),
        .issued = {},
        .modified = {},
        .from = {},
        .to = {},
        .countries = {},
        .distributions = {}};
    for (const exchange::Party& party : site.profile().parties) out.countries.push_back(party.code);
    const auto shelves = site.shelves();
    const collections::Shelf& shelf = shelves->of(collection);
    for (const auto& item : shelf.items) {
        if (!item->date) continue;
        if (!out.from || *item->date < *out.from) out.from = *item->date;
        if (!out.to || *out.to < *item->date) out.to = *item->date;
    }
    for (const std::string_view format : site::route(pages.list).formats) {
        if (format == "html") continue;
        base::Text title = out.title;
        for (const base::Language language : base::languages) title[language] += fmt::format(" (.{})", format);
        out.distributions.push_back({.address = absolute(site, spot, format) + "#distribution",
                                     .title = std::move(title),
                                     .media_type = std::string(*server::media_type(format)),
                                     .access_page = absolute(site, spot),
                                     .download = absolute(site, spot, format),
                                     .conforms_to = "",
                                     .bytes = {}});
    }
    return out;
}

const record::RecordType& type_asked(const server::Match& match) {
    const record::RecordType* type = record::find_type(exchange::catalog(), match["type"]);
    if (!type)
        throw server::HttpError{404, "no_type", fmt::format("there is no record type \"{}\"", match["type"].substr(0, 60))};
    return *type;
}

}  // namespace

server::Response catalog(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const std::string home = absolute(site, {site::Page::home, base::Language::en, {}, {}});
    exchange::DcatCatalog out{.address = absolute(site, {site::Page::catalog, base::Language::en, {}, {}}),
                              .title = site.profile().name,
                              .description = in_all("data.lead"),
                              .homepage = home,
                              .publisher = site.profile().name,
                              .publisher_address = home,
                              .license = site.profile().license,
                              .rights = {},
                              .languages = site.languages(),
                              .theme_schemes = {},
                              .issued = {},
                              .modified = {},
                              .datasets = {},
                              .services = {}};
    std::vector<std::string> served;
    for (const collections::Collection& collection : collections::all()) {
        if (!site.offers(site::shown(collection.type->name)->list)) continue;
        out.datasets.push_back(dataset(site, collection));
        served.push_back(out.datasets.back().address);
    }
    const std::string interface = absolute(site, {site::Page::openapi, base::Language::en, {}, {}});
    out.services.push_back({.address = interface + "#service",
                            .title = in_all("colophon.openapi"),
                            .description = in_all("data.interface"),
                            .endpoint = site.origin(),
                            .endpoint_description = interface,
                            .conforms_to = "https://spec.openapis.org/oas/v3.1.0",
                            .serves = std::move(served)});
    std::string body;
    exchange::append_dcat(body, out);
    return answered("jsonld", std::move(body));
}

server::Response public_copy(const site::Site& site, const server::Request&, const server::Match& match) {
    const auto copy = site.public_copy();
    const std::string day = base::to_string(copy->day);
    return {.content_type = server::content_type(match.format),
            .body = copy->bytes,
            .headers = {{"Cache-Control", "public, no-cache"},
                        {"Content-Disposition",
                         fmt::format("attachment; filename=\"{}-{}-{}.sqlite\"", site.profile().id, day, copy->head)}},
            .etag = fmt::format("W/\"copy-{}-{}\"", copy->head, day)};
}

server::Response dictionary_csv(const site::Site&, const server::Request&, const server::Match& match) {
    std::string out;
    exchange::append_dictionary_csv(out, type_asked(match), exchange::catalog());
    return answered("csv", std::move(out));
}

server::Response dictionary_csvm(const site::Site& site, const server::Request&, const server::Match& match) {
    const record::RecordType& type = type_asked(match);
    const site::Shown* pages = site::shown(type.name);
    if (!pages || pages->list == site::Page::submissions || !site.offers(pages->list))
        throw server::HttpError{404, "no_type", fmt::format("there is no table of records of the type \"{}\"", type.name)};
    const auto page_of = [&](std::string_view of) -> std::string {
        const site::Shown* shown = site::shown(of);
        if (!shown || !site.offers(shown->one)) return {};
        std::string address = absolute(site, {shown->one, match.language, {{"id", "id"}}, {}});
        return address.replace(address.size() - 2, 2, "{id}");
    };
    std::string out;
    exchange::append_csvw(out, {.type = type,
                                .title = in_all(fmt::format("collection.{}.title", type.collection)),
                                .address = absolute(site, {pages->list, match.language, {}, {}}, "csv"),
                                .license = site.profile().license,
                                .dictionary = absolute(site, {site::Page::dictionary, match.language, match.captured, {}}),
                                .page_of = page_of});
    return answered("csvm", std::move(out));
}

}  // namespace comity::api
