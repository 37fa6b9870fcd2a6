#include "web/pages/part_forms.hpp"

#include <algorithm>
#include <map>

#include "base/format.hpp"
#include "web/pages/layout.hpp"

namespace comity::pages {

using namespace html;

constexpr std::size_t longest_large = 60;  // bytes of a value that is set in large letters

void part(Html& h, const base::Words& words, std::string_view id, const char* title, const char* note,
          const std::function<void()>& content) {
    h.section(cls("part"), attr<"aria-labelledby">(id), [&] {
        h.header([&] {
            h.h2(html::id(id), words(title));
            if (note) h.p(words(note));
        });
        h.div(cls("text"), content);
    });
}

void standing_cell(Html& h, std::string_view name, std::string_view value, std::string_view under) {
    h.div([&] {
        h.dt(name);
        h.dd(only_if(value.size() > longest_large, cls("long")), value);
        if (!under.empty()) h.dd(under);
    });
}

void fact(Html& h, std::string_view name, const std::function<void()>& content) {
    h.div([&] {
        h.dt(name);
        h.dd(content);
    });
}

std::vector<store::Stored> naming(const RecordView& view, const record::RecordType& type, std::string_view path) {
    return view.of.site.store().snapshot().list(type.name, record::Audience::everyone,
                                                {{{std::string(path), view.asked.stored.id}}, "", most_named});
}

void record_links(Html& h, const ValueView& view, const record::RecordType& type, const std::vector<std::string>& ids) {
    const collections::Shelf* shelf = view.shelves.of(type.name);
    std::map<std::string, int> titles;
    for (const std::string& id : ids)
        ++titles[std::string(base::shown(site::record_title(view.shelves, type, id), view.language).text)];
    h.ul([&] {
        for (const std::string& id : ids)
            h.li([&] {
                record_link(h, view, type, id);
                const collections::Item* item = shelf ? shelf->find(id) : nullptr;
                if (item && item->date && titles[std::string(base::shown(item->title, view.language).text)] > 1)
                    h.span(cls("soft"), " · ", base::short_date(view.language, *item->date));
            });
    });
}

void named_person(Html& h, const ValueView& view, const council::NamedPerson& person) {
    if (person.person)
        h.a(href(site::record_address(council::Person::type(), person.person->id, view.language)), person.name);
    else
        h.write(person.name);
}

void date_or_unknown(Html& h, const ValueView& view, const std::optional<base::Date>& date) {
    if (date)
        time_short(h, view.language, *date);
    else
        h.span(cls("soft"), view.words("case.date_unknown"));
}

std::string said(const RecordView& view, std::string_view field) {
    const record::Field* described = view.asked.type().field(field);
    const record::Value* held = view.record.as_object().if_contains(field);
    return described && held ? value_in_line(view.of, *described, *held) : std::string();
}

void small_course(Html& h, const ValueView& view, const std::vector<CourseStep>& steps) {
    h.ol(cls("path"), [&] {
        for (const CourseStep& step : steps)
            h.li([&] {
                h.span([&] { date_or_unknown(h, view, step.date); });
                h.span(step.text);
            });
    });
}

std::string narrowed_list(const RecordView& view, const collections::Relation& relation) {
    const collections::Collection* collection = collections::find(relation.type->name);
    const site::Shown* pages = site::shown(relation.type->name);
    if (!collection || !pages || pages->list == site::Page::submissions) return {};
    const auto facet = std::ranges::find(collection->facets, std::string_view(relation.path), &collections::Facet::path);
    if (facet == collection->facets.end()) return {};
    return site::address(pages->list, view.of.language, {}, "", {{std::string(facet->name), view.asked.stored.id}});
}

std::string capital(std::string_view text) {
    std::string out(text);
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    if (out.starts_with("é")) out.replace(0, 2, "É");
    return out;
}

}  // namespace comity::pages
