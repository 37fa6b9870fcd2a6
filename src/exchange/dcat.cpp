#include "exchange/dcat.hpp"

#include "base/clock.hpp"
#include "exchange/language_tagged.hpp"
#include "record/codes.hpp"

namespace comity::exchange {

namespace {

using base::JsonWriter;

void context(JsonWriter& json) {
    json.key("@context").begin_object();
    json.member("dcat", "http://www.w3.org/ns/dcat#");
    json.member("dct", "http://purl.org/dc/terms/");
    json.member("foaf", "http://xmlns.com/foaf/0.1/");
    json.member("skos", "http://www.w3.org/2004/02/skos/core#");
    json.member("xsd", "http://www.w3.org/2001/XMLSchema#");
    json.end_object();
}

void link(JsonWriter& json, std::string_view name, std::string_view address) {
    if (!address.empty()) json.key(name).begin_object().member("@id", address).end_object();
}

// A link to something whose class a reader of this document alone must know.
void typed_link(JsonWriter& json, std::string_view name, std::string_view address, std::string_view type) {
    if (!address.empty()) json.key(name).begin_object().member("@id", address).member("@type", type).end_object();
}

void links(JsonWriter& json, std::string_view name, const std::vector<std::string>& addresses) {
    if (addresses.empty()) return;
    json.key(name).begin_array();
    for (const std::string& address : addresses) json.begin_object().member("@id", address).end_object();
    json.end_array();
}

void concepts(JsonWriter& json, std::string_view name, const std::vector<DcatConcept>& all, std::string_view type,
              std::string_view label) {
    if (all.empty()) return;
    json.key(name).begin_array();
    for (const DcatConcept& one : all) {
        json.begin_object().member("@id", one.address).member("@type", type);
        append_tagged(json, label, one.name);
        json.end_object();
    }
    json.end_array();
}

void literal(JsonWriter& json, std::string_view name, const std::string& value, std::string_view type) {
    json.key(name).begin_object().member("@value", value).member("@type", type).end_object();
}

void date(JsonWriter& json, std::string_view name, const std::optional<base::Date>& date) {
    if (!date) return;
    static constexpr std::string_view types[] = {"xsd:gYear", "xsd:gYearMonth", "xsd:date"};
    literal(json, name, base::to_string(*date), types[static_cast<std::size_t>(date->precision())]);
}

void instant(JsonWriter& json, std::string_view name, const std::optional<Instant>& time) {
    if (time) literal(json, name, base::to_string(*time), "xsd:dateTime");
}

// The authority tables of the European Union, which DCAT-AP asks for; the code lists have the addresses.
void in_table(JsonWriter& json, std::string_view list, std::string_view code, std::string_view type) {
    const record::Code* known = record::find_code(list, code);
    if (known && !known->uri.empty()) json.begin_object().member("@id", known->uri).member("@type", type).end_object();
}

void languages(JsonWriter& json, const DcatCatalog& catalog) {
    json.key("dct:language").begin_array();
    for (const base::Language language : catalog.languages)
        in_table(json, "languages", base::code(language), "dct:LinguisticSystem");
    json.end_array();
}

void publisher(JsonWriter& json, const DcatCatalog& catalog) {
    json.key("dct:publisher").begin_object().member("@id", catalog.publisher_address).member("@type", "foaf:Agent");
    append_tagged(json, "foaf:name", catalog.publisher);
    json.end_object();
}

void terms_of_use(JsonWriter& json, const DcatCatalog& catalog) {
    typed_link(json, "dct:license", catalog.license, "dct:LicenseDocument");
    if (catalog.rights.empty()) return;
    json.key("dct:rights").begin_object().member("@type", "dct:RightsStatement");
    append_tagged(json, "dct:description", catalog.rights);
    json.end_object();
}

void distribution(JsonWriter& json, const DcatCatalog& catalog, const DcatDataset& dataset, const DcatDistribution& one) {
    json.begin_object().member("@id", one.address).member("@type", "dcat:Distribution");
    append_tagged(json, "dct:title", one.title);
    link(json, "dcat:accessURL", one.access_page);
    link(json, "dcat:downloadURL", one.download);
    typed_link(json, "dcat:mediaType", "https://www.iana.org/assignments/media-types/" + one.media_type, "dct:MediaType");
    typed_link(json, "dct:conformsTo", one.conforms_to, "dct:Standard");
    if (one.bytes) literal(json, "dcat:byteSize", std::to_string(*one.bytes), "xsd:nonNegativeInteger");
    instant(json, "dct:modified", dataset.modified);
    terms_of_use(json, catalog);
    json.end_object();
}

void coverage(JsonWriter& json, const DcatDataset& dataset) {
    if (dataset.from || dataset.to) {
        json.key("dct:temporal").begin_object().member("@type", "dct:PeriodOfTime");
        date(json, "dcat:startDate", dataset.from);
        date(json, "dcat:endDate", dataset.to);
        json.end_object();
    }
    if (dataset.countries.empty()) return;
    json.key("dct:spatial").begin_array();
    for (const std::string& country : dataset.countries) in_table(json, "countries", country, "dct:Location");
    json.end_array();
}

void dataset(JsonWriter& json, const DcatCatalog& catalog, const DcatDataset& one) {
    json.begin_object().member("@id", one.address).member("@type", "dcat:Dataset");
    json.member("dct:identifier", one.address);
    append_tagged(json, "dct:title", one.title);
    append_tagged(json, "dct:description", one.description);
    if (!one.keywords.empty()) {
        json.key("dcat:keyword").begin_array();
        for (const base::Text& keyword : one.keywords)
            for (const base::Language language : base::languages)
                if (!keyword[language].empty())
                    json.begin_object()
                        .member("@value", keyword[language])
                        .member("@language", base::code(language))
                        .end_object();
        json.end_array();
    }
    concepts(json, "dcat:theme", one.themes, "skos:Concept", "skos:prefLabel");
    typed_link(json, "dcat:landingPage", one.landing_page, "foaf:Document");
    typed_link(json, "foaf:page", one.described_by, "foaf:Document");
    languages(json, catalog);
    date(json, "dct:issued", one.issued);
    instant(json, "dct:modified", one.modified);
    coverage(json, one);
    publisher(json, catalog);
    terms_of_use(json, catalog);
    json.key("dcat:distribution").begin_array();
    for (const DcatDistribution& each : one.distributions) distribution(json, catalog, one, each);
    json.end_array().end_object();
}

void service(JsonWriter& json, const DcatCatalog& catalog, const DcatService& one) {
    json.begin_object().member("@id", one.address).member("@type", "dcat:DataService");
    append_tagged(json, "dct:title", one.title);
    append_tagged(json, "dct:description", one.description);
    link(json, "dcat:endpointURL", one.endpoint);
    link(json, "dcat:endpointDescription", one.endpoint_description);
    typed_link(json, "dct:conformsTo", one.conforms_to, "dct:Standard");
    links(json, "dcat:servesDataset", one.serves);
    publisher(json, catalog);
    terms_of_use(json, catalog);
    json.end_object();
}

}  // namespace

void append_dcat(std::string& out, const DcatCatalog& catalog) {
    JsonWriter json(out);
    json.begin_object();
    context(json);
    json.member("@id", catalog.address).member("@type", "dcat:Catalog");
    append_tagged(json, "dct:title", catalog.title);
    append_tagged(json, "dct:description", catalog.description);
    typed_link(json, "foaf:homepage", catalog.homepage, "foaf:Document");
    languages(json, catalog);
    date(json, "dct:issued", catalog.issued);
    instant(json, "dct:modified", catalog.modified);
    publisher(json, catalog);
    terms_of_use(json, catalog);
    concepts(json, "dcat:themeTaxonomy", catalog.theme_schemes, "skos:ConceptScheme", "dct:title");
    json.key("dcat:dataset").begin_array();
    for (const DcatDataset& one : catalog.datasets) dataset(json, catalog, one);
    json.end_array().key("dcat:service").begin_array();
    for (const DcatService& one : catalog.services) service(json, catalog, one);
    json.end_array().end_object();
}

}  // namespace comity::exchange
