#include "web/pages/rule_parts.hpp"

#include "base/format.hpp"
#include "law/provision.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/sources.hpp"

namespace comity::pages {

using namespace html;

std::string span_text(const base::Words& words, const law::Span& span) {
    const std::string from = span.from ? base::date(words.language(), *span.from) : "",
                      to = span.to ? base::date(words.language(), *span.to) : "";
    if (span.from && span.to) return words("process.between", {{"from", from}, {"to", to}});
    if (span.from) return words("process.from", {{"from", from}});
    if (span.to) return words("process.to", {{"to", to}});
    return std::string(words("process.always"));
}

void cited(Html& h, const base::Words& words, const law::Authority& authority) {
    h.write(law::cited(words, authority.provision), " ");
    confidence_mark(h, words, law::code(authority.confidence));
    if (!authority.source.empty()) h.span(cls("under"), [&] { source(h, words, authority.source, "process.source"); });
    if (!authority.note.empty()) h.span(cls("under"), [&] { record_text(h, authority.note, words.language()); });
}

}  // namespace comity::pages
