#include <algorithm>

#include "base/format.hpp"
#include "body/library/publication.hpp"
#include "exchange/citation.hpp"
#include "record/codec.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"
#include "web/server/negotiate.hpp"
#include "web/site/public_record.hpp"

// What the page of a publication shows of its own: what it is, how to cite it, its ISBNs and its neighbours in the series.
namespace comity::pages {

namespace {

using namespace html;
using library::Publication;

void standing(Html& h, const RecordView& view) {
    const auto publication = view.as<Publication>();
    const base::Words& words = view.of.words;
    h.dl(cls("standing"), [&] {
        if (!publication.types.empty())
            standing_cell(h, words("field.publication.types"), capital(said(view, "types")), publication.series);
        standing_cell(
            h, words("field.publication.date"),
            publication.date ? base::short_date(view.of.language, *publication.date) : std::string(words("case.date_unknown")));
        standing_cell(h, words("field.publication.pages"),
                      publication.pages ? base::format_number(view.of.language, *publication.pages)
                                        : std::string(words("publication.not_told")));
        standing_cell(
            h, words("field.publication.languages"),
            publication.languages.empty() ? std::string(words("publication.not_told")) : capital(said(view, "languages")));
        if (publication.rank)
            standing_cell(h, words("field.publication.rank"), base::format_number(view.of.language, *publication.rank),
                          words("publication.rank_note"));
    });
}

// "Author (2014). Title. Series, no. 14. Publisher. Address": what a reader copies.
std::string plain(const base::Words& words, const exchange::Citation& citation) {
    std::string out = citation.author;
    const std::string year = citation.issued ? std::to_string(citation.issued->year()) : std::string(words("cite.undated"));
    out += (out.empty() ? "(" : " (") + year + "). " + citation.title + ".";
    if (!citation.series.empty()) {
        out += " " + citation.series;
        if (!citation.number_in_series.empty()) out += ", " + words("cite.number", {{"n", citation.number_in_series}});
        out += ".";
    }
    if (!citation.publisher.empty() && citation.publisher != citation.author) out += " " + citation.publisher + ".";
    return out + " " + citation.url;
}

void cite_box(Html& h, const RecordView& view) {
    const base::Words& words = view.of.words;
    site::as_public_record(view.of.site, view.asked, [&](const exchange::PublicRecord& record) {
        const exchange::Citation citation = exchange::cite(record, view.of.language, view.of.site.today());
        part(h, words, "cite", "cite.title", "cite.note", [&] {
            h.blockquote(cls("reading"), [&] {
                h.p(only_if(citation.language != view.of.language, lang(base::code(citation.language))), plain(words, citation));
            });
            const site::Page page = site::shown(view.asked.type().name)->one;
            h.p(cls("formats"), [&] {
                h.span(words("cite.as"));
                for (const char* format : {"csl", "bib", "ris"}) {
                    h.write(" ");
                    h.a(href(site::address(page, view.of.language, {{"id", site::in_address(view.asked.stored.id)}}, format)),
                        type(*server::media_type(format)), ".", format);
                }
            });
        });
    });
}

void isbns(Html& h, const RecordView& view, const Publication& publication) {
    const base::Words& words = view.of.words;
    part(h, words, "isbns", "field.publication.isbns", nullptr, [&] {
        h.table(cls("ledger"), [&] {
            h.caption(cls("unseen"), words("field.publication.isbns"));
            h.thead([&] {
                h.tr([&] {
                    h.th(scope("col"), words("field.isbn.isbn"));
                    h.th(scope("col"), words("field.isbn.languages"));
                });
            });
            h.tbody([&] {
                for (const library::Isbn& one : publication.isbns)
                    h.tr([&] {
                        h.th(scope("row"), one.isbn);
                        std::vector<std::string> names;
                        for (const std::string& code : one.languages)
                            names.emplace_back(site::label("languages", code, view.of.language));
                        h.td(attr<"data-label">(words("field.isbn.languages")), base::list_of(view.of.language, names));
                    });
            });
        });
    });
}

// Where it stands in its series: by its edition, else by its date.
bool stands_before(const Publication& a, const Publication& b) {
    if (a.edition && b.edition && *a.edition != *b.edition) return *a.edition < *b.edition;
    if (a.date && b.date && *a.date != *b.date) return *a.date < *b.date;
    return a.id < b.id;
}

void neighbours(Html& h, const RecordView& view, const Publication& publication) {
    if (publication.series.empty()) return;
    const base::Words& words = view.of.words;
    const Publication* before = nullptr;
    const Publication* after = nullptr;
    std::vector<Publication> series;
    for (const store::Stored& stored : view.of.site.store().snapshot().list("publication", record::Audience::everyone,
                                                                            {{{"series", publication.series}}, "", most_named}))
        series.push_back(record::read_as<Publication>(stored.record));
    for (const Publication& other : series) {
        if (other.id == publication.id) continue;
        if (stands_before(other, publication)) {
            if (!before || stands_before(*before, other)) before = &other;
        } else if (!after || stands_before(other, *after)) {
            after = &other;
        }
    }
    part(h, words, "series", "field.publication.series", "publication.series_note", [&] {
        h.dl(cls("facts"), [&] {
            fact(h, words("field.publication.series"), [&] {
                h.a(href(site::address(site::Page::publications, view.of.language, {}, "", {{"series", publication.series}})),
                    publication.series);
                h.write(" ", words.plural("publication.of_series", static_cast<std::int64_t>(series.size())));
            });
            const auto row = [&](const char* label, const Publication* other) {
                fact(h, words(label), [&] {
                    if (other)
                        record_link(h, view.of, Publication::type(), other->id);
                    else
                        h.span(cls("soft"), words("publication.no_neighbour"));
                });
            };
            row("publication.previous", before);
            row("publication.next", after);
        });
    });
}

void parts(Html& h, const RecordView& view) {
    const auto publication = view.as<Publication>();
    cite_box(h, view);
    neighbours(h, view, publication);
    if (!publication.isbns.empty()) isbns(h, view, publication);
}

}  // namespace

RecordParts publication_parts() {
    return {.type = "publication",
            .standing = standing,
            .parts = parts,
            .told = {"types", "date", "pages", "languages", "isbns", "series", "rank"}};
}

}  // namespace comity::pages
