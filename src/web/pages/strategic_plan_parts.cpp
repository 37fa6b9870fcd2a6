#include <algorithm>

#include "base/format.hpp"
#include "body/outreach/topic.hpp"
#include "body/program/budget.hpp"
#include "body/program/project.hpp"
#include "body/program/strategic_plan.hpp"
#include "record/codec.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"

// What the page of a strategic plan shows of its own: its pillars with the projects under each, and the budgets of its years.
namespace comity::pages {

namespace {

using namespace html;
using program::Project;
using program::StrategicPlan;

const std::string& original(const base::Text& text) { return text[text.original]; }

// The topics that are called as the pillar is: those of the scheme made of the plan's pillars.
std::vector<std::string> topics_called(const RecordView& view, const base::Text& pillar) {
    std::vector<std::string> ids;
    for (const auto& item : view.of.shelves.of("topic")->items)
        if (original(item->title) == original(pillar)) ids.push_back(item->id);
    return ids;
}

bool is_under(const Project& project, const base::Text& pillar, const std::vector<std::string>& topics) {
    if (original(project.strategic_priority) == original(pillar)) return true;
    return std::ranges::any_of(project.topics,
                               [&](const record::Ref& topic) { return std::ranges::find(topics, topic.id) != topics.end(); });
}

void pillar(Html& h, const RecordView& view, std::size_t number, const base::Text& text, std::vector<Project>& left) {
    const base::Words& words = view.of.words;
    const std::vector<std::string> topics = topics_called(view, text);
    std::vector<std::string> ids;
    std::erase_if(left, [&](const Project& project) {
        const bool under = is_under(project, text, topics);
        if (under) ids.push_back(project.id);
        return under;
    });
    h.h3([&] {
        h.write(std::to_string(number), ". ");
        record_text(h, text, view.of.language);
    });
    for (const std::string& topic : topics)
        h.p(cls("small"), words("field.project.topics"), words("proof.colon"),
            [&] { record_link(h, view.of, outreach::Topic::type(), topic); });
    if (ids.empty())
        h.p(cls("soft"), words("plan.no_projects"));
    else
        record_links(h, view.of, Project::type(), ids);
}

void pillars(Html& h, const RecordView& view, const StrategicPlan& plan) {
    const base::Words& words = view.of.words;
    std::vector<Project> left;
    for (const store::Stored& stored : naming(view, Project::type(), "strategic_plan"))
        left.push_back(record::read_as<Project>(stored.record));
    part(h, words, "pillars", "field.strategic_plan.pillars", "plan.pillars_note", [&] {
        if (!plan.pillar_term.empty())
            h.p(cls("soft"), words("field.strategic_plan.pillar_term"), words("proof.colon"),
                [&] { record_text(h, plan.pillar_term, view.of.language); });
        for (std::size_t at = 0; at < plan.pillars.size(); ++at)
            h.div(cls("stack", "tight"), [&] { pillar(h, view, at + 1, plan.pillars[at], left); });
        if (left.empty()) return;
        h.div(cls("stack", "tight"), [&] {
            h.h3(words("plan.other_projects"));
            std::vector<std::string> ids;
            for (const Project& project : left) ids.push_back(project.id);
            record_links(h, view.of, Project::type(), ids);
        });
    });
}

void budgets(Html& h, const RecordView& view, const StrategicPlan& plan) {
    const base::Words& words = view.of.words;
    std::vector<std::string> ids;
    const collections::Shelf& shelf = *view.of.shelves.of("budget");
    const auto facet = static_cast<std::uint8_t>(shelf.of->facet("body") - shelf.of->facets.data());
    const auto of_the_body = [&](const collections::Item& item) {
        return plan.body && std::ranges::find(item.values, std::pair(facet, plan.body->id)) != item.values.end();
    };
    for (const auto& item : shelf.items)
        if (item->date && item->date->year() >= plan.start_date.year() && item->date->year() <= plan.end_date.year() &&
            of_the_body(*item))
            ids.push_back(item->id);
    part(h, words, "budgets", "plan.budgets", "plan.budgets_note", [&] {
        if (ids.empty())
            h.p(cls("soft"), words("plan.no_budgets"));
        else
            record_links(h, view.of, program::Budget::type(), ids);
    });
}

void standing(Html& h, const RecordView& view) {
    const auto plan = view.as<StrategicPlan>();
    const base::Words& words = view.of.words;
    const base::Language language = view.of.language;
    const auto date = [&](const std::optional<base::Date>& held) {
        return held ? base::short_date(language, *held) : std::string(words("plan.not_told"));
    };
    h.dl(cls("standing"), [&] {
        standing_cell(h, words("plan.years"),
                      base::short_date(language, plan.start_date) + "–" + base::short_date(language, plan.end_date));
        standing_cell(h, words("field.strategic_plan.adopted"), date(plan.adopted), said(view, "adopted_at"));
        standing_cell(h, words("field.strategic_plan.published"), date(plan.published));
        standing_cell(h, words("field.strategic_plan.body"), said(view, "body"));
    });
}

void parts(Html& h, const RecordView& view) {
    const auto plan = view.as<StrategicPlan>();
    if (!plan.pillars.empty()) pillars(h, view, plan);
    budgets(h, view, plan);
}

}  // namespace

RecordParts strategic_plan_parts() {
    return {.type = "strategic_plan",
            .standing = standing,
            .parts = parts,
            .told = {"start_date", "end_date", "adopted", "published", "pillars", "pillar_term"},
            .told_of = {"project"}};
}

}  // namespace comity::pages
