#include "web/pages/instrument_about.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/format.hpp"
#include "body/instruments/instrument.hpp"
#include "record/codec.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"
#include "web/pages/tongues.hpp"

namespace comity::pages {

namespace {

using namespace html;
using instruments::Instrument;

void stated(Html& h, const RecordView& view, const char* label, const base::Text& text) {
    fact(h, view.of.words(label), [&] {
        if (text.empty())
            h.span(cls("soft"), view.of.words("instrument.not_stated"));
        else
            h.p([&] { record_text(h, text, view.of.language); });
    });
}

void about(Html& h, const RecordView& view, const Instrument& instrument) {
    const base::Words& words = view.of.words;
    part(h, words, "about", "instrument.about", nullptr, [&] {
        h.div(cls("reading", "stack"), [&] {
            for (const auto& [label, text] : {std::pair("field.instrument.objective", &instrument.objective),
                                              std::pair("field.instrument.key_elements", &instrument.key_elements)}) {
                if (text->empty()) continue;
                h.h3(words(label));
                h.p([&] { record_text(h, *text, view.of.language); });
            }
        });
        h.dl(cls("facts"), [&] {
            if (instrument.objective.empty()) stated(h, view, "field.instrument.objective", instrument.objective);
            if (instrument.key_elements.empty()) stated(h, view, "field.instrument.key_elements", instrument.key_elements);
            stated(h, view, "field.instrument.expected_results", instrument.expected_results);
            stated(h, view, "field.instrument.involvement", instrument.involvement);
            stated(h, view, "field.instrument.activities", instrument.activities);
            stated(h, view, "field.instrument.results", instrument.results);
            stated(h, view, "field.instrument.reports", instrument.reports);
        });
    });
}

void lineage(Html& h, const RecordView& view, const Instrument& instrument) {
    const base::Words& words = view.of.words;
    const auto followers = naming(view, Instrument::type(), "lineage.instrument");
    if (instrument.lineage.empty() && followers.empty()) return;
    part(h, words, "lineage", "field.instrument.lineage", "instrument.lineage_note", [&] {
        h.dl(cls("facts"), [&] {
            for (const instruments::RelatedInstrument& related : instrument.lineage) {
                const std::string key = fmt::format("instrument.{}", record::code_of(related.relation));
                fact(h, words(key.c_str()), [&] {
                    if (!related.instrument) return record_text(h, related.name, view.of.language);
                    record_link(h, view.of, Instrument::type(), related.instrument->id);
                });
            }
            for (const store::Stored& follower : followers)
                for (const auto& related : record::read_as<Instrument>(follower.record).lineage) {
                    if (!related.instrument || related.instrument->id != view.asked.stored.id) continue;
                    const std::string key = fmt::format("instrument.by.{}", record::code_of(related.relation));
                    fact(h, words(key.c_str()), [&] { record_link(h, view.of, Instrument::type(), follower.id); });
                }
        });
    });
}

void editions(Html& h, const RecordView& view, const Instrument& instrument) {
    const base::Words& words = view.of.words;
    part(h, words, "editions", "instrument.editions", "instrument.editions_note", [&] {
        h.dl(cls("facts"), [&] {
            fact(h, words("instrument.edition_now"), [&] {
                if (instrument.compendium_edition.empty())
                    h.span(cls("soft"), words("instrument.edition_not_told"));
                else
                    h.span(lang("en"), instrument.compendium_edition);
            });
            if (!instrument.earlier_editions.empty())
                fact(h, words("field.instrument.earlier_editions"),
                     [&] { h.p(lang("en"), base::list_of(view.of.language, instrument.earlier_editions)); });
            for (const instruments::InstrumentEdition& edition : instrument.editions)
                fact(h, words("instrument.edition_other"), [&] {
                    h.p(lang("en"), edition.edition);
                    h.p([&] {
                        h.a(href(site::address(site::Page::fact_sheets, view.of.language,
                                               {{"id", site::in_address(view.asked.stored.id)}}, "",
                                               {{"with", edition.edition}})),
                            words("sheets.compare"));
                    });
                    if (!edition.note.empty()) h.p(cls("small", "soft"), [&] { record_text(h, edition.note, view.of.language); });
                });
        });
    });
}

}  // namespace

void instrument_about(Html& h, const RecordView& view) {
    const auto instrument = view.as<Instrument>();
    about(h, view, instrument);
    const bool summed_up = !instrument.plain_language_summary.empty();
    tongues(h, view, summed_up ? instrument.plain_language_summary : instrument.objective,
            {{"instrument.title_in", &instrument.official_title}});
    lineage(h, view, instrument);
    editions(h, view, instrument);
}

}  // namespace comity::pages
