#include "law/explanation.hpp"

#include <algorithm>

#include "base/format.hpp"
#include "law/clock_words.hpp"
#include "law/provision.hpp"

namespace comity::law {

namespace {

using base::Day;
using Kind = Piece::Kind;
using Weight = Sentence::Weight;

Piece words_piece(std::string_view text) { return {Kind::words, std::string(text), ""}; }
Sentence sentence(std::string_view text, Weight weight = Weight::plain) { return {{words_piece(text)}, weight}; }

// Makes the entries of one clock, in the order in which a reader follows them.
struct Teller {
    const Clock& clock;
    const Told& told;
    const base::Words& words;
    std::vector<Entry> entries;

    base::Language language() const { return words.language(); }
    std::string_view shown(const base::Text& text) const { return base::shown(text, language()).text; }

    Piece date(const base::Date& date) const {
        return {Kind::date, date.day() ? base::long_date(language(), *date.day()) : base::date(language(), date),
                base::to_string(date)};
    }
    Piece mark(std::string_view code) const {
        return {Kind::mark, std::string(words(("confidence." + std::string(code)).c_str())), std::string(code)};
    }
    Piece quote(const base::Text& text) const {
        const base::Shown shown = base::shown(text, language());
        return {Kind::quote, std::string(shown.text), "", shown.language};
    }
    const EventTold* of_event(int event) const {
        return event == no_event || told.told.empty() ? nullptr : &told.told[static_cast<std::size_t>(event)];
    }
    // Null where no event is meant, or events are not told at all.
    const Event* event(int at) const {
        return at == no_event || told.events.empty() ? nullptr : &told.events[static_cast<std::size_t>(at)];
    }
    Entry& entry(EntryKind kind, const char* term) {
        return entries.emplace_back(kind, std::string(words(term)), std::vector<Sentence>());
    }

    void opened_by();
    void authority(Entry& entry, const Authority& held) const;
    void rule();
    void readings();
    void suspensions();
    void calendar();
    void count(const std::vector<SkippedDay>& skipped);
    void skipped_days(const std::vector<SkippedDay>& skipped);
    void roll();
    void extension();
    void missing();
    void explained();
    void doubts_of_rules(Entry& entry, const std::vector<SkippedDay>& skipped) const;
    void doubts_of_record(Entry& entry) const;
    void doubts(const std::vector<SkippedDay>& skipped);
    void end();
};

void Teller::opened_by() {
    if (clock.missing == Missing::opening_event) return;  // said among what is missing
    Entry& said = entry(EntryKind::opened_by, "proof.opened_by");
    Sentence opening = sentence(event_name(told.mechanism, clock.opened_by.type, words) + ", ");
    if (clock.opened_by.date)
        opening.pieces.push_back(date(*clock.opened_by.date));
    else
        opening.pieces.push_back(words_piece(words("case.date_unknown")));
    opening.pieces.push_back(words_piece(std::string(". ") + std::string(words("proof.first_day"))));
    said.sentences.push_back(std::move(opening));
    const Event* opener = event(clock.opened_by.event);
    if (opener && opener->document_date && clock.limit && clock.limit->counted_from == CountedFrom::delivery)
        said.sentences.push_back(sentence(words("proof.delivery", {{"date", base::date(language(), *opener->document_date)}})));
}

void Teller::authority(Entry& entry, const Authority& held) const {
    entry.sentences.push_back({{words_piece(cited(words, held.provision) + " "), mark(code(held.confidence))}});
    if (!held.note.empty()) entry.sentences.push_back({{quote(held.note)}, Weight::small});
    if (!held.source.empty()) entry.sentences.push_back({{{Kind::source, held.source, ""}}, Weight::small});
}

// "in force from 1 July 2020", "in force from … to …"; nothing where both ends are open.
std::string span_text(const Span& span, const base::Words& words) {
    const std::string from = span.from ? base::date(words.language(), *span.from) : "",
                      to = span.to ? base::date(words.language(), *span.to) : "";
    if (span.from && span.to) return words("proof.in_force_between", {{"from", from}, {"to", to}});
    if (span.from) return words("proof.in_force_from", {{"from", from}});
    if (span.to) return words("proof.in_force_to", {{"to", to}});
    return "";
}

void Teller::rule() {
    Entry& said = entry(EntryKind::rule, "proof.rule");
    if (!clock.limit || !clock.version) {
        said.sentences.push_back(sentence(words(clock.readings.empty() ? "proof.no_version" : "missing.conflicting_rules")));
        return;
    }
    const Limit& limit = *clock.limit;
    const std::string span = span_text(in_force(told.mechanism, limit), words);
    std::string text = limit_text(&limit, words) + ". " + std::string(shown(clock.version->name));
    text += (span.empty() ? "" : ", " + span) + ". ";
    said.sentences.push_back({{words_piece(text), mark(code(clock.version->authority.confidence))}});
    if (limit.lead > 0) {
        Limit lead = limit;
        lead.number = limit.lead;
        said.sentences.push_back(sentence(words("proof.lead", {{"time", limit_text(&lead, words)}}), Weight::small));
    }
    if (clock.version->axis == Axis::filed && !told.filed)
        said.sentences.push_back(sentence(words("proof.by_filing_unknown"), Weight::small));
    if (clock.version->axis == Axis::filed && told.filed)
        said.sentences.push_back(
            sentence(words("proof.by_filing", {{"date", base::date(language(), *told.filed)}}), Weight::small));
    if (clock.version->axis == Axis::opened && clock.opened_by.date)
        said.sentences.push_back(
            sentence(words("proof.by_opening", {{"date", base::date(language(), *clock.opened_by.date)}}), Weight::small));
    // Where there is no limit, nothing can be passed.
    if (limit.unit != Unit::none)
        said.sentences.push_back(sentence(words(limit.strength == Strength::hard ? "proof.hard" : "proof.soft"), Weight::small));
    if (clock.domestic()) said.sentences.push_back(sentence(words("proof.domestic"), Weight::small));
}

// Each of the rules that conflict, with what it would give.
void Teller::readings() {
    if (clock.readings.empty()) return;
    Entry& said = entry(EntryKind::readings, "proof.readings");
    for (const Reading& reading : clock.readings) {
        std::string text = limit_text(reading.limit, words) + std::string(words("proof.colon"));
        text += reading.due ? words("proof.reading_due", {{"due", base::long_date(language(), *reading.due)}})
                            : std::string(words("proof.reading_none"));
        said.sentences.push_back(sentence(text + ". " + std::string(shown(reading.version->name)) + "."));
        authority(said, reading.limit->authority);
    }
}

void Teller::suspensions() {
    if (clock.suspensions.empty()) return;
    Entry& said = entry(EntryKind::suspension, "proof.suspension");
    const auto date_of = [&](const Moment& at) {
        return at.date ? base::date(language(), *at.date) : std::string(words("case.date_unknown"));
    };
    for (const Suspension& suspension : clock.suspensions) {
        std::string text = event_name(told.mechanism, suspension.by.type, words);
        const auto& until = suspension.until;
        if (until) text += std::string(words("list.between")) + event_name(told.mechanism, until->type, words);
        text += words("proof.colon");
        const auto from = suspension.by.date ? suspension.by.date->day() : std::nullopt;
        const auto to = until && until->date ? until->date->day() : std::nullopt;
        if (!until)
            text += words("proof.suspended_open", {{"from", date_of(suspension.by)}});
        else if (from && to)
            text += words.plural(
                "proof.suspended", (*to - *from).count(),
                {{"from", base::date(language(), *from + std::chrono::days{1})}, {"to", base::date(language(), *to)}});
        else
            text += date_of(suspension.by) + std::string(words("list.between")) + date_of(*until) + ".";
        said.sentences.push_back(sentence(text));
    }
    said.sentences.push_back(sentence(words("proof.suspended_note"), Weight::small));
}

void Teller::calendar() {
    const Limit& limit = *clock.limit;
    const bool working = limit.unit == Unit::working;
    Entry& said = entry(EntryKind::calendar, "proof.calendar");
    if (!working)
        said.sentences.push_back(
            sentence(words(limit.roll == Roll::none ? "proof.calendar_days" : "proof.calendar_days_rolled")));
    if (clock.calendar && (working || limit.roll != Roll::none))
        said.sentences.push_back({{words_piece(std::string(shown(clock.calendar->name())) + " "),
                                   mark(code(clock.calendar->authority().confidence))}});
}

void Teller::count(const std::vector<SkippedDay>& skipped) {
    const bool working = clock.limit->unit == Unit::working;
    if ((!working && clock.limit->unit != Unit::calendar) || !clock.opened_by.date || !clock.opened_by.date->day()) return;
    const Day opens = clock.counted_from.value_or(*clock.opened_by.date->day());
    const Day last = clock.raw_last_day.value_or(*clock.due);
    Day first = opens + std::chrono::days{1};
    if (working)
        for (const SkippedDay& day : skipped)
            if (day.day == first) first += std::chrono::days{1};
    auto days = (last - opens).count() - (working ? static_cast<std::int64_t>(skipped.size()) : 0);
    if (!clock.suspensions.empty())
        for (Day day = opens + std::chrono::days{1}; day <= last; day += std::chrono::days{1}) days -= stands_still(clock, day);
    entry(EntryKind::count, "proof.count")
        .sentences.push_back(sentence(words("proof.counted", {{"first", base::long_date(language(), first)},
                                                              {"n", base::format_number(language(), days)},
                                                              {"last", base::long_date(language(), last)}})));
}

// Every skipped day by name, under the reason for which it was skipped.
void Teller::skipped_days(const std::vector<SkippedDay>& skipped) {
    Entry& said = entry(EntryKind::skipped, "proof.skipped");
    if (skipped.empty()) said.sentences.push_back(sentence(words("proof.skipped_none")));
    std::vector<const DayOff*> reasons;
    for (const SkippedDay& day : skipped)
        if (std::ranges::find(reasons, day.why) == reasons.end()) reasons.push_back(day.why);
    for (const DayOff* why : reasons) {
        Sentence item{{words_piece(std::string(shown(why->name)) + std::string(words("proof.colon")))}, Weight::plain, true};
        for (const SkippedDay& day : skipped) {
            if (day.why != why) continue;
            if (item.pieces.size() > 1) item.pieces.push_back(words_piece(words("list.between")));
            item.pieces.push_back(
                {Kind::date, skipped.size() > 4 ? base::weekday_date(language(), day.day) : base::long_date(language(), day.day),
                 base::to_string(day.day)});
        }
        said.sentences.push_back(std::move(item));
    }
}

void Teller::roll() {
    Entry& said = entry(EntryKind::roll, "proof.roll");
    if (!clock.raw_last_day || *clock.raw_last_day == *clock.due) {
        said.sentences.push_back(sentence(words("proof.roll_none")));
        return;
    }
    const DayOff* why = clock.calendar ? clock.calendar->why_off(*clock.raw_last_day) : nullptr;
    said.sentences.push_back(sentence(words("proof.rolled", {{"day", base::long_date(language(), *clock.raw_last_day)},
                                                             {"why", why ? shown(why->name) : ""},
                                                             {"due", base::long_date(language(), *clock.due)}})));
}

void Teller::extension() {
    if (!clock.extended || !clock.limit->extension) return;
    Entry& said = entry(EntryKind::extension, "proof.extension");
    const int number = clock.limit->extension->number;
    said.sentences.push_back(
        sentence(number == 0 ? std::string(words("proof.extended_open")) : words.plural("proof.extended", number)));
    if (const Event* notice = event(clock.extension_event)) {
        Sentence by = sentence(event_name(told.mechanism, notice->type, words) + ", ");
        by.pieces.push_back(notice->date ? date(*notice->date) : words_piece(words("case.date_unknown")));
        by.pieces.push_back(words_piece("."));
        said.sentences.push_back(std::move(by));
    }
    authority(said, clock.limit->extension->authority);
}

void Teller::missing() {
    if (clock.missing == Missing::nothing) return;
    Entry& said = entry(EntryKind::missing, "proof.missing");
    std::string key = "missing." + std::string(code(clock.missing));
    std::ranges::replace(key, '-', '_');
    said.sentences.push_back(sentence(words(key.c_str())));
    if (clock.earliest_due && clock.latest_due)
        said.sentences.push_back(sentence(words("missing.bounds", {{"from", base::date(language(), *clock.earliest_due)},
                                                                   {"to", base::date(language(), *clock.latest_due)}})));
}

void Teller::explained() {
    if (clock.explanations.empty()) return;
    Entry& said = entry(EntryKind::explained, "proof.explained");
    for (const int index : clock.explanations) {
        const Event* explained = event(index);
        if (!explained) continue;
        Sentence one;
        if (explained->date) one.pieces.push_back(date(*explained->date));
        one.pieces.push_back(words_piece(" "));
        const EventTold* about = of_event(index);
        if (about && about->note && !about->note->empty()) one.pieces.push_back(quote(*about->note));
        said.sentences.push_back(std::move(one));
    }
    said.sentences.push_back(sentence(words("proof.explained_note"), Weight::small));
}

// What the proof rests on that is not verified: the weak links of each kind in one sentence.
void Teller::doubts_of_rules(Entry& entry, const std::vector<SkippedDay>& skipped) const {
    std::vector<std::string> derived, recalled;
    const auto link = [&](const Authority& held, std::string_view what) {
        if (held.confidence == Confidence::verified) return;
        auto& list = held.confidence == Confidence::derived ? derived : recalled;
        if (std::ranges::find(list, what) == list.end()) list.emplace_back(what);
    };
    const Authority& rule = clock.limit ? clock.limit->authority : clock.step->authority;
    link(clock.step->authority, words("doubt.step", {{"provision", cited(words, clock.step->authority.provision)}}));
    link(rule, words("doubt.rule", {{"provision", cited(words, rule.provision)}}));
    if (clock.version) link(clock.version->authority, shown(clock.version->name));
    if (clock.extended && clock.limit->extension) link(clock.limit->extension->authority, words("doubt.extension"));
    const bool counted_on_calendar =
        clock.due && clock.calendar && (clock.limit->unit == Unit::working || clock.limit->roll != Roll::none);
    if (counted_on_calendar) link(clock.calendar->authority(), shown(clock.calendar->name()));
    for (const SkippedDay& day : skipped) {
        Authority best = day.why->authority;  // where a day is off for several reasons, the best of them counts
        best.confidence = clock.calendar->confidence_of_days_off(day.day - std::chrono::days{1}, day.day);
        link(best, words("doubt.day_off", {{"name", shown(day.why->name)}}));
    }
    const std::string separator = std::string(words("list.semicolon")) + " ";
    for (const auto& [key, list] : {std::pair{"doubt.derived", &derived}, std::pair{"doubt.recalled", &recalled}}) {
        std::string all;
        for (const std::string& what : *list) all += (all.empty() ? "" : separator) + what;
        if (!all.empty()) entry.sentences.push_back({{words_piece(words(key, {{"list", all}}))}, Weight::plain, true});
    }
}

// What the record itself is not sure of, of this clock and its events.
void Teller::doubts_of_record(Entry& entry) const {
    const auto item = [&](std::string_view text) { entry.sentences.push_back({{words_piece(text)}, Weight::plain, true}); };
    const int ended_by = clock.met_by ? clock.met_by->event : clock.superseded_by ? clock.superseded_by->event : no_event;
    for (const int at : {clock.opened_by.event, clock.extension_event, ended_by}) {
        const EventTold* about = of_event(at);
        if (!about || about->confidence.empty() || !event(at)) continue;
        item(words("doubt.event", {{"event", event_name(told.mechanism, event(at)->type, words)},
                                   {"confidence", mark(about->confidence).text}}));
    }
    const auto concerns = [&](const Finding& finding) {
        if (finding.step == clock.step) return finding.event == clock.opened_by.event || finding.event == ended_by;
        return finding.event != no_event && (finding.event == clock.opened_by.event || finding.event == ended_by);
    };
    for (const Finding& finding : told.findings)
        if (concerns(finding)) item(shown(describe(told.mechanism, told.events, finding)));
    if (clock.announced && clock.due && clock.announced->day() != clock.due)
        item(words("doubt.announced",
                   {{"announced", base::date(language(), *clock.announced)}, {"due", base::date(language(), *clock.due)}}));
    if (told.on > told.known_to && clock.running())
        item(words("doubt.known_to", {{"date", base::date(language(), told.known_to)}}));
}

void Teller::doubts(const std::vector<SkippedDay>& skipped) {
    Entry& said = entry(EntryKind::doubts, "proof.doubts");
    said.sentences.push_back(
        {{words_piece(std::string(words("proof.weakest")) + std::string(words("proof.colon"))), mark(code(clock.confidence))}});
    const std::size_t so_far = said.sentences.size();
    doubts_of_rules(said, skipped);
    doubts_of_record(said);
    if (said.sentences.size() == so_far) said.sentences.push_back(sentence(words("doubt.none")));
}

void Teller::end() {
    Entry& said = entry(EntryKind::end, "proof.met");
    said.sentences.push_back(sentence(clock_text(clock, told.on, told.known_to, words), Weight::result));
    const auto ended = clock.met_by ? clock.met_by : clock.superseded_by;
    Sentence by;
    if (ended) {
        by.pieces.push_back(words_piece(words("proof.by", {{"event", event_name(told.mechanism, ended->type, words)}}) + " "));
        by.pieces.push_back(ended->date ? date(*ended->date) : words_piece(words("case.date_unknown")));
    } else {
        by.pieces.push_back(words_piece(words("proof.on_the_day_shown", {{"day", base::long_date(language(), told.on)}})));
    }
    if (clock.unexplained) {
        by.pieces.push_back(words_piece(". " + std::string(words("proof.unexplained_note")) + " "));
        by.pieces.push_back({Kind::mark, std::string(words("proof.unexplained")), "unexplained"});
    }
    said.sentences.push_back(std::move(by));
}

}  // namespace

Explanation explain(const Clock& clock, const Told& told, const base::Words& words) {
    Teller teller{clock, told, words, {}};
    const std::vector<SkippedDay> skipped = skipped_days(clock);
    teller.opened_by();
    teller.authority(teller.entry(EntryKind::provision, "proof.provision"),
                     clock.limit ? clock.limit->authority : clock.step->authority);
    teller.rule();
    teller.readings();
    teller.suspensions();
    if (clock.due) {
        teller.calendar();
        teller.count(skipped);
        teller.skipped_days(skipped);
        teller.roll();
    }
    teller.extension();
    if (clock.due)
        teller.entry(EntryKind::due, "proof.due").sentences.push_back({{teller.date(base::Date(*clock.due))}, Weight::result});
    teller.missing();
    teller.explained();
    teller.doubts(skipped);
    teller.end();
    return {std::string(teller.shown(clock.step->name)), told.actor, clock_text(clock, told.on, told.known_to, words),
            std::move(teller.entries)};
}

}  // namespace comity::law
