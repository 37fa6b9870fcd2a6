#include "body/outreach/news_item.hpp"

#include "record/codec.hpp"

namespace comity::outreach {

namespace {

using record::member;

constexpr record::Field news_item_fields[] = {
    {.of = member<&NewsItem::id>, .name = "id", .label = "field.news_item.id", .term = "dcterms:identifier"},
    {.of = member<&NewsItem::title>,
     .name = "title",
     .label = "field.news_item.title",
     .term = "dcterms:title",
     .search_weight = 10,
     .required = true},
    {.of = member<&NewsItem::kind>,
     .name = "kind",
     .label = "field.news_item.kind",
     .term = "dcterms:type",
     .code_list = "news-kinds",
     .required = true},
    {.of = member<&NewsItem::date>, .name = "date", .label = "field.news_item.date", .term = "schema:datePublished"},
    {.of = member<&NewsItem::end_date>, .name = "end_date", .label = "field.news_item.end_date", .term = "schema:endDate"},
    {.of = member<&NewsItem::deadline>, .name = "deadline", .label = "field.news_item.deadline"},
    {.of = member<&NewsItem::place>,
     .name = "place",
     .label = "field.news_item.place",
     .term = "schema:location",
     .search_weight = 2},
    {.of = member<&NewsItem::submissions>,
     .name = "submissions",
     .label = "field.news_item.submissions",
     .refers = "submission",
     .term = "schema:about"},
    {.of = member<&NewsItem::bodies>,
     .name = "bodies",
     .label = "field.news_item.bodies",
     .refers = "body",
     .term = "schema:about"},
    {.of = member<&NewsItem::meeting>,
     .name = "meeting",
     .label = "field.news_item.meeting",
     .refers = "meeting",
     .term = "schema:about"},
    {.of = member<&NewsItem::decisions>,
     .name = "decisions",
     .label = "field.news_item.decisions",
     .refers = "decision",
     .term = "schema:about"},
    {.of = member<&NewsItem::projects>,
     .name = "projects",
     .label = "field.news_item.projects",
     .refers = "project",
     .term = "schema:about"},
    {.of = member<&NewsItem::publications>,
     .name = "publications",
     .label = "field.news_item.publications",
     .refers = "publication",
     .term = "schema:about"},
    {.of = member<&NewsItem::url>, .name = "url", .label = "field.news_item.url", .term = "schema:url"},
    {.of = member<&NewsItem::note>,
     .name = "note",
     .label = "field.news_item.note",
     .term = "schema:description",
     .search_weight = 1},
    {.of = member<&NewsItem::provenance>,
     .name = "provenance",
     .label = "field.news_item.provenance",
     .term = "dcterms:provenance"},
};

}  // namespace

const record::RecordType& NewsItem::type() {
    static constexpr auto type = record::describe<NewsItem>("news_item", "news", news_item_fields);
    return type;
}

}  // namespace comity::outreach
