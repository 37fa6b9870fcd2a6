#include <algorithm>

#include "web/pages/timeline_parts.hpp"

namespace comity::pages {
namespace {

using html::Html, html::attr, html::cls;

template <class Sample>
void entry(Html& h, std::string_view word, Sample sample) {
    h.li([&] { h.svg(attr<"viewBox">("0 0 36 16"), attr<"width">(36), attr<"height">(16), attr<"aria-hidden">(true), sample); },
         " ", word);
}

void bar(Html& h, html::Attribute look) { h.rect(look, attr<"x">(1), attr<"y">(2), attr<"width">(33), attr<"height">(12)); }

}  // namespace

void key(Html& h, const TimelineDrawing& drawing, const TimelineWords& words) {
    const std::string pattern = drawing.id + "-key", hatch_url = "url(#" + pattern + ")";
    const auto list = h.open<"ul">(cls("key"));
    entry(h, words.event, [&] { h.circle(cls("event"), attr<"cx">(18), attr<"cy">(8), attr<"r">(7)); });
    const bool vague = std::ranges::any_of(drawing.events, [](const auto& event) { return !event.date || !event.date->day(); });
    if (vague) entry(h, words.vague, [&] { h.circle(cls("vague"), attr<"cx">(18), attr<"cy">(8), attr<"r">(7)); });
    entry(h, words.used, [&] { bar(h, cls("used")); });
    entry(h, words.left, [&] { bar(h, cls("left")); });
    entry(h, words.due, [&] { h.path(cls("due"), attr<"d">("M18 0v16")); });
    entry(h, words.late, [&] {
        hatch(h, pattern);
        bar(h, cls("late"));
        bar(h, attr<"fill">(hatch_url));
    });
    entry(h, words.untimed, [&] { bar(h, cls("untimed")); });
}

}  // namespace comity::pages
