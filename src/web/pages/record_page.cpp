#include "web/pages/record_page.hpp"

#include "base/format.hpp"
#include "web/pages/layout.hpp"

namespace comity::pages {

namespace {
using namespace html;
}

server::Response record_page(const site::Site& site, const server::Request&, const server::Match& match) {
    const base::Words words(match.language);
    const store::Snapshot snapshot = site.store().snapshot();
    const auto last = snapshot.entries(snapshot.head() - 1, 1);
    const Frame frame{.language = match.language,
                      .page = site::Page::record,
                      .title = std::string(words("nav.record")),
                      .description = std::string(words("record.lead")),
                      .trail = {{site::address(site::Page::home, match.language), std::string(words("nav.home"))}}};
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            trail(h, frame);
            h.h1(frame.title);
            h.p(cls("lead"), words("record.lead"));
        });
        h.section(cls("part"), attr<"aria-labelledby">("journal"), [&] {
            h.header([&] { h.h2(id("journal"), words("record.journal")); });
            h.div(cls("text", "reading"), [&] {
                h.p(words("record.one_door"));
                h.p(words("record.computed"));
                h.p(words("record.check"), " ", [&] { h.code("comity verify --data DATA"); });
                h.p(words("record.languages"), " ",
                    [&] { h.a(href(site::address(site::Page::translations, match.language)), words("coverage.title")); });
                h.dl(cls("facts"), [&] {
                    h.div([&] {
                        h.dt(words("record.entries"));
                        h.dd(base::format_number(match.language, snapshot.head()));
                    });
                    for (const record::Entry& entry : last) {
                        h.div([&] {
                            h.dt(words("record.last"));
                            h.dd([&] { h.time(datetime(entry.time), entry.time); });
                        });
                        h.div([&] {
                            h.dt(words("record.hash"));
                            h.dd([&] { h.code(entry.hash); });
                        });
                    }
                });
            });
        });
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
