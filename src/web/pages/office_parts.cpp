#include "base/format.hpp"
#include "body/council/body.hpp"
#include "body/council/office.hpp"
#include "record/codec.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"
#include "web/pages/sources.hpp"

// What the page of an office shows of its own: how to write to it and call it, and where it is.
namespace comity::pages {

namespace {

using namespace html;
using council::Office;
using council::OfficeEventKind;

// "In use in 2020", "Left": the last that is known of it.
std::string known(const RecordView& view, const Office& office) {
    const base::Words& words = view.of.words;
    if (office.events.empty()) return std::string(words("office.not_told"));
    const council::OfficeEvent& last = office.events.back();
    const bool left = last.event == OfficeEventKind::left;
    if (!last.date) return std::string(words(left ? "office.left" : "office.in_use"));
    return words(left ? "office.left_on" : "office.in_use_on", {{"date", base::short_date(view.of.language, *last.date)}});
}

void standing(Html& h, const RecordView& view) {
    const auto office = view.as<Office>();
    const base::Words& words = view.of.words;
    h.dl(cls("standing"), [&] {
        if (office.place)
            standing_cell(h, words("home.place"), base::shown(office.place->name, view.of.language).text,
                          office.place->country.empty() ? std::string_view()
                                                        : site::label("countries", office.place->country, view.of.language));
        if (office.body) standing_cell(h, words("field.office.body"), said(view, "body"));
        standing_cell(h, words("office.known"), known(view, office));
    });
}

void reach(Html& h, const RecordView& view, const Office& office) {
    const base::Words& words = view.of.words;
    part(h, words, "reach", "office.reach", nullptr, [&] {
        h.dl(cls("facts"), [&] {
            if (!office.address.empty()) fact(h, words("field.office.address"), [&] { h.address(office.address); });
            if (!office.telephones.empty())
                fact(h, words("field.office.telephones"), [&] {
                    for (const council::Telephone& telephone : office.telephones)
                        h.p([&] {
                            h.a(href("tel:", telephone.number), telephone.number);
                            if (!telephone.note.empty())
                                h.span(cls("small", "soft"), " · ", [&] { record_text(h, telephone.note, view.of.language); });
                        });
                });
            if (!office.fax.empty()) fact(h, words("field.office.fax"), [&] { h.write(office.fax); });
            if (!office.website.empty())
                fact(h, words("field.office.website"), [&] {
                    // As the source writes it, often without a scheme: then it is no address that a link can have.
                    if (office.website.starts_with("http://") || office.website.starts_with("https://"))
                        h.a(href(office.website), address_shown(office.website));
                    else
                        h.write(office.website);
                });
        });
    });
}

void parts(Html& h, const RecordView& view) {
    const auto office = view.as<Office>();
    if (!office.address.empty() || !office.telephones.empty() || !office.fax.empty() || !office.website.empty())
        reach(h, view, office);
    if (!office.place) return;
    part(h, view.of.words, "where", "home.place", nullptr, [&] {
        h.div([&] { place_shown(h, view.of.words, *office.place); });
        h.p([&] {
            h.a(href(site::address(site::Page::map, view.of.language, {}, "", {{"layer", "offices"}})),
                view.of.words("office.on_map"));
        });
    });
}

}  // namespace

RecordParts office_parts() {
    return {.type = "office",
            .standing = standing,
            .parts = parts,
            .told = {"place", "address", "telephones", "fax", "website", "body"}};
}

}  // namespace comity::pages
