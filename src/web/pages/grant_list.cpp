#include <algorithm>
#include <map>

#include "base/format.hpp"
#include "body/council/body.hpp"
#include "body/program/grant.hpp"
#include "web/pages/list_parts.hpp"

// Above the list of grants: how many and how much, by program and cycle.
namespace comity::pages {

namespace {

using namespace html;
using program::Grant;

constexpr std::size_t most_summed = 500;

struct Total {
    std::size_t grants = 0, inexact = 0, untold = 0;
    std::map<std::string, std::int64_t> sums;  // of exact amounts, by currency
    std::optional<base::Money> cycle_total;    // of all grants of the cycle, as a source tells it
};
using Totals = std::map<std::pair<std::string, std::string>, Total, std::greater<>>;  // by program and cycle, newest cycle first

Totals totals_of(const std::vector<store::Stored>& stored) {
    Totals totals;
    for (const store::Stored& one : stored) {
        const auto grant = record::read_as<Grant>(one.record);
        Total& total = totals[{grant.program.id, grant.cycle}];
        ++total.grants;
        if (grant.cycle_total) total.cycle_total = grant.cycle_total;
        if (grant.amounts.empty())
            ++total.untold;
        else if (grant.amounts.size() == 1 && grant.amounts.front().basis == "exact")
            total.sums[grant.amounts.front().currency] += grant.amounts.front().amount;
        else
            ++total.inexact;
    }
    return totals;
}

void sums(Html& h, const base::Words& words, const Total& total) {
    for (const auto& [currency, amount] : total.sums) h.p(money_text(words, {.amount = amount, .currency = currency}));
    if (total.inexact) h.p(cls("small", "soft"), words.plural("grants.inexact", static_cast<std::int64_t>(total.inexact)));
    if (total.untold) h.p(cls("small", "soft"), words.plural("grants.untold", static_cast<std::int64_t>(total.untold)));
}

void table(Html& h, const ListView& view, const Totals& totals) {
    const base::Words& words = view.of.words;
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), words("grants.totals"));
        h.thead([&] {
            h.tr([&] {
                for (const char* head :
                     {"field.grant.cycle", "field.grant.program", "grants.number", "grants.sum", "grants.cycle_total"})
                    h.th(scope("col"), words(head));
            });
        });
        h.tbody([&] {
            for (const auto& [key, total] : totals)
                h.tr([&] {
                    const auto& [program, cycle] = key;
                    h.th(scope("row"), [&] {
                        h.a(href(site::address(site::Page::grants, view.of.language, {}, "",
                                               {{"program", program}, {"cycle", cycle}})),
                            cycle);
                    });
                    h.td(attr<"data-label">(words("field.grant.program")),
                         [&] { record_link(h, view.of, council::Body::type(), program); });
                    h.td(attr<"data-label">(words("grants.number")),
                         base::format_number(view.of.language, static_cast<std::int64_t>(total.grants)));
                    h.td(attr<"data-label">(words("grants.sum")), [&] { sums(h, words, total); });
                    h.td(attr<"data-label">(words("grants.cycle_total")),
                         total.cycle_total ? money_text(words, *total.cycle_total) : std::string());
                });
        });
    });
}

void above(Html& h, const ListView& view) {
    const auto stored = site::all_asked(view.of.site, view.asked, most_summed);
    const base::Words& words = view.of.words;
    if (!stored) {
        h.p(cls("soft"), words("grants.too_many"));
        return;
    }
    h.details([&] {
        h.summary(words("grants.totals"));
        h.p(cls("small", "soft"), words("grants.totals_note"));
        table(h, view, totals_of(*stored));
    });
}

}  // namespace

ListParts grant_list() { return {.type = "grant", .above = above}; }

}  // namespace comity::pages
