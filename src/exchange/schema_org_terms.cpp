#include "exchange/schema_org_terms.hpp"

#include <algorithm>

namespace comity::exchange {

namespace {

struct Class {
    std::string_view type, name;
};
constexpr Class classes[] = {
    {"body", "Organization"},
    {"budget", "Report"},
    {"decision", "Legislation"},
    {"docket_event", "Event"},
    {"document", "DigitalDocument"},
    {"filer", "Organization"},
    {"governance_document", "Legislation"},
    {"grant", "MonetaryGrant"},
    {"impact_figure", "Observation"},
    {"instrument", "Legislation"},
    {"instrument_term", "DefinedTerm"},
    {"meeting", "Event"},
    {"news_item", "NewsArticle"},
    {"office", "GovernmentOffice"},  // a Place and an Organization
    {"office_term", "OrganizationRole"},
    {"person", "Person"},
    {"project", "Project"},
    {"publication", "Report"},
    {"status_event", "Event"},
    {"strategic_plan", "Report"},
    {"submission", "CreativeWork"},  // as json_ld.hpp says
    {"topic", "DefinedTerm"},
};

// Words of other vocabularies that schema.org has a word of its own for.
struct Translation {
    std::string_view term, property;
};
constexpr Translation translations[] = {
    {"dcterms:abstract", "abstract"},
    {"dcterms:contributor", "contributor"},
    {"dcterms:creator", "creator"},
    {"dcterms:date", "dateCreated"},
    {"dcterms:identifier", "identifier"},
    {"dcterms:isPartOf", "isPartOf"},
    {"dcterms:isVersionOf", "exampleOfWork"},
    {"dcterms:issued", "datePublished"},
    {"dcterms:language", "inLanguage"},
    {"dcterms:publisher", "publisher"},
    {"dcterms:replaces", "legislationRepeals"},
    {"dcterms:source", "isBasedOn"},
    {"dcterms:spatial", "spatialCoverage"},
    {"dcterms:subject", "about"},
    {"dcterms:type", "genre"},
    {"schema:url", "sameAs"},  // the address of the record is its page here, this one is where else the thing is
    {"skos:definition", "description"},
    {"skos:inScheme", "inDefinedTermSet"},
};

// Where a record type's or a class's word differs from that of its term, or the field has none.
struct Row {
    std::string_view of;  // record type or class
    std::string_view field;
    SchemaTerm term;
};
constexpr Row rows[] = {
    {"Event", "date", {"startDate"}},
    {"Event", "kind", {"keywords"}},
    {"Event", "summary", {"description"}},
    {"Event", "theme", {"about", "Thing"}},
    {"Event", "chairs", {"contributor", "Person"}},
    {"Event", "delegates", {"attendee", "Person"}},
    {"Event", "moved_from", {"previousStartDate", "", "start_date"}},
    {"Event", "outcome_news", {"subjectOf"}},
    {"Event", "related_decision", {"subjectOf"}},
    {"Event", "decision", {"subjectOf"}},
    {"Event", "joined_with", {"about"}},
    {"Event", "announced", {""}},
    {"Event", "document_date", {""}},
    {"Event", "type", {""}},  // a word of the law's files, whose name is not known here
    {"Event", "event", {"keywords"}},
    {"Event", "words", {"description"}},
    {"Event", "place", {"location", "Place"}},
    {"NewsArticle", "deadline", {"expires"}},
    {"NewsArticle", "end_date", {""}},
    {"NewsArticle", "place", {"contentLocation", "Place"}},
    {"body", "kind", {"keywords"}},
    {"body", "lead_departments", {"department", "Organization", "department"}},
    {"body", "parties", {"areaServed"}},  // a member is an organization or a person to schema.org
    {"budget", "decision", {"isBasedOn"}},
    {"budget", "total", {"about"}},
    {"budget", "year", {"temporalCoverage"}},
    {"decision", "amount", {"about"}},
    {"decision", "creates", {"about"}},
    {"decision", "original_language", {"inLanguage"}},
    {"decision", "place", {"locationCreated"}},
    {"filer", "submission", {"subjectOf"}},
    {"grant", "end_date", {""}},
    {"grant", "news_item", {"subjectOf"}},
    {"grant", "organization", {"fundedItem", "Organization"}},
    {"grant", "place", {""}},
    {"grant", "start_date", {""}},
    {"grant", "summary", {"description"}},
    {"grant", "year", {""}},
    {"impact_figure", "decision", {"subjectOf"}},
    {"impact_figure", "news_item", {"subjectOf"}},
    {"impact_figure", "project", {"observationAbout"}},
    {"impact_figure", "publication", {"subjectOf"}},
    {"impact_figure", "start_date", {""}},
    {"impact_figure", "subject", {"observationAbout", "Thing"}},
    {"impact_figure", "topic", {"observationAbout"}},
    {"instrument", "contacts", {""}},  // names of offices, no contact points
    {"instrument", "official_title", {"alternateName"}},
    {"instrument_term", "axis", {"inDefinedTermSet", "DefinedTermSet"}},
    {"office", "telephones", {"telephone", "", "number"}},
    {"office_term", "person", {"member"}},
    {"office_term", "title", {"alternateName"}},
    {"project", "budget", {"funding", "MonetaryGrant"}},
    {"project", "decisions", {"subjectOf"}},
    {"project", "description", {"description"}},
    {"project", "launched_at", {"event"}},
    {"project", "lead_body", {"parentOrganization"}},
    {"project", "operational_plan", {""}},
    {"project", "other_topics", {"knowsAbout"}},
    {"project", "partners", {"member", "Organization"}},
    {"project", "plan_document", {"subjectOf"}},
    {"project", "strategic_plan", {"subjectOf"}},
    {"project", "topics", {"knowsAbout"}},
    {"publication", "bodies", {"about"}},
    {"publication", "data_from", {""}},
    {"publication", "decisions", {"isBasedOn"}},
    {"publication", "instruments", {"about"}},
    {"publication", "isbns", {"isbn", "", "isbn"}},
    {"publication", "meeting", {"about"}},
    {"publication", "partners", {"contributor", "Organization"}},
    {"publication", "project", {"producer"}},  // a Project is an organization to schema.org
    {"publication", "publisher", {"publisher", "Organization"}},
    {"publication", "series", {"isPartOf", "CreativeWorkSeries"}},
    {"strategic_plan", "adopted", {"dateCreated"}},
    {"strategic_plan", "end_date", {""}},
    {"strategic_plan", "start_date", {""}},
    {"submission", "agreement", {"isBasedOn", "Legislation"}},
    {"submission", "laws", {"citation", "Legislation"}},
    {"submission", "parties", {"about"}},
    {"submission", "repeats", {"isBasedOn"}},
    {"topic", "scheme", {"inDefinedTermSet", "DefinedTermSet"}},
};

// What the record's title and provenance say is not said by their fields again.
constexpr std::string_view said_otherwise[] = {"dcterms:title", "dcterms:provenance", "schema:name", "skos:prefLabel"};

}  // namespace

std::string_view schema_class_of_type(std::string_view type) {
    const auto* found = std::ranges::find(classes, type, &Class::type);
    return found == std::end(classes) ? "Thing" : found->name;
}

bool is_creative_work(std::string_view schema_class) {
    constexpr std::string_view works[] = {"Book", "CreativeWork", "DigitalDocument", "Legislation",
                                          "Map",  "NewsArticle",  "Report"};
    return std::ranges::find(works, schema_class) != std::end(works);
}

SchemaTerm schema_term(std::string_view schema_class, const record::RecordType& type, const record::Field& field) {
    for (const Row& row : rows)
        if ((row.of == schema_class || row.of == type.name) && row.field == field.name) return row.term;
    if (std::ranges::find(said_otherwise, field.term) != std::end(said_otherwise)) return {""};
    const bool words = field.of.kind == record::Kind::text || field.of.kind == record::Kind::string;
    if (field.term == "dcterms:subject" && words) return {"keywords"};
    const auto* found = std::ranges::find(translations, field.term, &Translation::term);
    if (found != std::end(translations)) return {found->property};
    constexpr std::string_view own = "schema:";
    return {field.term.starts_with(own) ? field.term.substr(own.size()) : ""};
}

}  // namespace comity::exchange
