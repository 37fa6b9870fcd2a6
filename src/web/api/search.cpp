#include "collections/collection.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"
#include "web/site/collection_asked.hpp"
#include "web/site/search_asked.hpp"

// The one search over everything, for programs.
namespace comity::api {

server::Response search_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const site::SearchAsked asked = site::search_asked(site, request);
    Spot spot{site::Page::search, match.language, {}, {}};
    if (!asked.words.empty()) spot.query.push_back({"q", asked.words});
    if (!asked.type.empty()) spot.query.push_back({"type", asked.type});
    std::string out;
    base::JsonWriter json(out);
    json.begin_object().member("q", asked.words).member("count", asked.result.count);
    json.member("counted_up_to", asked.result.most);
    json.key("counts").begin_object();
    for (const auto& [type, count] : asked.result.counts)
        if (collections::find(type)) json.member(type, count);
    json.end_object();
    write_code(json, "did_you_mean", asked.suggestion.value_or(""));
    write_links(json, site, spot);
    if (!asked.next.empty()) {
        spot.query.push_back({"after", asked.next});
        spot.query.push_back({"limit", std::to_string(asked.limit)});
    }
    write_code(json, "next", asked.next.empty() ? "" : absolute(site, spot, "json"));
    json.key("results").begin_array();
    for (const store::Found& found : asked.result.found) {
        const record::RecordType& type = *collections::find(found.type)->type;
        json.begin_object().member("type", found.type).member("id", found.id);
        write_text(json, "title", site::record_title(*asked.shelves, type, found.id));
        json.key("links").begin_object().member("html", site.origin() + site::record_address(type, found.id, match.language));
        json.member("json", site.origin() + site::record_address(type, found.id, match.language, "json"))
            .end_object()
            .end_object();
    }
    json.end_array().end_object();
    return answered("json", std::move(out));
}

}  // namespace comity::api
