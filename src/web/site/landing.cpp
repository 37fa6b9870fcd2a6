#include "web/site/landing.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "collections/having.hpp"
#include "record/codec.hpp"
#include "web/site/sections.hpp"

namespace comity::site {

namespace {

using collections::Collection;
using collections::Facet;
using collections::Item;
using collections::Row;
using collections::Shelf;
using exchange::SectionId;

constexpr std::size_t few = 5, several = 24;  // rows of a part
constexpr std::size_t most_bodies = 80, most_values = 24, most_terms = 500;

const Facet& facet_of(const Shelf& shelf, std::string_view name) {
    const Facet* facet = shelf.of->facet(name);
    COMITY_ASSERT(facet != nullptr);
    return *facet;
}

class Maker {
  public:
    Maker(const Site& site, Landing& landing, base::Language language) : site_(site), landing_(landing), language_(language) {}

    const Shelf& shelf(std::string_view type) const { return *landing_.shelves->of(type); }
    bool offers(std::string_view type) const { return site_.offers(shown(type)->list); }

    // Leaves out what is empty.
    void add(LandingPart part) {
        if (!part.rows.empty() || !part.values.empty()) landing_.parts.push_back(std::move(part));
    }

    // The newest that have begun.
    LandingPart newest(std::string_view name, std::string_view type, std::size_t most) const {
        LandingPart part{.name = name, .collection = shelf(type).of, .rows = {}, .count = shelf(type).items.size()};
        for (const Row row : shelf(type).by_date) {
            if (part.rows.size() == most) break;
            const Item& item = *shelf(type).items[row];
            if (item.date && item.date->first() <= site_.today()) part.rows.push_back(&item);
        }
        return part;
    }

    // The first ones with that value of a facet, in the order in which the collection is listed.
    LandingPart with_value(std::string_view name, std::string_view type, std::string_view facet, std::string_view value,
                           std::size_t most) const {
        collections::Having found = collections::having(shelf(type), facet, value, most, language_);
        return {.name = name,
                .collection = shelf(type).of,
                .rows = std::move(found.rows),
                .count = found.count,
                .query = {{std::string(facet), std::string(value)}}};
    }

    // All of them by title.
    LandingPart by_title(std::string_view name, std::string_view type) const {
        LandingPart part{.name = name, .collection = shelf(type).of, .rows = {}, .count = shelf(type).items.size()};
        for (const Row row : shelf(type).by_title[static_cast<std::size_t>(language_)]) {
            if (part.rows.size() == several) break;
            part.rows.push_back(shelf(type).items[row]);
        }
        return part;
    }

    LandingPart counts(std::string_view name, std::string_view type, std::string_view facet) const {
        const Shelf& from = shelf(type);
        LandingPart part{
            .name = name, .collection = from.of, .rows = {}, .count = from.items.size(), .by = &facet_of(from, facet)};
        const Shelf::Column& column = collections::column_of(from, facet);
        std::vector<std::size_t> many(column.known->names.size());
        for (const std::uint32_t value : column.values) ++many[value];
        for (std::size_t at = 0; at < many.size(); ++at)
            if (many[at]) part.values.push_back({column.known->names[at], many[at]});
        std::ranges::sort(part.values, [](const auto& a, const auto& b) {
            return std::tuple(b.count, std::string_view(a.value)) < std::tuple(a.count, std::string_view(b.value));
        });
        if (part.values.size() > most_values) part.values.resize(most_values);
        return part;
    }

    void about();
    void work();
    void library();
    void council();

  private:
    LandingPart tree() const;
    LandingPart in_office() const;
    LandingPart plan() const;
    LandingPart budget() const;

    const Site& site_;
    Landing& landing_;
    base::Language language_;
};

// The bodies, each followed by those under it; the body itself first.
LandingPart Maker::tree() const {
    const Shelf& bodies = shelf("body");
    LandingPart part{.name = "bodies", .collection = bodies.of, .rows = {}, .count = bodies.items.size()};
    const Shelf::Column& parents = collections::column_of(bodies, "parent");
    std::map<std::string_view, std::vector<const Item*>> under;
    std::vector<const Item*> roots;
    for (const Row row : bodies.by_title[static_cast<std::size_t>(language_)]) {
        const Item* item = bodies.items[row];
        const auto of = collections::values_of(parents, row);
        const std::string_view parent = of.empty() ? std::string_view() : parents.known->names[of.front()];
        if (!parent.empty() && bodies.find(parent))
            under[parent].push_back(item);
        else
            roots.push_back(item);
    }
    std::ranges::stable_partition(roots, [&](const Item* item) { return item->id == site_.profile().id; });
    std::vector<std::pair<const Item*, std::size_t>> next;
    for (auto root = roots.rbegin(); root != roots.rend(); ++root) next.emplace_back(*root, 0);
    while (!next.empty() && part.rows.size() < most_bodies) {
        const auto [item, depth] = next.back();
        next.pop_back();
        part.rows.push_back(item);
        part.depths.push_back(depth);
        std::vector<const Item*>& children = under[item->id];
        for (auto child = children.rbegin(); child != children.rend(); ++child) next.emplace_back(*child, depth + 1);
        children.clear();  // each stands once
    }
    return part;
}

// Those of whom it is known when they began and not that it ended: of each office that a Party fills, who began last. Who acted
// at one session only held no office.
LandingPart Maker::in_office() const {
    LandingPart part{.name = "in-office", .collection = shelf("person").of, .rows = {}};
    const auto stored = site_.store().snapshot().list("office_term", record::Audience::everyone, {{}, "", most_terms + 1});
    if (stored.size() > most_terms) return part;  // the people have a list of their own
    std::map<std::tuple<std::string, std::string, std::string>, council::OfficeTerm> last;
    for (const store::Stored& one : stored) {
        auto term = record::read_as<council::OfficeTerm>(one.record);
        if (!term.start_date || term.meeting || term.start_date->first() > site_.today()) continue;
        auto& held = last[{term.body ? term.body->id : std::string(), term.office, term.party}];
        if (!held.start_date || *held.start_date < *term.start_date) held = std::move(term);
    }
    for (auto& [office, term] : last) {
        const Item* person = shelf("person").find(term.person.id);
        if (!person || (term.end_date && term.end_date->last() < site_.today())) continue;
        part.rows.push_back(person);
        part.terms.push_back(std::move(term));
    }
    part.count = part.rows.size();
    return part;
}

// The plan in force today, or the last one. The body's own before those of its bodies.
LandingPart Maker::plan() const {
    const Shelf& plans = shelf("strategic_plan");
    LandingPart part{.name = "plan", .collection = plans.of, .rows = {}, .count = plans.items.size()};
    const Item* last = nullptr;
    for (const Row row : plans.by_date) {
        const Item& item = *plans.items[row];
        if (!item.date || item.date->first() > site_.today()) continue;
        if (!last) last = &item;
        if (!item.end || item.end->last() >= site_.today()) {
            part.rows.push_back(&item);
            return part;
        }
    }
    part.name = "last-plan";
    if (last) part.rows.push_back(last);
    return part;
}

// This year's budget, or the last one before.
LandingPart Maker::budget() const {
    LandingPart part = newest("budget", "budget", 1);
    const int year = static_cast<int>(std::chrono::year_month_day(site_.today()).year());
    if (!part.rows.empty() && part.rows.front()->date->year() != year) part.name = "last-budget";
    return part;
}

void Maker::about() {
    add(tree());
    add(in_office());
    add(by_title("offices", "office"));
    add(by_title("governance-documents", "governance_document"));
    add(with_value("messages", "news_item", "kind", "executive-director-message", few));
    if (offers("publication")) add(with_value("director-reports", "publication", "type", "executive-director-report", few));
    add(newest("newest-news", "news_item", few));
}

void Maker::work() {
    add(plan());
    if (offers("publication")) add(with_value("programs", "publication", "type", "operational-plan", 1));
    add(budget());
    add(with_value("projects-under-way", "project", "status", "under-way", few));
    if (landing_.parts.empty() || landing_.parts.back().name != "projects-under-way")
        add(newest("newest-projects", "project", few));
    add(counts("grant-programs", "grant", "program"));
    add(counts("topics-by-scheme", "topic", "scheme"));
}

void Maker::library() {
    add(newest("newest-publications", "publication", few));
    add(counts("publication-types", "publication", "type"));
    add(counts("instrument-categories", "instrument", "category"));
    add(counts("instrument-types", "instrument", "type"));
    add(counts("instrument-forms", "instrument", "form"));
}

void Maker::council() {
    LandingPart next = with_value("next-meetings", "meeting", "when", "upcoming", few);
    std::ranges::reverse(next.rows);  // what is listed newest first, soonest first
    add(with_value("meetings-under-way", "meeting", "when", "under-way", few));
    add(std::move(next));
    add(with_value("last-meetings", "meeting", "when", "past", few));
    add(newest("newest-decisions", "decision", few));
    add(counts("decision-kinds", "decision", "kind"));
    add(counts("bodies-that-met", "meeting", "body"));
}

SectionId section_at(Page page) {
    const auto section = section_of(page);
    COMITY_ASSERT(section.has_value());
    return *section;
}

}  // namespace

Landing landing_asked(const Site& site, Page page, base::Language language) {
    Landing landing{.section = section_at(page), .shelves = site.shelves(), .parts = {}};
    if (!has_content(*landing.shelves, landing.section))
        throw server::HttpError{404, "empty_section", "nothing in the record belongs to this section yet"};
    Maker maker(site, landing, language);
    switch (landing.section) {
        case SectionId::about: maker.about(); break;
        case SectionId::work: maker.work(); break;
        case SectionId::library: maker.library(); break;
        case SectionId::council: maker.council(); break;
        case SectionId::submissions:
        case SectionId::impact: break;  // their lists are their landing pages
    }
    return landing;
}

bool has_content(const collections::Shelves& shelves, SectionId section) {
    if (section == SectionId::submissions) return true;
    return std::ranges::any_of(collections::all(), [&](const Collection& collection) {
        return section_of(collection.section) == section && !shelves.of(collection).items.empty();
    });
}

}  // namespace comity::site
