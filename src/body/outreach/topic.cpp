#include "body/outreach/topic.hpp"

#include "record/codec.hpp"

namespace comity::outreach {

namespace {

using record::member;

constexpr record::Field topic_fields[] = {
    {.of = member<&Topic::id>, .name = "id", .label = "field.topic.id", .term = "dcterms:identifier"},
    {.of = member<&Topic::label>,
     .name = "label",
     .label = "field.topic.label",
     .term = "skos:prefLabel",
     .search_weight = 10,
     .required = true},
    {.of = member<&Topic::scheme>,
     .name = "scheme",
     .label = "field.topic.scheme",
     .term = "skos:inScheme",
     .code_list = "topic-schemes",
     .required = true},
    {.of = member<&Topic::description>,
     .name = "description",
     .label = "field.topic.description",
     .term = "skos:definition",
     .search_weight = 4},
    {.of = member<&Topic::provenance>, .name = "provenance", .label = "field.topic.provenance", .term = "dcterms:provenance"},
};

}  // namespace

const record::RecordType& Topic::type() {
    static constexpr auto type = record::describe<Topic>("topic", "topics", topic_fields);
    return type;
}

}  // namespace comity::outreach
