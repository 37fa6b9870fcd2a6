#include "exchange/citation.hpp"

#include <boost/json/value.hpp>

#include <algorithm>

namespace comity::exchange {

namespace {

using base::Language;

constexpr CitedAs page{"webpage", "misc", "ELEC"};
constexpr CitedAs report{"report", "techreport", "RPRT"};
constexpr CitedAs book{"book", "book", "BOOK"};
constexpr CitedAs map{"map", "misc", "MAP"};
constexpr CitedAs pamphlet{"pamphlet", "booklet", "PAMP"};
constexpr CitedAs document{"document", "misc", "GOVDOC"};
constexpr CitedAs treaty{"treaty", "misc", "LEGAL"};
constexpr CitedAs rules{"regulation", "misc", "LEGAL"};
constexpr CitedAs resolution{"legislation", "misc", "LEGAL"};
constexpr CitedAs legal_case{"legal_case", "misc", "CASE"};
constexpr CitedAs meeting{"event", "misc", "CONF"};
constexpr CitedAs news{"article-newspaper", "misc", "NEWS"};
constexpr CitedAs newsletter{"article-magazine", "misc", "MGZN"};
constexpr CitedAs figure{"dataset", "misc", "DATA"};
constexpr CitedAs entry{"entry-dictionary", "misc", "DICT"};

struct Row {
    std::string_view type;
    std::string_view code;  // of the field "kind" or "types"; "" for all others of the type
    CitedAs as;
};

// The first row that fits; what is in none of them is cited as its page.
constexpr Row rows[] = {
    {"publication", "map", map},
    {"publication", "brochure", pamphlet},
    {"publication", "book-series", book},
    {"publication", "agenda", document},
    {"publication", "declaration", document},
    {"publication", "", report},
    {"decision", "council-resolution", resolution},
    {"decision", "", document},
    {"governance_document", "agreement", treaty},
    {"governance_document", "financial-rules", rules},
    {"governance_document", "rules-of-procedure", rules},
    {"governance_document", "terms-of-operation", rules},
    {"governance_document", "terms-of-reference", rules},
    {"governance_document", "", report},
    {"instrument", "", treaty},
    {"submission", "", legal_case},
    {"docket_event", "", document},
    {"document", "factual-record", report},
    {"document", "council-resolution", resolution},
    {"document", "", document},
    {"meeting", "", meeting},
    {"news_item", "media-release", news},
    {"news_item", "council-statement", document},
    {"news_item", "event", meeting},
    {"news_item", "map-feature", map},
    {"news_item", "newsletter", newsletter},
    {"news_item", "trio-newsletter", newsletter},
    {"news_item", "third-party-news", news},
    {"strategic_plan", "", report},
    {"budget", "", report},
    {"impact_figure", "", figure},
    {"topic", "", entry},
    {"instrument_term", "", entry},
};

std::vector<std::string> codes_of(const PublicRecord& record) {
    std::vector<std::string> codes = strings_in(record.object, "types");
    if (const auto kind = string_in(record.object, "kind"); !kind.empty()) codes.emplace_back(kind);
    return codes;
}

CitedAs cited_as(const PublicRecord& record) {
    const std::vector<std::string> codes = codes_of(record);
    for (const Row& row : rows)
        if (row.type == record.type.name && (row.code.empty() || std::ranges::find(codes, row.code) != codes.end()))
            return row.as;
    return page;
}

// Both BibTeX and word processors take these for keys.
std::string key_of(std::string_view type, std::string_view id) {
    std::string key = std::string(type) + ":";
    for (const char c : id) key += c == '/' || c == '~' ? '-' : c;
    return key;
}

std::string said(const base::Text& text, Language reader) { return std::string(base::shown(text, reader).text); }

std::optional<Linked> linked(const PublicRecord& record, std::string_view field_name) {
    const record::Field* field = record.type.field(field_name);
    const std::string_view id = field ? string_in(record.object, field_name) : std::string_view();
    return id.empty() ? std::nullopt : record.linked(field->refers, id);
}

std::string genre(const PublicRecord& record, Language reader) {
    if (const auto form = linked(record, "form")) return said(form->title, reader);
    for (const char* name : {"types", "kind", "office"})
        if (const record::Field* field = record.type.field(name); field && !field->code_list.empty()) {
            std::vector<std::string> codes = strings_in(record.object, name);
            if (const auto code = string_in(record.object, name); !code.empty()) codes.emplace_back(code);
            if (!codes.empty()) return said(name_of_code(*field, codes.front()), reader);
        }
    return {};
}

bool has_code(const PublicRecord& record, std::string_view code) {
    const std::vector<std::string> codes = codes_of(record);
    return std::ranges::find(codes, code) != codes.end();
}

std::string author(const PublicRecord& record, Language reader) {
    if (is_of_others(record)) return {};
    if (record.type.name == "decision")
        if (const auto body = linked(record, "body")) return said(body->title, reader);
    if (const auto own = string_in(record.object, "publisher"); !own.empty()) return std::string(own);
    return said(record.publisher.name, reader);
}

std::string publisher(const PublicRecord& record, Language reader) {
    if (has_code(record, "third-party-news")) return {};
    if (const auto own = string_in(record.object, "publisher"); !own.empty()) return std::string(own);
    return said(record.publisher.name, reader);
}

// Where it happened or was adopted; the place that a case or a grant is about is no part of its citation.
std::string place(const PublicRecord& record, Language reader) {
    constexpr std::string_view happen_somewhere[] = {"meeting", "decision", "news_item"};
    if (std::ranges::find(happen_somewhere, record.type.name) == std::end(happen_somewhere)) return {};
    if (const auto place = place_in(record.object, "place")) return said(place->name, reader);
    return said(text_in(record.object, "place"), reader);
}

// The ISBNs of the copy that has that language; all of them where none is said to have it.
std::vector<std::string> isbns(const PublicRecord& record, Language language) {
    std::vector<std::string> all, fitting;
    const auto* object = record.object.if_object();
    const record::Value* list = object ? object->if_contains("isbns") : nullptr;
    if (!list || !list->is_array()) return all;
    for (const record::Value& one : list->get_array()) {
        const std::string isbn(string_in(one, "isbn"));
        const auto in = strings_in(one, "languages");
        all.push_back(isbn);
        if (in.empty() || std::ranges::find(in, base::code(language)) != in.end()) fitting.push_back(isbn);
    }
    return fitting.empty() ? all : fitting;
}

// The number that the thing bears, whatever the type calls it.
std::string number(const PublicRecord& record) {
    for (const char* name : {"number", "document_symbol", "reference_number"})
        if (const auto held = string_in(record.object, name); !held.empty()) return std::string(held);
    return record.type.name == "submission" ? std::string(string_in(record.object, "id")) : std::string();
}

std::string integer(const PublicRecord& record, std::string_view field) {
    const auto* object = record.object.if_object();
    const record::Value* value = object ? object->if_contains(field) : nullptr;
    return value && value->is_int64() ? std::to_string(value->get_int64()) : std::string();
}

std::string abstract(const PublicRecord& record, Language reader) {
    for (const record::Field& field : record.type.fields)
        if (field.term == "dcterms:abstract") return said(text_in(record.object, field.name), reader);
    return {};
}

// Organizations by name, and the persons who held the chair.
std::vector<std::string> contributors(const PublicRecord& record) {
    std::vector<std::string> all;
    if (record.type.name == "publication") all = strings_in(record.object, "partners");
    const auto* object = record.object.if_object();
    if (const record::Value* chairs = object ? object->if_contains("chairs") : nullptr; chairs && chairs->is_array())
        for (const record::Value& chair : chairs->get_array()) all.emplace_back(string_in(chair, "name"));
    return all;
}

}  // namespace

bool is_of_others(const PublicRecord& record) {
    if (record.type.name == "document") return has_code(record, "submission") || has_code(record, "party-response");
    return record.type.name == "submission" || has_code(record, "third-party-news");
}

Citation cite(const PublicRecord& record, Language reader, base::Day accessed) {
    const base::Shown title = base::shown(record.title, reader);
    Citation citation;
    citation.id = key_of(record.type.name, string_in(record.object, "id"));
    citation.as = cited_as(record);
    citation.title = title.text;
    if (const base::Text subtitle = text_in(record.object, "subtitle"); !subtitle.empty())
        citation.title += ": " + said(subtitle, title.language);
    citation.language = title.language;
    citation.author = author(record, reader);
    citation.contributors = contributors(record);
    citation.issued = record.date;
    citation.until = date_in(record.object, "end_date");
    citation.publisher = publisher(record, reader);
    citation.genre = genre(record, reader);
    citation.number = number(record);
    citation.series = string_in(record.object, "series");
    citation.number_in_series = integer(record, "edition");
    citation.pages = integer(record, "pages");
    citation.place = place(record, reader);
    citation.url = record.pages[static_cast<std::size_t>(reader)];
    citation.abstract = abstract(record, reader);
    citation.isbns = isbns(record, title.language);
    citation.accessed = accessed;
    return citation;
}

}  // namespace comity::exchange
