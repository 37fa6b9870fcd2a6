#include "web/pages/replay_page.hpp"

#include <algorithm>

#include "base/format.hpp"
#include "law/provision.hpp"
#include "law/replay_draw.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/replay_parts.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Words;

// A form sends fields that were left empty; the address to keep and to share has only those that say something.
bool has_empty_fields(const server::Request& request) {
    return std::ranges::any_of(request.query, [](const server::Parameter& p) { return p.value.empty(); });
}

void part(Html& h, const ReplayView& view, const char* anchor, const char* title, const char* note,
          const std::function<void()>& content) {
    h.section(cls("part"), attr<"aria-labelledby">(anchor), [&] {
        h.header([&] {
            h.h2(id(anchor), view.words(title));
            h.p(view.words(note));
        });
        h.div(cls("text"), [&] { content(); });
    });
}

// What a Council that thinks of other rules wants to know first.
void answer(Html& h, const ReplayView& view) {
    const law::Replay& replay = view.replay();
    h.p(cls("lead"), view.words("replay.answer", {{"rules", edition_name(view, view.asked.replayed.under)},
                                                  {"worse", view.number(replay.worse)},
                                                  {"better", view.number(replay.better)},
                                                  {"cases", view.number(replay.cases.size())}}));
    if (replay.all.median_shift)
        h.p(view.words("replay.answer_days", {{"median", law::signed_days(view.language, *replay.all.median_shift)},
                                              {"least", law::signed_days(view.language, *replay.all.least_shift)},
                                              {"most", law::signed_days(view.language, *replay.all.most_shift)},
                                              {"n", view.number(replay.all.compared())}}));
    h.p(cls("small"), view.words("replay.assumption"));
}

void drawing_part(Html& h, const ReplayView& view, const Frame& frame, const std::string& picture) {
    part(h, view, "drawing", "replay.drawing", "replay.drawing_note", [&] {
        if (picture.empty()) {
            h.p(view.words("replay.nothing_compared"));
            return;
        }
        h.figure(cls("replay-figure"), [&] { h.raw(picture); });
        h.p([&] {
            h.a(href(site::address(frame.page, view.language, frame.captured, "svg", frame.query)),
                view.words("process.drawing_file"));
        });
        replay_bins(h, view);
    });
}

}  // namespace

server::Response replay_page(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::ReplayAsked asked = site::replay_asked(site, request, match);
    if (has_empty_fields(request))
        return server::redirect(site::address(site::Page::replay, match.language, match.captured, "", asked.query));
    const ReplayView view{site, asked, match.language, Words(match.language)};
    const std::string code = law::cited(view.words, asked.mechanism->code);
    const std::string picture = law::draw(view.replay(), view.language, law::DrawAs::figure);
    const Frame frame{.language = match.language,
                      .page = site::Page::replay,
                      .captured = {{"id", asked.mechanism->id}},
                      .query = asked.query,
                      .title = code + " · " + std::string(view.words("replay.title")),
                      .description = std::string(view.words("replay.assumption")),
                      .trail = {{site::address(site::Page::home, match.language), std::string(view.words("nav.home"))},
                                {site::address(site::Page::processes, match.language), std::string(view.words("nav.process"))},
                                {site::address(site::Page::process, match.language, {{"id", asked.mechanism->id}}), code}},
                      .stylesheet = "law.css",
                      .lacks = picture.empty() ? "svg" : ""};
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            trail(h, frame);
            h.p(cls("kicker"), code);
            h.h1(view.words("replay.title"));
            answer(h, view);
        });
        if (site::names_a_day(request)) day_notice(h, site, frame, asked.on);
        part(h, view, "question", "replay.question", "replay.question_note", [&] { replay_form(h, view); });
        part(h, view, "summary", "replay.summary", "replay.summary_note", [&] { replay_summary(h, view); });
        drawing_part(h, view, frame, picture);
        part(h, view, "worse", "replay.worse_title", "replay.worse_note", [&] { replay_changes(h, view, law::Change::worse); });
        part(h, view, "better", "replay.better_title", "replay.better_note",
             [&] { replay_changes(h, view, law::Change::better); });
        part(h, view, "left-out", "replay.left_out", "replay.left_out_note", [&] { replay_left_out(h, view); });
        formats(h, frame, view.words("replay.as"));
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
