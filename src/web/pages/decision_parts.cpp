#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/format.hpp"
#include "body/council/body.hpp"
#include "body/council/decision.hpp"
#include "body/registry/submission.hpp"
#include "record/codec.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"
#include "web/pages/status_words.hpp"

// What the page of a decision shows of its own: what it is, who voted and signed, what it replaces, whom it concerns, what came
// of it.
namespace comity::pages {

namespace {

using namespace html;
using council::Decision;
using council::DecisionRelation;
using council::VoteChoice;

constexpr std::size_t named_shown = 12;  // of each kind that came of it

// "1 in favour, 2 against".
std::string tally(const base::Words& words, const std::vector<council::PartyVote>& votes) {
    std::vector<std::string> said;
    for (const auto& [choice, key] :
         std::initializer_list<std::pair<VoteChoice, const char*>>{{VoteChoice::in_favour, "value.in_favour"},
                                                                   {VoteChoice::against, "value.against"},
                                                                   {VoteChoice::abstained, "value.abstained"}}) {
        const auto n = std::ranges::count(votes, choice, &council::PartyVote::choice);
        if (n > 0) said.push_back(fmt::format("{} {}", base::format_number(words.language(), n), words(key)));
    }
    return base::list_of(words.language(), said);
}

void standing(Html& h, const RecordView& view) {
    const auto decision = view.as<Decision>();
    const base::Words& words = view.of.words;
    h.dl(cls("standing"), [&] {
        standing_cell(h, capital(said(view, "kind")),
                      decision.number.empty() ? words("decision.no_number") : std::string_view(decision.number),
                      decision.document_symbol);
        standing_cell(
            h, words("field.decision.date"),
            decision.date ? base::short_date(view.of.language, *decision.date) : std::string(words("case.date_unknown")),
            said(view, "meeting"));
        standing_cell(h, words("field.decision.body"), said(view, "body"),
                      decision.adopted_by && decision.body && decision.adopted_by->id != decision.body->id
                          ? words("decision.adopted_by", {{"body", said(view, "adopted_by")}})
                          : std::string());
        const std::string majority = said(view, "vote"), votes = tally(words, decision.votes);
        standing_cell(h, words("decision.vote"),
                      majority.empty() && votes.empty() ? std::string(words("project.not_told"))
                      : majority.empty()                ? votes
                                                        : capital(majority),
                      majority.empty() ? std::string() : votes);
        if (const std::string outcome = said(view, "outcome"); !outcome.empty())
            standing_cell(h, words("field.decision.outcome"), outcome);
    });
}

void votes(Html& h, const RecordView& view, const Decision& decision) {
    const base::Words& words = view.of.words;
    part(h, words, "votes", "field.decision.votes", "decision.votes_note", [&] {
        h.table(cls("ledger"), [&] {
            h.caption(cls("unseen"), words("field.decision.votes"));
            h.thead([&] {
                h.tr([&] {
                    h.th(scope("col"), words("field.party_vote.party"));
                    h.th(scope("col"), words("field.party_vote.choice"));
                });
            });
            h.tbody([&] {
                for (const council::PartyVote& vote : decision.votes)
                    h.tr([&] {
                        h.th(scope("row"), site::party_name(view.of.site, vote.party, view.of.language));
                        const std::string key = fmt::format("value.{}", record::code_of(vote.choice));
                        h.td(attr<"data-label">(words("field.party_vote.choice")), capital(words(key.c_str())));
                    });
            });
        });
        if (decision.reasons_published) h.p(words("decision.reasons"));
    });
}

void person_line(Html& h, const RecordView& view, const council::NamedPerson& person) {
    h.p([&] {
        named_person(h, view.of, person);
        if (!person.capacity.empty()) h.write(", ", [&] { record_text(h, person.capacity, view.of.language); });
    });
}

void signed_by(Html& h, const RecordView& view, const Decision& decision) {
    if (decision.signatories.empty() && decision.certified_by.empty()) return;
    const base::Words& words = view.of.words;
    std::vector<std::pair<std::string, std::vector<const council::NamedPerson*>>> by_party;
    for (const exchange::Party& party : view.of.site.profile().parties) by_party.push_back({party.code, {}});
    for (const council::NamedPerson& person : decision.signatories) {
        auto at = std::ranges::find(by_party, person.party, &decltype(by_party)::value_type::first);
        if (at == by_party.end()) at = by_party.insert(at, {person.party, {}});
        at->second.push_back(&person);
    }
    part(h, words, "signed", "decision.signed", nullptr, [&] {
        h.dl(cls("facts"), [&] {
            for (const auto& [party, people] : by_party)
                if (!people.empty())
                    fact(h,
                         party.empty() ? words("field.decision.signatories")
                                       : site::party_name(view.of.site, party, view.of.language),
                         [&] {
                             for (const council::NamedPerson* person : people) person_line(h, view, *person);
                         });
            if (!decision.certified_by.empty())
                fact(h, words("field.decision.certified_by"), [&] {
                    for (const council::NamedPerson& person : decision.certified_by) person_line(h, view, person);
                });
        });
    });
}

// Decisions that name this one, by what they say of it.
std::vector<std::string> named_as(const std::vector<store::Stored>& others, std::string_view id, DecisionRelation relation) {
    std::vector<std::string> ids;
    for (const store::Stored& stored : others)
        for (const auto& named : record::read_as<Decision>(stored.record).related_decisions)
            if (named.relation == relation && named.decision && named.decision->id == id) ids.push_back(stored.id);
    return ids;
}

void before_and_after(Html& h, const RecordView& view, const Decision& decision) {
    const auto others = naming(view, Decision::type(), "related_decisions.decision");
    const auto superseded_by = named_as(others, decision.id, DecisionRelation::supersedes);
    const auto named_by = named_as(others, decision.id, DecisionRelation::related);
    if (decision.related_decisions.empty() && superseded_by.empty() && named_by.empty()) return;
    const base::Words& words = view.of.words;
    const auto own = [&](const char* label, DecisionRelation relation) {
        if (std::ranges::find(decision.related_decisions, relation, &council::RelatedDecision::relation) ==
            decision.related_decisions.end())
            return;
        fact(h, words(label), [&] {
            for (const council::RelatedDecision& other : decision.related_decisions)
                if (other.relation == relation)
                    h.p([&] {
                        h.write(other.number, " ");
                        if (other.decision)
                            record_link(h, view.of, Decision::type(), other.decision->id);
                        else
                            h.span(cls("soft"), words("decision.not_on_record"));
                    });
        });
    };
    part(h, words, "line", "decision.line", "decision.line_note", [&] {
        h.dl(cls("facts"), [&] {
            if (!superseded_by.empty())
                fact(h, words("decision.superseded_by"), [&] { record_links(h, view.of, Decision::type(), superseded_by); });
            own("decision.supersedes", DecisionRelation::supersedes);
            own("decision.related", DecisionRelation::related);
            if (!named_by.empty())
                fact(h, words("decision.named_by"), [&] { record_links(h, view.of, Decision::type(), named_by); });
        });
    });
}

void submissions(Html& h, const RecordView& view, const Decision& decision) {
    const base::Words& words = view.of.words;
    const auto docket = view.of.site.docket_on(view.of.site.today());
    part(h, words, "submissions", "field.decision.submissions", "decision.submissions_note", [&] {
        h.table(cls("ledger"), [&] {
            h.caption(cls("unseen"), words("field.decision.submissions"));
            h.thead([&] {
                h.tr([&] {
                    h.th(scope("col"), words("list.submission"));
                    h.th(scope("col"), words("list.status"));
                });
            });
            h.tbody([&] {
                for (const record::Ref& submission : decision.submissions)
                    h.tr([&] {
                        h.th(scope("row"), cls("name"), [&] {
                            record_link(h, view.of, registry::Submission::type(), submission.id);
                            h.span(cls("under", "id"), submission.id);
                        });
                        h.td(attr<"data-label">(words("list.status_short")), [&] {
                            const auto at = std::ranges::find(docket->standings, submission.id, [](const registry::Standing& s) {
                                return std::string_view(s.of->submission.id);
                            });
                            if (at == docket->standings.end()) return;
                            h.span(cls("state", state_class(*at)),
                                   [&] { h.span(status_text(view.of.site, *at, view.of.language)); });
                        });
                    });
            });
        });
    });
}

void came_of_it(Html& h, const RecordView& view, const Decision& decision) {
    const base::Words& words = view.of.words;
    auto relations = collections::naming(view.of.site.store().snapshot(), "decision", decision.id, named_shown);
    std::erase_if(relations, [](const collections::Relation& relation) {
        return relation.type->name == "decision" || relation.type->name == "meeting" || relation.type->name == "docket_event";
    });
    part(h, words, "came-of-it", "project.came_of_it", "decision.came_of_it_note", [&] {
        if (relations.empty() && !decision.creates) {
            h.p(cls("soft"), words("decision.nothing_came"));
            return;
        }
        h.dl(cls("facts"), [&] {
            if (decision.creates)
                fact(h, words("field.decision.creates"),
                     [&] { record_link(h, view.of, council::Body::type(), decision.creates->id); });
            for (const collections::Relation& relation : relations) {
                const std::string kind = fmt::format("type.{}", relation.type->name);
                fact(h, words(kind.c_str()), [&] {
                    record_links(h, view.of, *relation.type, relation.ids);
                    const std::string list = narrowed_list(view, relation);
                    const std::string n = base::format_number(view.of.language, static_cast<std::int64_t>(relation.count));
                    if (relation.count > relation.ids.size() && !list.empty())
                        h.p(cls("more"), [&] { h.a(href(list), words("related.all", {{"n", n}})); });
                });
            }
        });
    });
}

void parts(Html& h, const RecordView& view) {
    const auto decision = view.as<Decision>();
    if (!decision.votes.empty()) votes(h, view, decision);
    if (!decision.submissions.empty() && view.of.site.offers(site::Page::submissions)) submissions(h, view, decision);
    before_and_after(h, view, decision);
    came_of_it(h, view, decision);
    signed_by(h, view, decision);
}

}  // namespace

RecordParts decision_parts() {
    return {.type = "decision",
            .standing = standing,
            .parts = parts,
            .told = {"kind", "number", "date", "body", "document_symbol", "vote", "votes", "reasons_published", "outcome",
                     "submissions", "related_decisions", "creates", "signatories", "certified_by"},
            .told_of = {"decision", "project", "budget", "publication", "impact_figure", "body", "governance_document",
                        "news_item", "strategic_plan"}};
}

}  // namespace comity::pages
