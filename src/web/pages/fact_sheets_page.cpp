#include "web/pages/fact_sheets_page.hpp"

#include <algorithm>

#include "base/word_diff.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"
#include "web/site/fact_sheets.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::DiffPart;
using base::Words;
using site::SheetField;

// The words of one side: what only it has is marked.
void side(Html& h, const Words& words, const SheetField& field, const std::vector<DiffPart>& parts, bool earlier) {
    h.td(attr<"data-label">(words(earlier ? "sheets.earlier" : "sheets.now")), [&] {
        if ((earlier ? field.earlier : field.now).empty()) {
            h.span(cls("soft"), words("sheets.not_shown"));
            return;
        }
        h.div(cls("lines"), only_if(field.language != words.language(), lang(base::code(field.language))), [&] {
            for (const DiffPart& part : parts) {
                if (part.kind == DiffPart::Kind::same)
                    h.write(earlier ? part.before : part.after);
                else if (earlier && part.kind == DiffPart::Kind::removed)
                    h.del(part.before);
                else if (!earlier && part.kind == DiffPart::Kind::added)
                    h.ins(part.after);
            }
        });
    });
}

void field_row(Html& h, const Words& words, const SheetField& field) {
    const bool both = !field.earlier.empty() && !field.now.empty();
    std::vector<DiffPart> parts;
    if (both)
        parts = base::word_diff(field.earlier, field.now);
    else  // that one edition does not show it is no change of its words
        parts.push_back({DiffPart::Kind::same, field.earlier, field.now});
    h.tr([&] {
        h.th(scope("row"), cls("name"), [&] {
            h.write(words(field.field->label.data()));
            if (both) h.span(cls("under"), words(field.earlier == field.now ? "sheets.same" : "sheets.changed"));
        });
        side(h, words, field, parts, true);
        side(h, words, field, parts, false);
    });
}

void choice(Html& h, const site::SheetsAsked& asked, const Words& words) {
    const auto& others = asked.instrument.editions;
    if (others.size() < 2) return;
    h.p([&] {
        h.write(words("sheets.others"));
        for (const instruments::InstrumentEdition& other : others)
            if (other.edition != asked.earlier.edition) {
                h.write(" ");
                h.a(href(site::address(site::Page::fact_sheets, words.language(), {{"id", site::in_address(asked.instrument.id)}},
                                       "", {{"with", other.edition}})),
                    lang("en"), other.edition);
            }
    });
}

}  // namespace

server::Response fact_sheets_page(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::SheetsAsked asked = site::sheets_asked(site, request, match);
    const Words words(match.language);
    const std::string id = site::in_address(asked.instrument.id);
    const std::string title(base::shown(asked.record.title, match.language).text);
    const std::string now = asked.instrument.compendium_edition.empty() ? std::string(words("instrument.edition_now"))
                                                                        : asked.instrument.compendium_edition;
    const bool names_one = server::find(request.query, "with").has_value();
    const Frame frame{
        .language = match.language,
        .page = site::Page::fact_sheets,
        .captured = {{"id", id}},
        .query = names_one ? server::Parameters{{"with", asked.earlier.edition}} : server::Parameters{},
        .title = std::string(words("sheets.title", {{"instrument", title}})),
        .description = std::string(words("sheets.lead", {{"earlier", asked.earlier.edition}, {"now", now}})),
        .trail = {{site::address(site::Page::home, match.language), std::string(words("nav.home"))},
                  {site::address(site::Page::instruments, match.language), std::string(words("collection.instruments.title"))},
                  {site::address(site::Page::instrument, match.language, {{"id", id}}), title}},
        .indexed = false,  // the instrument's own page is where to begin
        .section = collections::Section::library,
        .stylesheet = "law.css"};
    const auto content = [&](Html& h) {
        title_band(h, frame);
        part(h, words, "fields", "sheets.fields", "sheets.note", [&] {
            choice(h, asked, words);
            h.table(cls("ledger", "compared"), [&] {
                h.caption(cls("unseen"), frame.description);
                h.thead([&] {
                    h.tr([&] {
                        h.th(scope("col"), words("compare.what"));
                        h.th(scope("col"), lang("en"), asked.earlier.edition);
                        h.th(scope("col"), lang("en"), now);
                    });
                });
                h.tbody([&] {
                    for (const SheetField& field : asked.fields) field_row(h, words, field);
                });
            });
            if (!asked.earlier.source.empty()) h.p([&] { source(h, words, asked.earlier.source, "proof.source"); });
        });
        formats(h, frame, words("record.as"));
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
