#include "web/pages/sources.hpp"

#include <fmt/format.h>

#include "record/codec.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/place_map.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Words;

std::string degrees(const Words& words, double value, const char* positive, const char* negative) {
    std::string number = fmt::format("{:.1f}", value < 0 ? -value : value);
    if (words.language() == base::Language::fr) number[number.find('.')] = ',';
    return words(value < 0 ? negative : positive, {{"degrees", number}});
}

}  // namespace

void confidence_mark(Html& h, const Words& words, std::string_view code) {
    if (code == "sourced") return;
    if (code == "verified") h.span(cls("mark", "verified"), words("confidence.verified"));
    if (code == "derived") h.span(cls("mark", "derived"), words("confidence.derived"));
    if (code == "partial") h.span(cls("mark", "derived"), words("confidence.partial"));
    if (code == "inferred") h.span(cls("mark", "derived"), words("confidence.inferred"));
    if (code == "recalled") h.span(cls("mark", "recalled"), words("confidence.recalled"));
}

void claims(Html& h, const Words& words, const record::RecordType& type, const std::vector<record::Claim>& held) {
    const auto field_name = [&](const record::Claim& claim) {
        const record::Field* field = type.field(claim.field);
        return field ? words(field->label.data()) : std::string_view(claim.field);
    };
    h.ul(cls("rivals"), [&] {
        for (const record::Claim& claim : held)
            h.li([&] {
                h.span(cls("value"), claim.value.empty() ? field_name(claim) : std::string_view(claim.value));
                h.span([&] {
                    if (!claim.value.empty()) h.write(field_name(claim), " ");
                    if (claim.confidence) confidence_mark(h, words, record::code_of(*claim.confidence));
                    if (!claim.note.empty()) h.small(lang("en"), claim.note);
                    if (!claim.source.empty()) h.small(claim.source);
                });
            });
    });
}

void source_links(Html& h, const std::vector<std::string>& sources) {
    for (const std::string& source : sources)
        h.p(cls("small"), [&] {
            if (source.starts_with("http"))
                h.a(href(source), address_shown(source));
            else
                h.span(lang("en"), source);
        });
}

void place_shown(Html& h, const Words& words, const record::Place& held) {
    h.p([&] { record_text(h, held.name, words.language()); });
    if (!held.latitude || !held.longitude) return;
    const std::string north = degrees(words, *held.latitude, "place.north", "place.south"),
                      east = degrees(words, *held.longitude, "place.east", "place.west");
    h.p(cls("small", "soft"), words("place.near", {{"latitude", north}, {"longitude", east}}));
    place_map(h, {.id = "place",
                  .title = words("place.map", {{"place", base::shown(held.name, words.language()).text}}),
                  .latitude = *held.latitude,
                  .longitude = *held.longitude,
                  .approximate = true,
                  .country = held.country});
}

void sources_part(Html& h, const Words& words, const record::RecordType& type, const record::Provenance& provenance) {
    h.section(cls("part"), attr<"aria-labelledby">("sources"), [&] {
        h.header([&] { h.h2(id("sources"), words("sources.title")); });
        h.div(cls("text"), [&] {
            h.dl(cls("facts"), [&] {
                const auto row = [&](const char* key, auto say) {
                    h.div([&] {
                        h.dt(words(key));
                        h.dd(say);
                    });
                };
                if (!provenance.claims.empty()) row("facts.claims", [&] { claims(h, words, type, provenance.claims); });
                row("facts.confidence", [&] {
                    h.p([&] {
                        if (provenance.confidence == record::Confidence::sourced) h.write(words("confidence.sourced_note"));
                        confidence_mark(h, words, record::code_of(provenance.confidence));
                    });
                    if (!provenance.note.empty()) h.p(cls("small", "soft"), lang("en"), provenance.note);
                });
                if (!provenance.sources.empty()) row("facts.sources", [&] { source_links(h, provenance.sources); });
            });
        });
    });
}

}  // namespace comity::pages
