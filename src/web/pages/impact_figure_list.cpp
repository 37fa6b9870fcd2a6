#include <algorithm>

#include "base/format.hpp"
#include "body/outreach/impact_figure.hpp"
#include "exchange/catalog.hpp"
#include "insight/chart.hpp"
#include "web/pages/impact_words.hpp"
#include "web/pages/list_parts.hpp"

// Above the list of figures: each by its topic and its years.
namespace comity::pages {

namespace {

using namespace html;
using insight::Bar;
using insight::Shape;
using outreach::ImpactFigure;

constexpr std::size_t most_drawn = 80;  // more rows than can be read are not drawn

struct Row {
    std::string topic, label, note;
    int first = 0, last = 0;
};

std::string topic_of(const ValueView& view, const ImpactFigure& figure) {
    if (figure.topic) {
        const record::RecordType* type = record::find_type(exchange::catalog(), "topic");
        const base::Text title = site::record_title(view.shelves, *type, figure.topic->id);
        return std::string(base::shown(title, view.language).text);
    }
    if (!figure.subject.empty()) return std::string(base::shown(figure.subject, view.language).text);
    return std::string(view.words("impact.no_topic"));
}

std::vector<Row> rows_of(const ValueView& view, const std::vector<store::Stored>& stored) {
    std::vector<Row> rows;
    for (const store::Stored& one : stored) {
        const auto figure = record::read_as<ImpactFigure>(one.record);
        rows.push_back({.topic = topic_of(view, figure),
                        .label = std::string(base::shown(figure.metric, view.language).text),
                        .note = impact_value(view, one.record),
                        .first = figure.start_date.year(),
                        .last = figure.end_date.value_or(figure.start_date).year()});
    }
    std::ranges::stable_sort(rows, [](const Row& a, const Row& b) {
        return a.topic != b.topic ? a.topic < b.topic : a.first != b.first ? a.first < b.first : a.last < b.last;
    });
    return rows;
}

insight::BarChart chart_of(const std::vector<Row>& rows) {
    int first = rows.front().first, last = rows.front().last;
    for (const Row& row : rows) first = std::min(first, row.first), last = std::max(last, row.last);
    insight::BarChart chart{.most = static_cast<double>(std::max(1, last - first)), .ticks = {}, .bars = {}};
    const int step = last - first > 12 ? 5 : last - first > 5 ? 2 : 1;
    for (int year = first; year <= last; year += step)
        chart.ticks.push_back({static_cast<double>(year - first), std::to_string(year)});
    std::string topic;
    for (const Row& row : rows) {
        Bar bar{
            .label = row.label, .note = row.note, .look = Bar::Look::whisker, .middle = static_cast<double>(row.last - first)};
        if (row.topic != topic) bar.heading = topic = row.topic;
        if (row.first != row.last)
            bar.from = static_cast<double>(row.first - first), bar.to = static_cast<double>(row.last - first);
        chart.bars.push_back(std::move(bar));
    }
    return chart;
}

void above(Html& h, const ListView& view) {
    const base::Words& words = view.of.words;
    const auto stored = site::all_asked(view.of.site, view.asked, most_drawn);
    if (!stored) {
        h.p(cls("soft"), words("impact.too_many"));
        return;
    }
    const insight::BarChart chart = chart_of(rows_of(view.of, *stored));
    h.details([&] {
        h.summary(words("impact.plot"));
        h.figure(cls("chart-frame"), [&] {
            for (const Shape shape : {Shape::broad, Shape::tall})
                h.write(raw(insight::draw(chart, {.language = view.of.language,
                                                  .shape = shape,
                                                  .id = shape == Shape::broad ? "impact-broad" : "impact-tall",
                                                  .title = std::string(words("impact.plot")),
                                                  .subtitle = {}})));
            h.figcaption(cls("small", "soft"), words("impact.reading"));
        });
    });
}

}  // namespace

ListParts impact_figure_list() { return {.type = "impact_figure", .above = above, .stylesheet = "insight.css"}; }

}  // namespace comity::pages
