#include "web/pages/meeting_words.hpp"

#include "web/pages/layout.hpp"

namespace comity::pages {

using namespace html;
using council::Meeting;

void days_shown(Html& h, const ValueView& view, const std::optional<base::Date>& first, const std::optional<base::Date>& last,
                bool moved) {
    const auto days = [&] {
        if (!first) {
            h.span(cls("soft"), view.words("case.date_unknown"));
            return;
        }
        time_short(h, view.language, *first);
        if (last && *last != *first) {
            h.write(" – ");
            time_short(h, view.language, *last);
        }
    };
    if (moved)
        h.s(days);
    else
        days();
}

std::string how_text(const base::Words& words, const std::string& format) {
    const std::string key = "meeting.how." + format;
    return words.has(key.c_str()) ? std::string(words(key.c_str()))
                                  : std::string(site::label("meeting-formats", format, words.language()));
}

void place_shown_of(Html& h, const ValueView& view, const Meeting& meeting) {
    const bool placed = meeting.place && !meeting.place->name.empty();
    if (placed) record_text(h, meeting.place->name, view.language);
    if (!meeting.format.empty()) {
        if (placed) h.write(". ");
        h.write(how_text(view.words, meeting.format), ".");
    }
    if (!placed && meeting.format.empty()) h.span(cls("soft"), view.words("meeting.place_unknown"));
}

void moved_shown(Html& h, const ValueView& view, const Meeting& meeting) {
    for (const council::FormerSchedule& former : meeting.moved_from)
        h.p([&] {
            h.write(view.words("meeting.moved"), " ");
            days_shown(h, view, former.start_date, former.end_date, true);
            if (former.place.empty()) return;
            h.write(", ");
            h.s([&] { record_text(h, former.place, view.language); });
        });
}

}  // namespace comity::pages
