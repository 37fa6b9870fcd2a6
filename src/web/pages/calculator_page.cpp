#include "web/pages/calculator_page.hpp"

#include <algorithm>

#include "web/pages/calculator_parts.hpp"
#include "web/pages/layout.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Words;

// A form sends fields that were left empty; the address to keep and to share has only those that say something.
bool has_empty_fields(const server::Request& request) {
    return std::ranges::any_of(request.query, [](const server::Parameter& p) { return p.value.empty(); });
}

void question_part(Html& h, const CalculatorView& view) {
    h.section(cls("part"), attr<"aria-labelledby">("question"), [&] {
        h.header([&] {
            h.h2(id("question"), view.words("calculator.question"));
            h.p(view.words("calculator.question_note"));
        });
        h.div(cls("text"), [&] {
            if (!view.asked.faults.empty())
                h.div(cls("notice", "fault"), role("alert"), [&] { h.p(view.words("calculator.fault.title")); });
            question_form(h, view);
        });
    });
}

void result_parts(Html& h, const CalculatorView& view) {
    h.section(cls("part"), attr<"aria-labelledby">("results"), [&] {
        h.header([&] {
            h.h2(id("results"), view.words("calculator.results"));
            h.p(view.words("calculator.assumption"));
        });
        h.div(cls("text"), [&] {
            reservations(h, view);
            clocks_ahead(h, view);
        });
    });
    h.section(cls("part"), attr<"aria-labelledby">("proofs"), [&] {
        h.header([&] {
            h.h2(id("proofs"), view.words("calculator.proofs"));
            h.p(view.words("calculator.proofs_note"));
        });
        h.div(cls("text"), [&] { proofs_ahead(h, view); });
    });
}

}  // namespace

server::Response calculator_page(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::Calculation asked = site::calculation_asked(site, request, match);
    if (has_empty_fields(request))
        return server::redirect(site::address(site::Page::calculator, match.language, {}, "", asked.given));
    const CalculatorView view{site, asked, match.language, Words(match.language)};
    const Frame frame{.language = match.language,
                      .page = site::Page::calculator,
                      .query = asked.given,
                      .title = std::string(view.words("calculator.title")),
                      .description = std::string(view.words("calculator.lead")),
                      .trail = {{site::address(site::Page::home, match.language), std::string(view.words("nav.home"))}},
                      .stylesheet = "law.css"};
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            trail(h, frame);
            h.h1(frame.title);
            h.p(cls("lead"), view.words("calculator.lead"));
        });
        question_part(h, view);
        if (!asked.ahead) return;
        result_parts(h, view);
        formats(h, frame, view.words("calculator.as"));
    };
    if (!asked.ahead) return {.status = 400, .body = document(site, frame, content)};
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
