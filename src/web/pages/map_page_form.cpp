#include <algorithm>

#include "web/pages/map_parts.hpp"

// What the map is narrowed by: layers, words, countries and time.
namespace comity::pages {

namespace {

using namespace html;

void layers(Html& h, const MapView& view) {
    h.fieldset([&] {
        h.legend(view.words("map.layers"));
        for (std::size_t i = 0; i < view.asked.layers.size(); ++i) {
            const site::MapLayer& layer = view.asked.layers[i];
            h.label([&] {
                h.input(type("checkbox"), html::name("layer"), html::value(layer.collection->type->collection),
                        attr<"checked">(layer.on));
                h.write(" ");
                h.span(view.layer_name(i), " ",
                       [&] { key_mark(h, shape_of(*layer.collection), code(layer.collection->section)); });
                h.write(" ");
                h.span(cls("count"), layer.on ? view.number(layer.count) : "");
            });
        }
    });
}

void countries(Html& h, const MapView& view) {
    std::vector<std::string> codes;
    for (const exchange::Party& party : view.site.profile().parties) codes.push_back(party.code);
    for (const std::string& chosen : view.asked.countries)
        if (std::ranges::find(codes, chosen) == codes.end()) codes.push_back(chosen);
    h.fieldset([&] {
        h.legend(view.words("map.countries"));
        for (const std::string& code : codes)
            h.label([&] {
                h.input(type("checkbox"), html::name("country"), html::value(code),
                        attr<"checked">(std::ranges::find(view.asked.countries, code) != view.asked.countries.end()));
                h.write(" ");
                const bool party = exchange::find_party(view.site.profile(), code) != nullptr;
                h.span(party ? site::party_name(view.site, code, view.language) : site::label("countries", code, view.language));
            });
    });
}

// Two native sliders. What they stand at is told beside them: without script as the page was asked for.
void years(Html& h, const MapView& view) {
    const site::MapAsked& asked = view.asked;
    if (asked.first_year == asked.last_year) return;
    h.fieldset(cls("when"), [&] {
        h.legend(view.words("facet.years"));
        const auto slider = [&](const char* parameter, const char* label, int at) {
            h.div([&] {
                h.label(label_for(parameter), view.words(label));
                h.write(" ");
                h.output(label_for(parameter), std::int64_t{at});
                h.input(type("range"), id(parameter), html::name(parameter), attr<"min">(asked.first_year),
                        attr<"max">(asked.last_year), attr<"step">(1), html::value(std::to_string(at)), attr<"list">("years"));
            });
        };
        slider("from", "facet.from", asked.from.value_or(asked.first_year));
        slider("to", "facet.to", asked.to.value_or(asked.last_year));
        h.datalist(id("years"), [&] {
            for (int year = asked.first_year; year <= asked.last_year; ++year)
                if (year % 5 == 0) h.option(html::value(std::to_string(year)), std::int64_t{year});
        });
        h.p(cls("scale"), attr<"aria-hidden">(true), [&] {
            h.span(std::int64_t{asked.first_year});
            h.write(" ");
            h.span(std::int64_t{(asked.first_year + asked.last_year) / 2});
            h.write(" ");
            h.span(std::int64_t{asked.last_year});
        });
    });
}

}  // namespace

void map_form(Html& h, const MapView& view) {
    const std::string bare = site::address(site::Page::map, view.language);
    h.form(cls("filters", "map-form"), id("filters"), attr<"method">("get"), attr<"action">(bare),
           attr<"aria-labelledby">("filters-h"), attr<"popover">(""), [&] {
               h.div(cls("head"), [&] {
                   h.h2(id("filters-h"), view.words("list.filters"));
                   h.write(" ");
                   h.button(type("button"), attr<"popovertarget">("filters"), attr<"popovertargetaction">("hide"),
                            view.words("nav.close"));
               });
               layers(h, view);
               years(h, view);
               countries(h, view);
               h.fieldset([&] {
                   h.legend(view.words("facet.words"));
                   h.label([&] {
                       h.span(cls("unseen"), view.words("facet.words"));
                       h.input(type("search"), html::name("q"), html::value(view.asked.words), attr<"maxlength">(200));
                   });
               });
               for (const server::Parameter& parameter : view.asked.query) {
                   static constexpr std::string_view fields[] = {"layer", "q", "country", "from", "to"};
                   if (std::ranges::find(fields, std::string_view(parameter.name)) == std::end(fields))
                       h.input(type("hidden"), html::name(parameter.name), html::value(parameter.value));
               }
               if (view.seen.window != view.asked.home)
                   h.input(type("hidden"), html::name("bbox"), html::value(site::box_text(view.seen.window)));
               h.menu([&] {
                   h.li([&] { h.button(cls("main"), view.words("map.show")); });
                   h.li([&] { h.a(href(bare), view.words("list.clear")); });
               });
           });
}

}  // namespace comity::pages
