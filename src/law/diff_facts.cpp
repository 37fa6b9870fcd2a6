#include "law/diff_facts.hpp"

#include <algorithm>
#include <array>

#include "base/format.hpp"
#include "law/clock_words.hpp"

namespace comity::law {

namespace {

using base::Words;

base::Text in_each(const auto& say) {
    base::Text text;
    for (const base::Language language : base::languages) text[language] = say(Words(language));
    return text;
}

constexpr std::array<std::string_view, 3> month_ends{"silent", "last-day", "next-day"};

// A code of ours, which data/messages knows as "diff.<list>.<code>".
base::Text worded(std::string_view list, std::string_view code) {
    std::string key = "diff." + std::string(list) + "." + std::string(code);
    std::ranges::replace(key, '-', '_');
    return in_each([&](const Words& words) { return std::string(words(key.c_str())); });
}

Fact coded(std::string_view field, std::string_view code) { return {field, std::string(code), worded(field, code)}; }
Fact number(std::string_view field, int value) {
    return {field, std::to_string(value),
            in_each([&](const Words& words) { return base::format_number(words.language(), value); })};
}
Fact nothing(std::string_view field) {
    return {field, "", in_each([](const Words& words) { return std::string(words("diff.nothing")); })};
}
Fact literal(std::string_view field, const std::string& value) {
    return {field, value, in_each([&](const Words&) { return value; })};
}
// A text is the same where its English is.
Fact text(std::string_view field, const base::Text& value) {
    return {field, std::string(base::shown(value, base::Language::en).text), value};
}

// Events or steps by their ids, in the order of their ids: an order of no meaning is no difference.
template <class List>
Fact named(std::string_view field, const List& all, const std::vector<int>& places) {
    std::vector<const typename List::value_type*> items;
    for (const int place : places)
        if (place >= 0) items.push_back(&all[static_cast<std::size_t>(place)]);
    std::ranges::sort(items, {}, [](const auto* item) { return item->id; });
    Fact fact{field, "", {}};
    for (const auto* item : items) fact.code += (fact.code.empty() ? "" : " ") + item->id;
    fact.words = in_each([&](const Words& words) {
        std::string out;
        for (const auto* item : items)
            out += (out.empty() ? "" : std::string(words("list.semicolon")) + " ") +
                   std::string(base::shown(item->name, words.language()).text);
        return out.empty() ? std::string(words("diff.nothing")) : out;
    });
    return fact;
}

Fact extension_fact(const Mechanism& mechanism, const Limit& limit) {
    if (!limit.extension) return coded("extension", "none");
    const EventType& notice = mechanism.event_types[static_cast<std::size_t>(limit.extension->on)];
    const std::string code = std::to_string(limit.extension->number) + " " + notice.id + " " + limit.extension->by;
    return {"extension", code, in_each([&](const Words& words) {
                const std::string_view event = base::shown(notice.name, words.language()).text;
                if (limit.extension->number == 0) return words("diff.extension.open", {{"event", event}});
                Limit whole = limit;
                whole.number = limit.extension->number;
                return words("diff.extension.to", {{"time", limit_text(&whole, words)}, {"event", event}});
            })};
}

const std::string& version_id(const Mechanism& mechanism, int version) {
    return mechanism.versions[static_cast<std::size_t>(version)].id;
}

// The provision that a rule stands in, for rules of one mechanism; those of two never have it in common.
Fact provision(const Authority& authority) { return literal("provision", authority.provision); }

}  // namespace

Saying saying_of(const Mechanism& mechanism, const Step& step) {
    const Actor* actor = find_actor(mechanism, step.actor);
    const auto self = static_cast<int>(&step - mechanism.steps.data());
    std::vector<int> suspending, resuming;
    for (std::size_t at = 0; at < mechanism.event_types.size(); ++at) {
        const EventType& type = mechanism.event_types[at];
        if (std::ranges::find(type.suspends, self) != type.suspends.end()) suspending.push_back(static_cast<int>(at));
        if (std::ranges::find(type.resumes, self) != type.resumes.end()) resuming.push_back(static_cast<int>(at));
    }
    std::string parties;
    for (const std::string& party : step.parties) parties += (parties.empty() ? "" : ", ") + party;
    Saying saying{.text = {}, .facts = {}, .authority = step.authority, .version = ""};
    saying.facts = {text("name", step.name),
                    {"actor", step.actor, actor ? actor->name : in_each([&](const Words&) { return step.actor; })},
                    named("stage", mechanism.stages, {step.stage}),
                    coded("kind", code(step.kind)),
                    coded("track", step.track == Track::main ? "main" : "side"),
                    named("opened_by", mechanism.event_types, step.opens),
                    named("closed_by", mechanism.event_types, step.closes),
                    named("running_out_opens", mechanism.steps, {step.expiry_opens}),
                    coded("running_out_ends", step.expiry_ends ? "yes" : "no"),
                    named("if_ended", mechanism.outcomes, {step.if_ended}),
                    named("suspended_by", mechanism.event_types, suspending),
                    named("resumed_by", mechanism.event_types, resuming),
                    parties.empty() ? nothing("parties") : literal("parties", parties),
                    provision(step.authority)};
    saying.text = in_each([&](const Words& words) {
        const auto of = [&](std::size_t at) -> std::string_view { return saying.facts[at].words[words.language()]; };
        return words("diff.course", {{"actor", of(1)}, {"opened_by", of(5)}, {"closed_by", of(6)}});
    });
    return saying;
}

Saying saying_of(const Mechanism& mechanism, const Limit& limit) {
    const bool timed = limit.unit != Unit::none;
    Saying saying{.text = {}, .facts = {}, .authority = limit.authority, .version = version_id(mechanism, limit.version)};
    saying.facts = {timed ? number("number", limit.number) : nothing("number"), coded("unit", code(limit.unit)),
                    coded("strength", timed || limit.strength != Strength::hard ? code(limit.strength) : "none")};
    saying.facts.push_back(coded("month_end", month_ends[static_cast<std::size_t>(limit.month_end)]));
    std::string calendars;
    for (const auto& [party, calendar] : limit.calendars)
        calendars += (calendars.empty() ? "" : ", ") + party + " " + calendar->id();
    saying.facts.push_back(calendars.empty() ? nothing("calendars") : literal("calendars", calendars));
    Limit lead = limit;
    lead.number = limit.lead;
    saying.facts.push_back({"lead", std::to_string(limit.lead), in_each([&](const Words& words) {
                                return limit.lead > 0 ? words("proof.lead", {{"time", limit_text(&lead, words)}})
                                                      : std::string(words("diff.nothing"));
                            })});
    saying.facts.push_back(coded("roll", limit.roll == Roll::none ? "none" : "next-working-day"));
    saying.facts.push_back(limit.calendar ? Fact{"calendar", limit.calendar->id(), limit.calendar->name()}
                                          : coded("calendar", "none"));
    saying.facts.push_back(coded("counted_from", limit.counted_from == CountedFrom::delivery ? "delivery" : "document"));
    saying.facts.push_back(extension_fact(mechanism, limit));
    saying.facts.push_back(provision(limit.authority));
    saying.text = in_each([&](const Words& words) {
        std::string out = limit_text(&limit, words);
        const auto add = [&](const Fact& fact) { out += std::string(words("list.between")) + fact.words[words.language()]; };
        if (timed) add(saying.facts[2]);
        for (const Fact& fact : saying.facts) {
            if (fact.field == "roll" && limit.roll != Roll::none) add(fact);
            if (fact.field == "extension" && limit.extension) add(fact);
            if (fact.field == "lead" && limit.lead > 0) out += ". " + fact.words[words.language()];
        }
        return out;
    });
    return saying;
}

Saying saying_of(const Mechanism& mechanism, const Test& test) {
    static constexpr std::array<std::string_view, 3> kinds{"condition", "factor", "form"};
    Saying saying{.text = {}, .facts = {}, .authority = test.authority, .version = version_id(mechanism, test.version)};
    saying.facts = {text("text", test.name), coded("test", kinds[static_cast<std::size_t>(test.kind)]),
                    coded("points", test.points_against ? "against" : "for"), provision(test.authority)};
    saying.text = in_each([&](const Words& words) {
        const auto of = [&](std::size_t at) -> const std::string& { return saying.facts[at].words[words.language()]; };
        const std::string against = test.points_against ? std::string(words("list.between")) + of(2) : "";
        return of(1) + against + std::string(words("proof.colon")) + of(0);
    });
    return saying;
}

Saying saying_of(const Mechanism& mechanism, const VoteRule& vote) {
    Saying saying{.text = {}, .facts = {}, .authority = vote.authority, .version = version_id(mechanism, vote.version)};
    const bool opt_in = vote.polarity == Polarity::opt_in;
    saying.facts = {text("text", vote.name), coded("polarity", opt_in ? "opt-in" : "opt-out"),
                    number("threshold", vote.threshold), number("members", vote.members), provision(vote.authority)};
    saying.text = in_each([&](const Words& words) {
        const std::string threshold = std::to_string(vote.threshold), members = std::to_string(vote.members);
        return std::string(base::shown(vote.name, words.language()).text) + std::string(words("proof.colon")) +
               words(opt_in ? "process.opt_in" : "process.opt_out", {{"threshold", threshold}, {"members", members}});
    });
    return saying;
}

Saying saying_of(const Mechanism& mechanism, const OtherRule& rule) {
    Saying saying{.text = rule.name, .facts = {}, .authority = rule.authority, .version = version_id(mechanism, rule.version)};
    saying.facts = {text("text", rule.name), coded("about", rule.about), literal("term", rule.term), literal("party", rule.party),
                    provision(rule.authority)};
    return saying;
}

Saying saying_of(const Mechanism&, const Outcome& outcome) {
    return {.text = outcome.name,
            .facts = {text("text", outcome.name), provision(outcome.authority)},
            .authority = outcome.authority,
            .version = ""};
}

Saying saying_of(const Mechanism&, const Bar& bar) {
    return {.text = bar.name,
            .facts = {text("text", bar.name), literal("filer_of", bar.filer_of), literal("respondent", bar.respondent),
                      coded("anonymous", bar.anonymous ? "yes" : "no"), provision(bar.authority)},
            .authority = bar.authority,
            .version = ""};
}

Saying saying_of(const Mechanism&, const Reservation& reservation) {
    Saying saying{.text = {}, .facts = {}, .authority = reservation.authority, .version = ""};
    saying.facts = {literal("party", reservation.party), number("most_years", reservation.most_years),
                    provision(reservation.authority)};
    saying.text = in_each([&](const Words& words) { return words("diff.reservation", {{"party", reservation.party}}); });
    return saying;
}

}  // namespace comity::law
