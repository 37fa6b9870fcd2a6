#include "exchange/schema_org.hpp"

#include <boost/json/value.hpp>

#include <algorithm>

#include "exchange/schema_org_terms.hpp"
#include "record/canonical.hpp"
#include "record/codec.hpp"

namespace comity::exchange {

namespace {

namespace json = boost::json;
using record::Kind;
using record::Value;

json::object node(std::string_view schema_class) { return {{"@type", schema_class}}; }

json::array tagged(const base::Text& text) {
    json::array all;
    for (const base::Language language : base::languages)
        if (!text[language].empty()) all.push_back({{"@value", text[language]}, {"@language", base::code(language)}});
    return all;
}

json::object named(std::string_view schema_class, const base::Text& name) {
    json::object made = node(schema_class);
    made["name"] = tagged(name);
    return made;
}

json::object money(const Value& value) {
    const auto money = record::Codec<base::Money>::in(value).value();
    json::object made = node("MonetaryAmount");
    made["value"] = money.amount;
    if (!money.currency.empty()) made["currency"] = money.currency;
    return made;
}

json::object place(const Value& value) {
    const auto place = record::Codec<record::Place>::in(value).value();
    json::object made = node("Place");
    if (!place.name.empty()) made["name"] = tagged(place.name);
    if (!place.country.empty()) made["address"] = {{"@type", "PostalAddress"}, {"addressCountry", place.country}};
    if (place.latitude)
        made["geo"] = {{"@type", "GeoCoordinates"}, {"latitude", *place.latitude}, {"longitude", *place.longitude}};
    return made;
}

// The properties of the record, each with all its values, as they come.
class Properties {
  public:
    explicit Properties(const PublicRecord& record) : record_(record) {}

    void add(std::string_view property, Value value) {
        Value& held = object_[property];
        if (held.is_null()) held = json::array();
        held.as_array().push_back(std::move(value));
    }
    void add_all(std::string_view property, json::array values) {
        for (Value& value : values) add(property, std::move(value));
    }
    void add_field(const record::Field& field, const SchemaTerm& term, const Value& value) {
        if (field.of.list && value.is_array()) {
            for (const Value& element : value.get_array()) add_one(field, term, element);
        } else {
            add_one(field, term, value);
        }
    }
    // A property with one value has it without a list.
    json::object take() {
        for (auto& member : object_)
            if (auto* list = member.value().if_array(); list && list->size() == 1) {
                Value only = std::move(list->front());
                member.value() = std::move(only);
            }
        return std::move(object_);
    }
    bool has(std::string_view property) const { return object_.contains(property); }

  private:
    void add_one(const record::Field& field, const SchemaTerm& term, const Value& value) {
        switch (field.of.kind) {
            case Kind::text: return add_text(term, text_of(value));
            case Kind::string: return add_string(field, term, std::string_view(value.get_string()));
            case Kind::reference: return add_reference(term, field.refers, std::string_view(value.get_string()));
            case Kind::structure: return add_structure(field, term, value);
            case Kind::place: return add(term.property, place(value));
            case Kind::money:
                if (term.node.empty()) return add(term.property, money(value));
                return add(term.property, {{"@type", term.node}, {"amount", money(value)}});
            case Kind::date:
            case Kind::integer:
            case Kind::number: return add(term.property, value);
            case Kind::boolean:
            case Kind::code:
            case Kind::provenance: break;  // of these no type has a term
        }
    }

    static base::Text text_of(const Value& value) { return record::Codec<base::Text>::in(value).value(); }

    void add_text(const SchemaTerm& term, const base::Text& text) {
        if (!term.node.empty()) return add(term.property, named(term.node, text));
        if (term.property != "alternateName" || text.in != record_.title.in) add_all(term.property, tagged(text));
    }

    void add_string(const record::Field& field, const SchemaTerm& term, std::string_view text) {
        const base::Text name = name_of_code(field, text);
        if (field.code_list == "countries") {
            json::object country = named("Country", name);
            country["identifier"] = text;
            return add(term.property, std::move(country));
        }
        if (!name.empty() && field.code_list != "languages") return add_text(term, name);
        if (term.property == "sameAs" && !text.starts_with("http://") && !text.starts_with("https://")) return;
        if (term.node.empty()) return add(term.property, json::string(text));
        add(term.property, {{"@type", term.node}, {"name", text}});
    }

    void add_reference(const SchemaTerm& term, std::string_view type, std::string_view id) {
        const auto to = record_.linked(type, id);
        if (!to) return;
        json::object made = named(schema_class_of_type(type), to->title);
        made["@id"] = to->address;
        add(term.property, std::move(made));
    }

    void add_structure(const record::Field& field, const SchemaTerm& term, const Value& value) {
        const std::string_view wanted = term.part.empty() ? "name" : term.part;
        const Value* part = value.get_object().if_contains(wanted);
        const auto parts = field.of.parts();
        const auto described = std::ranges::find(parts, wanted, &record::Field::name);
        if (!part || described == parts.end()) return;
        if (const std::string_view person = string_in(value, "person"); !person.empty())
            if (record_.linked("person", person)) return add_reference(term, "person", person);
        add_one(*described, {term.property, term.node}, *part);
    }

    const PublicRecord& record_;
    json::object object_;
};

// "2005/2010"
std::string span(const PublicRecord& record, std::string_view from, std::string_view to) {
    const std::string_view first = string_in(record.object, from), last = string_in(record.object, to);
    return std::string(first) + (last.empty() || first == last ? "" : "/" + std::string(last));
}

void add_times(Properties& properties, const PublicRecord& record) {
    const std::string_view type = record.type.name;
    std::string covered;
    if (type == "publication") covered = span(record, "data_from", "data_to");
    if (type == "strategic_plan") covered = span(record, "start_date", "end_date");
    if (!covered.empty()) properties.add("temporalCoverage", json::string(covered));
    if (type == "impact_figure") properties.add("observationPeriod", json::string(span(record, "start_date", "end_date")));
    const Value* events = record.object.get_object().if_contains("events");
    if (type == "project" && events && events->is_array())
        for (const Value& event : events->get_array()) {
            const std::string_view date = string_in(event, "date");
            if (date.empty()) continue;
            if (string_in(event, "event") == "started") properties.add("foundingDate", json::string(date));
            if (string_in(event, "event") == "ended") properties.add("dissolutionDate", json::string(date));
        }
    const std::string_view schema_class = schema_class_of_type(type);
    const std::string_view issued = schema_class == "Legislation" ? "legislationDate" : "datePublished";
    if (record.date && schema_class != "CreativeWork" && is_creative_work(schema_class) && !properties.has(issued) &&
        !properties.has("dateCreated") && !properties.has("startDate") && !properties.has("temporalCoverage"))
        properties.add(issued, json::string(base::to_string(*record.date)));
}

void add_attendance(Properties& properties, const PublicRecord& record) {
    const std::string_view format = string_in(record.object, "format");
    if (record.type.name != "meeting") return;
    if (!format.empty())
        properties.add("eventAttendanceMode",
                       json::string(format == "hybrid"      ? "https://schema.org/MixedEventAttendanceMode"
                                    : format == "in-person" ? "https://schema.org/OfflineEventAttendanceMode"
                                                            : "https://schema.org/OnlineEventAttendanceMode"));
    if (properties.has("previousStartDate")) properties.add("eventStatus", json::string("https://schema.org/EventRescheduled"));
}

// Where the facts were read: what a work cites, and what is about anything else.
void add_sources(Properties& properties, const PublicRecord& record, bool work) {
    const Value* provenance = record.object.get_object().if_contains("provenance");
    if (!provenance) return;
    for (const std::string& source : strings_in(*provenance, "sources")) {
        if (work)
            properties.add("citation", json::string(source));
        else if (source.starts_with("http"))
            properties.add("subjectOf", {{"@type", "WebPage"}, {"url", source}});
    }
}

}  // namespace

std::string_view schema_class(const PublicRecord& record) {
    const Value& object = record.object;
    if (record.type.name == "publication") {
        const std::vector<std::string> types = strings_in(object, "types");
        if (std::ranges::find(types, "map") != types.end()) return "Map";
        for (const char* field : {"pages", "edition", "isbns"})  // what only a Book has
            if (object.get_object().contains(field)) return "Book";
    }
    if (record.type.name == "news_item" && string_in(object, "kind") == "event") return "Event";
    if (record.type.name == "filer" && string_in(object, "kind") != "organization") return "Thing";
    return schema_class_of_type(record.type.name);
}

void append_schema_org(std::string& out, const PublicRecord& record) {
    const std::string_view schema_class = exchange::schema_class(record);
    const bool work = is_creative_work(schema_class);
    Properties properties(record);
    properties.add_all("name", tagged(record.title));
    for (const record::Field& field : record.type.fields) {
        const Value* value = record.object.get_object().if_contains(field.name);
        const SchemaTerm term = schema_term(schema_class, record.type, field);
        if (value && !term.property.empty() && term.property != "eventAttendanceMode") properties.add_field(field, term, *value);
    }
    add_attendance(properties, record);
    add_times(properties, record);
    add_sources(properties, record, work);
    if (work && !properties.has("publisher")) {
        json::object publisher = named("GovernmentOrganization", record.publisher.name);
        publisher["url"] = record.publisher.address;
        properties.add("publisher", std::move(publisher));
    }
    json::object whole{
        {"@context", "https://schema.org"}, {"@type", schema_class}, {"@id", record.address}, {"url", record.address}};
    for (auto& member : properties.take()) whole.emplace(member.key(), std::move(member.value()));
    for (const char c : record::canonical(whole)) {
        if (c == '<')
            out += "\\u003c";
        else
            out += c;
    }
}

}  // namespace comity::exchange
