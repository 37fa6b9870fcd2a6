#include <fmt/format.h>

#include <algorithm>

#include "base/messages.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"
#include "web/api/schemas.hpp"
#include "web/server/negotiate.hpp"

// The interface, described from the rows that serve it.
namespace comity::api {

namespace {

using base::JsonWriter;
using server::Route;

struct Described {
    site::Page page;
    std::string_view format;
    std::string_view schema;
};
constexpr Described described[] = {
    {site::Page::about, "json", "SectionPage"},
    {site::Page::work, "json", "SectionPage"},
    {site::Page::library, "json", "SectionPage"},
    {site::Page::council, "json", "SectionPage"},
    {site::Page::submissions, "json", "SubmissionList"},
    {site::Page::submissions, "geojson", "FeatureCollection"},
    {site::Page::how_to_file, "json", "HowToFile"},
    {site::Page::submission, "json", "Case"},
    {site::Page::submission, "jsonld", "LinkedData"},
    {site::Page::events, "json", "EventLog"},
    {site::Page::clock, "json", "ClockList"},
    {site::Page::proof, "json", "Proof"},
    {site::Page::compare, "json", "Comparison"},
    {site::Page::fact_sheets, "json", "FactSheets"},
    {site::Page::processes, "json", "MechanismList"},
    {site::Page::process, "json", "MechanismDocument"},
    {site::Page::replay, "json", "Replay"},
    {site::Page::calculator, "json", "Calculation"},
    {site::Page::translations, "json", "Coverage"},
    {site::Page::performance, "json", "Retrospective"},
    {site::Page::figure, "json", "FigureDocument"},
    {site::Page::search, "json", "SearchResults"},
    {site::Page::vocabulary, "json", "Vocabulary"},
    {site::Page::vocabulary, "jsonld", "SkosGraph"},
    {site::Page::map, "json", "Map"},
    {site::Page::map, "geojson", "FeatureCollection"},
    {site::Page::ogc, "json", "OgcLandingPage"},
    {site::Page::ogc_conformance, "json", "OgcConformance"},
    {site::Page::ogc_collections, "json", "OgcCollections"},
    {site::Page::ogc_collection, "json", "OgcCollection"},
    {site::Page::ogc_items, "json", "OgcFeatures"},
    {site::Page::ogc_items, "geojson", "OgcFeatures"},
    {site::Page::ogc_item, "json", "OgcFeature"},
    {site::Page::ogc_item, "geojson", "OgcFeature"},
};

void write_content(JsonWriter& json, site::Page page, std::string_view format) {
    json.key(*server::media_type(format)).begin_object().key("schema").begin_object();
    const site::Shown* shown = site::shown_at(page);
    if (shown && shown->list != site::Page::submissions && (format == "json" || format == "geojson" || format == "jsonld")) {
        const std::string name = schema_name(*collections::find(shown->type)->type);
        const std::string schema = format == "geojson"  ? "FeatureCollection"
                                   : format == "jsonld" ? "LinkedData"
                                                        : name + (page == shown->list ? "Records" : "Document");
        json.member("$ref", fmt::format("#/components/schemas/{}", schema)).end_object().end_object();
        return;
    }
    const auto* at = std::ranges::find_if(described, [&](const Described& d) { return d.page == page && d.format == format; });
    if (at != std::end(described))
        json.member("$ref", fmt::format("#/components/schemas/{}", at->schema));
    else
        json.member("type", "string");
    json.end_object().end_object();
}

// The pages without formats: what is at their one address.
std::string_view fixed_format(site::Page page) {
    switch (page) {
        case site::Page::openapi: return "json";
        case site::Page::catalog: return "jsonld";
        case site::Page::sitemap: return "xml";
        case site::Page::robots: return "txt";
        default: return "";
    }
}

void write_answers(JsonWriter& json, const site::Row& row, const std::vector<std::string_view>& formats, bool captures) {
    json.key("responses").begin_object();
    if (row.page == site::Page::root) {
        json.key("303").begin_object().member("description", "To the page in the reader's language").end_object();
    } else {
        json.key("200").begin_object().member("description", row.route.summary).key("content").begin_object();
        if (const auto fixed = fixed_format(row.page); row.page == site::Page::openapi)
            json.key("application/json")
                .begin_object()
                .key("schema")
                .begin_object()
                .member("type", "object")
                .end_object()
                .end_object();
        else if (!fixed.empty())
            write_content(json, row.page, fixed);
        else if (formats.empty())
            json.key("*/*").begin_object().end_object();
        for (const std::string_view format : formats) write_content(json, row.page, format);
        json.end_object().end_object();
        json.key("304").begin_object().member("description", "It is as the If-None-Match header says").end_object();
    }
    const auto refused = [&](const char* status) {
        json.key(status).begin_object().member("$ref", "#/components/responses/Problem").end_object();
    };
    refused("400");
    if (captures) refused("404");
    if (formats.size() > 1) refused("406");
    refused("429");
    refused("default");
    json.end_object();
}

void write_parameters(JsonWriter& json, const Route& route, const std::vector<std::string>& captures) {
    json.key("parameters").begin_array();
    for (const std::string& name : captures) {
        json.begin_object().member("name", name).member("in", "path").member("required", true);
        json.key("schema").begin_object().member("type", "string").end_object().end_object();
    }
    for (const server::QueryParameter& parameter : route.query) {
        json.begin_object().member("name", parameter.name).member("in", "query").member("description", parameter.summary);
        if (parameter.any_name) {  // each property of the object is a parameter of its own
            json.member("style", "form").member("explode", true).key("schema").begin_object().member("type", "object");
            json.key("additionalProperties").begin_object().member("type", "string").end_object().end_object().end_object();
            continue;
        }
        json.key("schema").begin_object();
        if (parameter.repeated) {
            json.member("type", "array").key("items").begin_object().member("type", "string").end_object();
        } else {
            json.member("type", "string");
        }
        json.end_object();
        if (!parameter.example.empty()) {
            json.key("example");
            if (parameter.repeated)
                json.begin_array().value(parameter.example).end_array();
            else
                json.value(parameter.example);
        }
        json.end_object();
    }
    json.end_array();
}

std::vector<std::string> captures_of(std::string_view path) {
    std::vector<std::string> names;
    for (std::size_t open = 0; (open = path.find('{', open)) != std::string_view::npos;) {
        const std::size_t close = path.find('}', open);
        names.emplace_back(path.substr(open + 1, close - open - 1));
        open = close;
    }
    return names;
}

// "get_en_submissions_id_json": unique, since the address is.
std::string operation_id(std::string_view method, std::string_view address) {
    std::string id(method);
    for (const char c : address) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter)
            id += c;
        else if (id.back() != '_')
            id += '_';
    }
    while (id.back() == '_') id.pop_back();
    return id;
}

void write_address(JsonWriter& json, const site::Row& row, const std::string& address,
                   const std::vector<std::string_view>& formats) {
    COMITY_ASSERT(row.route.method == server::Method::get);
    const std::vector<std::string> captures = captures_of(address);
    json.key(address).begin_object().key("get").begin_object();
    json.member("operationId", operation_id("get", address)).member("summary", row.route.summary);
    json.key("tags").begin_array().value(base::language_from(address.substr(1, 2)) ? address.substr(1, 2) : "site").end_array();
    write_parameters(json, row.route, captures);
    write_answers(json, row, formats, !captures.empty());
    json.end_object().end_object();
}

void write_paths(JsonWriter& json, const site::Site& site) {
    json.key("paths").begin_object();
    for (const site::Row& row : site.rows())
        for (const std::string_view path : row.route.paths) {
            write_address(json, row, std::string(path), row.route.formats);
            for (const std::string_view format : row.route.formats)
                if (format != "html") write_address(json, row, fmt::format("{}.{}", path, format), {format});
        }
    json.end_object();
}

void write_components(JsonWriter& json, const site::Site& site) {
    json.key("components").begin_object().key("schemas").begin_object();
    write_schemas(json, site.law());
    json.end_object().key("responses").begin_object().key("Problem").begin_object();
    json.member("description", "What was wrong with the request, in the reader's language (RFC 9457)");
    json.key("content").begin_object().key("application/problem+json").begin_object().key("schema").begin_object();
    json.member("$ref", "#/components/schemas/Problem");
    json.end_object().end_object().end_object().end_object().end_object().end_object();
}

}  // namespace

server::Response openapi(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    std::string out;
    JsonWriter json(out);
    json.begin_object().member("openapi", "3.1.0").key("info").begin_object();
    json.member("title", publisher(site, base::Language::en)).member("version", "1");
    json.member("description",
                "Every page of the site as data: the address of a page and a suffix (.json, .csv, …), or an Accept header. "
                "All answers carry an ETag. Lists page by cursor: follow \"next\".");
    json.key("license").begin_object().member("name", "Apache-2.0").member("identifier", "Apache-2.0").end_object().end_object();
    json.key("servers").begin_array().begin_object().member("url", site.origin()).end_object().end_array();
    json.key("security").begin_array().end_array();  // whoever asks is answered
    json.key("tags").begin_array();
    for (const base::Language language : site.languages())
        json.begin_object()
            .member("name", base::code(language))
            .member("description", base::Words(language)("language.name"))
            .end_object();
    json.begin_object().member("name", "site").member("description", "The same in every language").end_object().end_array();
    write_paths(json, site);
    write_components(json, site);
    json.end_object();
    return answered("json", std::move(out));
}

}  // namespace comity::api
