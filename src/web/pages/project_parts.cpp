#include <fmt/format.h>

#include "base/format.hpp"
#include "body/library/publication.hpp"
#include "body/outreach/impact_figure.hpp"
#include "body/program/project.hpp"
#include "collections/status.hpp"
#include "record/codec.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"

// What the page of a project shows of its own: where it stands today, its course, what it costs and what came of it.
namespace comity::pages {

namespace {

using namespace html;
using program::Project;

void standing(Html& h, const RecordView& view) {
    const auto project = view.as<Project>();
    const base::Words& words = view.of.words;
    const base::Day today = view.of.site.today();
    const auto status = collections::course_status(view.record, today).values;
    const std::string key = status.empty() ? "project.status_not_told" : "status_of." + status.front();
    h.dl(cls("standing"), [&] {
        standing_cell(h, words("facet.status"), words(key.c_str()),
                      words("project.on", {{"date", base::short_date(view.of.language, today)}}));
        standing_cell(h, words("field.project.operational_plan"), project.operational_plan, said(view, "strategic_plan"));
        const std::string months =
            project.duration_months ? words.plural("project.months", *project.duration_months) : std::string();
        standing_cell(h, words("field.project.budget"),
                      project.budget ? money_text(words, *project.budget) : std::string(words("project.not_told")), months);
        const std::string lead = said(view, "lead_body");
        standing_cell(h, words("field.project.lead_body"), lead.empty() ? words("project.not_told") : std::string_view(lead));
    });
}

// The sum of the phases, where all are exact amounts of one currency.
std::optional<base::Money> sum_of(const Project& project) {
    base::Money sum{.basis = "exact"};
    for (const program::BudgetPhase& phase : project.phases) {
        if (phase.amount.basis != "exact" || (!sum.currency.empty() && sum.currency != phase.amount.currency))
            return std::nullopt;
        sum.currency = phase.amount.currency;
        sum.amount += phase.amount.amount;
    }
    return sum;
}

void phases(Html& h, const RecordView& view, const Project& project) {
    const base::Words& words = view.of.words;
    const auto sum = sum_of(project);
    part(h, words, "phases", "field.project.phases", "project.phases_note", [&] {
        h.table(cls("ledger"), [&] {
            h.caption(cls("unseen"), words("field.project.phases"));
            h.thead([&] {
                h.tr([&] {
                    h.th(scope("col"), words("field.budget_phase.name"));
                    h.th(scope("col"), words("field.budget_phase.amount"));
                });
            });
            h.tbody([&] {
                for (const program::BudgetPhase& phase : project.phases)
                    h.tr([&] {
                        h.th(scope("row"), [&] { record_text(h, phase.name, view.of.language); });
                        h.td(attr<"data-label">(words("field.budget_phase.amount")), money_text(words, phase.amount));
                    });
                if (sum)
                    h.tr([&] {
                        h.th(scope("row"), words("project.sum"));
                        h.td(attr<"data-label">(words("field.budget_phase.amount")), [&] { h.strong(money_text(words, *sum)); });
                    });
            });
        });
        if (!sum)
            h.p(cls("small", "soft"), words("project.no_sum"));
        else if (project.budget && *project.budget != *sum)
            h.p(cls("small", "soft"), words("project.sum_differs", {{"budget", money_text(words, *project.budget)}}));
    });
}

void course(Html& h, const RecordView& view, const Project& project) {
    std::vector<CourseStep> steps;
    for (const program::ProjectEvent& event : project.events) {
        const std::string key = fmt::format("value.{}", record::code_of(event.event));
        steps.push_back({event.date, capital(view.of.words(key.c_str()))});
    }
    part(h, view.of.words, "course", "project.course", "project.course_note", [&] { small_course(h, view.of, steps); });
}

void outcomes(Html& h, const RecordView& view, const Project& project) {
    part(h, view.of.words, "outcomes", "field.project.outcomes", nullptr, [&] {
        h.ul([&] {
            for (const base::Text& outcome : project.outcomes) h.li([&] { record_text(h, outcome, view.of.language); });
        });
    });
}

void came_of_it(Html& h, const RecordView& view) {
    const base::Words& words = view.of.words;
    const auto publications = naming(view, library::Publication::type(), "project");
    const auto figures = naming(view, outreach::ImpactFigure::type(), "project");
    part(h, words, "came-of-it", "project.came_of_it", "project.came_of_it_note", [&] {
        if (publications.empty() && figures.empty()) {
            h.p(cls("soft"), words("project.nothing_came"));
            return;
        }
        h.dl(cls("facts"), [&] {
            const auto row = [&](const char* label, const record::RecordType& type, const std::vector<store::Stored>& stored) {
                std::vector<std::string> ids;
                for (const store::Stored& one : stored) ids.push_back(one.id);
                if (!ids.empty()) fact(h, words(label), [&] { record_links(h, view.of, type, ids); });
            };
            row("collection.publications.title", library::Publication::type(), publications);
            row("project.figures", outreach::ImpactFigure::type(), figures);
        });
    });
}

void parts(Html& h, const RecordView& view) {
    const auto project = view.as<Project>();
    if (!project.outcomes.empty()) outcomes(h, view, project);
    if (!project.events.empty()) course(h, view, project);
    if (!project.phases.empty()) phases(h, view, project);
    came_of_it(h, view);
}

}  // namespace

RecordParts project_parts() {
    return {.type = "project",
            .standing = standing,
            .parts = parts,
            .told = {"operational_plan", "budget", "phases", "events", "outcomes", "duration_months"},
            .told_of = {"publication", "impact_figure"}};
}

}  // namespace comity::pages
