#include "web/pages/vocabulary_page.hpp"

#include "law/provision.hpp"
#include "record/codes.hpp"
#include "web/pages/layout.hpp"
#include "web/site/vocabulary.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Words;

void terms(Html& h, const Words& words, const site::SharedList& list, const site::SharedConcept& one) {
    if (one.terms.empty()) {
        h.write(words("concepts.no_term"));
        return;
    }
    h.ul(cls("plain", "terms"), [&] {
        for (const site::OwnTerm& term : one.terms)
            h.li(id(site::term_anchor(*term.mechanism, list.id, term.id)), [&] {
                h.a(href(site::address(site::Page::process, words.language(), {{"id", term.mechanism->id}})),
                    law::cited(words, term.mechanism->code));
                h.write(" ", base::shown(*term.name, words.language()).text);
            });
    });
}

void shared_list(Html& h, const Words& words, const site::SharedList& list) {
    const std::string anchor = std::string(list.id) + "-list";
    h.section(cls("part"), attr<"aria-labelledby">(anchor), [&] {
        h.header([&] {
            h.h2(id(anchor), words(list.name_key));
            h.p(words.plural("concepts.concepts", static_cast<std::int64_t>(list.concepts.size())));
        });
        h.div(cls("text"), [&] {
            h.table(cls("ledger"), [&] {
                h.caption(cls("unseen"), words(list.name_key));
                h.thead([&] {
                    h.tr([&] {
                        for (const char* key : {"concepts.concept", "concepts.definition", "concepts.terms"})
                            h.th(scope("col"), words(key));
                    });
                });
                h.tbody([&] {
                    for (const site::SharedConcept& one : list.concepts)
                        h.tr(id(site::concept_anchor(list.id, one.of->id)), [&] {
                            h.th(scope("row"), cls("name"), [&] {
                                h.write(base::shown(one.of->name, words.language()).text);
                                h.span(cls("under"), [&] { h.code(one.of->id); });
                            });
                            h.td(attr<"data-label">(words("concepts.definition")),
                                 base::shown(one.of->definition, words.language()).text);
                            h.td(attr<"data-label">(words("concepts.terms")), [&] { terms(h, words, list, one); });
                        });
                });
            });
        });
    });
}

void code_list(Html& h, const Words& words, const site::CodeList& list) {
    const std::string anchor = std::string(list.id) + "-list";
    h.section(cls("part"), attr<"aria-labelledby">(anchor), [&] {
        h.header([&] { h.h2(id(anchor), words(list.name_key)); });
        h.div(cls("text"), [&] {
            h.dl(cls("facts"), [&] {
                for (const record::Code& code : record::code_list(list.id))
                    h.div(id(site::concept_anchor(list.id, code.code)), [&] {
                        h.dt(base::shown(code.label, words.language()).text);
                        h.dd([&] {
                            h.code(code.code);
                            if (!code.uri.empty()) h.write(" ", [&] { h.a(href(code.uri), address_shown(code.uri)); });
                        });
                    });
            });
        });
    });
}

}  // namespace

server::Response vocabulary_page(const site::Site& site, const server::Request&, const server::Match& match) {
    const Words words(match.language);
    const Frame frame{.language = match.language,
                      .page = site::Page::vocabulary,
                      .title = std::string(words("concepts.title")),
                      .description = std::string(words("concepts.lead")),
                      .trail = {{site::address(site::Page::home, match.language), std::string(words("nav.home"))},
                                {site::address(site::Page::processes, match.language), std::string(words("nav.process"))}},
                      .stylesheet = "law.css"};
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            trail(h, frame);
            h.h1(frame.title);
            h.p(cls("lead"), words("concepts.lead"));
        });
        for (const site::SharedList& list : site::shared_lists(site)) shared_list(h, words, list);
        for (const site::CodeList& list : site::code_lists) code_list(h, words, list);
        formats(h, frame, words("concepts.as"));
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
