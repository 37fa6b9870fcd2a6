#include "base/format.hpp"
#include "body/council/body.hpp"
#include "body/council/decision.hpp"
#include "body/library/publication.hpp"
#include "body/outreach/impact_figure.hpp"
#include "body/outreach/news_item.hpp"
#include "body/program/project.hpp"
#include "record/codec.hpp"
#include "web/pages/impact_words.hpp"
#include "web/pages/part_forms.hpp"

// What the page of a figure shows of its own: the figure, and the project, publication or decision behind it.
namespace comity::pages {

using namespace html;
using outreach::ImpactFigure;

std::string impact_value(const ValueView& view, const record::Value& figure) {
    const record::RecordType& type = ImpactFigure::type();
    const auto held = [&](std::string_view field) {
        const record::Value* value = figure.as_object().if_contains(field);
        return value ? value_in_line(view, *type.field(field), *value) : std::string();
    };
    std::string out = held("value");
    if (figure.at("comparison").as_string() != "exactly") out = held("comparison") + " " + out;
    if (const std::string unit = held("unit"); !unit.empty()) out += " " + unit;
    return out;
}

namespace {

void standing(Html& h, const RecordView& view) {
    const auto figure = view.as<ImpactFigure>();
    const base::Words& words = view.of.words;
    std::string years = base::short_date(view.of.language, figure.start_date);
    if (figure.end_date) years += "–" + base::short_date(view.of.language, *figure.end_date);
    const std::string topic = figure.topic ? said(view, "topic") : said(view, "subject");
    h.dl(cls("standing"), [&] {
        standing_cell(h, words("field.impact_figure.value"), impact_value(view.of, view.record));
        standing_cell(h, words("impact.years"), years);
        if (!topic.empty()) standing_cell(h, words("field.impact_figure.topic"), topic);
    });
}

void behind(Html& h, const RecordView& view) {
    const auto figure = view.as<ImpactFigure>();
    const base::Words& words = view.of.words;
    part(h, words, "behind", "impact.behind", "impact.behind_note", [&] {
        if (!figure.project && !figure.publication && !figure.decision && !figure.body && !figure.news_item) {
            h.p(cls("soft"), words("impact.nothing_behind"));
            return;
        }
        h.dl(cls("facts"), [&] {
            const auto row = [&](const char* label, const std::optional<record::Ref>& ref, const record::RecordType& type) {
                if (ref) fact(h, words(label), [&] { record_link(h, view.of, type, ref->id); });
            };
            row("field.impact_figure.decision", figure.decision, council::Decision::type());
            row("field.impact_figure.project", figure.project, program::Project::type());
            row("field.impact_figure.publication", figure.publication, library::Publication::type());
            row("field.impact_figure.body", figure.body, council::Body::type());
            row("field.impact_figure.news_item", figure.news_item, outreach::NewsItem::type());
        });
    });
}

}  // namespace

RecordParts impact_figure_parts() {
    return {.type = "impact_figure",
            .standing = standing,
            .parts = behind,
            .told = {"value", "unit", "comparison", "start_date", "end_date", "decision", "project", "publication", "body",
                     "news_item"}};
}

}  // namespace comity::pages
