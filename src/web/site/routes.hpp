#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "record/record.hpp"
#include "web/server/route.hpp"

// The one route table: every address of the site, in each language, with its formats. The pages, the machine formats, the OpenAPI
// document, the site map and the tests read the same rows; no other file spells a path.
namespace comity::site {

enum class Page : std::uint8_t {
    root,  // to the home page in the reader's language
    home,
    about,  // the landing pages of the sections
    work,
    library,
    council,
    submissions,      // the docket as a list
    how_to_file,      // what a filing of today must say, where it goes and what happens then
    submission,       // one case; captures "id"
    events,           // its raw event log; captures "id"
    clock,            // the proof of its clocks of one step; captures "id" and "step"
    proof,            // the proof of one of its clocks, to be taken away; captures "id" and "clock"
    processes,        // how submissions are handled: the mechanisms
    process,          // one mechanism; captures "id"
    replay,           // cases under its rules or others; captures "id"
    calculator,       // the deadline calculator
    vocabulary,       // the code lists that all mechanisms share
    compare,          // two editions of the rules; captures "id"
    record,           // how the record is kept
    translations,     // in which languages the record can be read
    performance,      // the retrospective
    figure,           // one of its figures; captures "figure"
    search,           // everything, by words
    style,            // the style guide
    interface,        // every address with its parameters, for programmers
    data,             // what can be downloaded and asked: collections, formats, feeds
    dictionary,       // the fields of a record type; captures "type"
    catalog,          // the DCAT catalog of it
    map,              // where things are
    ogc,              // OGC API - Features: its landing page
    ogc_conformance,  // what it conforms to
    ogc_collections,  // its collections
    ogc_collection,   // one of them; captures "collection"
    ogc_items,        // its features; captures "collection"
    ogc_item,         // one of them; captures "collection" and "id"
    // A list and its records for every collection (collections/collection.hpp); a record captures "id".
    strategic_plans,
    strategic_plan,
    budgets,
    budget,
    projects,
    project,
    grants,
    grant,
    topics,
    topic,
    publications,
    publication,
    instruments,
    instrument,
    fact_sheets,  // two editions of its fact sheet; captures "id"
    decisions,
    decision,
    meetings,
    meeting,
    news,
    news_item,
    impact,
    impact_figure,
    bodies,
    body,
    people,
    person,
    offices,
    office,
    governance_documents,
    governance_document,
    meetings_calendar,  // the meetings of a year, by month
    consultations,      // the news with a deadline
    feeds,              // what can be subscribed to
    asset,              // style sheet, fonts, icon; captures "name" or "font"
    font,
    openapi,
    sitemap,
    robots,
};

struct Row {
    Page page;
    server::Route route;  // without its handler
};
const std::vector<Row>& rows();
const server::Route& route(Page page);

// The pages of a collection: its list, and one of its records.
struct Shown {
    std::string_view type;  // of the records
    Page list, one;
};
const Shown* shown(std::string_view type);  // null for a type without pages
const Shown* shown_at(Page page);           // whose list or record it is; null for other pages

// The address of a record, "" where its type has no pages; parts of another record ("SEM-21-001/03") lead to that.
std::string record_address(const record::RecordType& type, std::string_view id, base::Language language,
                           std::string_view format = "");
// An id as one segment of an address, and back: '/' is written '~'.
std::string in_address(std::string_view id);
std::string from_address(std::string_view segment);

// The address of a page in a language: address(Page::submission, Language::fr, {{"id", "SEM-21-001"}}) is
// "/fr/communications/SEM-21-001"; with a format, ".json" and so on follows. With a query, "?…" follows.
std::string address(Page page, base::Language language, const server::Parameters& captured = {}, std::string_view format = "",
                    const server::Parameters& query = {});

}  // namespace comity::site
