#include "web/site/site.hpp"

#include <boost/json/value.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/format.hpp"
#include "insight/coverage.hpp"
#include "insight/retrospective.hpp"
#include "record/codes.hpp"
#include "web/server/target.hpp"
#include "web/site/sections.hpp"

namespace comity::site {

namespace {

// The days kept are those that readers ask for now; today is always among them because every page asks for it.
constexpr std::size_t most_days = 16;
constexpr std::size_t most_pasts = 4;  // each is a whole docket
constexpr std::size_t most_retrospectives = 4;
constexpr std::size_t most_found = 100'000;

server::HttpError bad_parameter(const base::Fault& fault) {
    return {.status = 400, .code = "bad_parameter." + fault.field, .message = base::to_string(fault)};
}

// Two values of what can have one: whichever we took, the reader may have meant the other.
server::HttpError repeated_parameter(const std::string& name, const server::Route& route) {
    server::HttpError error{400, "repeated_parameter", fmt::format("\"{}\" stands more than once; give it one value", name)};
    for (const server::QueryParameter& q : route.query)
        if (q.repeated) error.choices.emplace_back(q.name);
    return error;
}

// Whether the journal knows a submission of this id that was removed, and that everyone could see until then.
bool was_public(const store::Snapshot& snapshot, std::string_view id) {
    const auto history = snapshot.history(registry::Submission::type().name, id, record::Audience::officers);
    if (history.size() < 2 || !history.back().removed) return false;
    return record::visible(registry::Submission::type(), history[history.size() - 2].record, record::Audience::everyone)
        .has_value();
}

}  // namespace

Site::Site(const store::Store& records, const law::Mechanisms& mechanisms, const exchange::Profile& body,
           base::Day (*todays_day)(), std::string public_origin)
    : store_(records),
      law_(mechanisms),
      profile_(body),
      today_(todays_day),
      origin_(std::move(public_origin)),
      rows_(rows_of(body)) {}

bool Site::offers(Page page) const { return std::ranges::find(rows_, page, &Row::page) != rows_.end(); }

Page Site::page_of(const server::Route& route) const {
    const auto row = std::ranges::find(rows_, route.paths, [](const Row& r) -> const auto& { return r.route.paths; });
    COMITY_ASSERT(row != rows_.end());
    return row->page;
}

base::Language Site::spoken(base::Language readers) const {
    return exchange::speaks(profile_, readers) ? readers : profile_.default_language;
}

std::shared_ptr<const registry::Docket> Site::docket() const { return docket_at(store_.head()); }

std::shared_ptr<const registry::Docket> Site::docket_at(std::int64_t head) const {
    const std::lock_guard lock(mutex_);
    if (!docket_ || docket_->head < head) {
        const store::Snapshot snapshot = store_.snapshot();
        constexpr auto audience = record::Audience::everyone;
        docket_ = std::make_shared<registry::Docket>(docket_ ? registry::read_docket(snapshot, audience, *docket_)
                                                             : registry::read_docket(snapshot, audience));
        pasts_.clear();
    }
    return docket_;
}

std::shared_ptr<const registry::Docket> Site::docket_known(std::int64_t entry) const {
    auto current = docket();
    if (entry >= current->head) return current;
    const std::lock_guard lock(mutex_);
    const auto at =
        std::ranges::find_if(pasts_, [&](const auto& kept) { return kept->known == entry && kept->head == current->head; });
    if (at != pasts_.end()) {
        pasts_.splice(pasts_.begin(), pasts_, at);
    } else {
        pasts_.push_front(
            std::make_shared<registry::Docket>(registry::read_docket(store_.snapshot(), entry, record::Audience::everyone)));
        if (pasts_.size() > most_pasts) pasts_.pop_back();
    }
    return pasts_.front();
}

std::shared_ptr<const registry::DocketOn> Site::docket_on(base::Day day) const { return docket_on(day, docket()); }

std::shared_ptr<const registry::DocketOn> Site::docket_on(base::Day day, std::shared_ptr<const registry::Docket> current) const {
    const std::lock_guard lock(mutex_);
    const auto same_day = [&](const auto& kept) { return kept->on == day && kept->docket->known == kept->docket->head; };
    auto at = std::ranges::find_if(days_, [&](const auto& kept) { return kept->on == day && kept->docket == current; });
    if (at == days_.end()) {
        const bool is_past = current->known != current->head;
        at = is_past ? days_.end() : std::ranges::find_if(days_, same_day);
        const registry::DocketOn* before = at == days_.end() ? nullptr : at->get();
        days_.push_front(std::make_shared<registry::DocketOn>(standings_.on(std::move(current), law_, day, before)));
        if (before) days_.erase(at);
        if (days_.size() > most_days) days_.pop_back();
    } else {
        days_.splice(days_.begin(), days_, at);
    }
    return days_.front();
}

std::shared_ptr<const collections::Shelves> Site::shelves() const {
    const std::lock_guard lock(shelves_mutex_);
    const std::int64_t head = store_.head();
    const base::Day day = today();  // not of before the wait: the day of another may have come
    if (!shelves_ || shelves_->head < head || shelves_->today != day) {
        const store::Snapshot snapshot = store_.snapshot();
        const auto current = docket_at(snapshot.head());  // not an earlier one, or a new submission's day would be missed
        const collections::DateOf date_of = [&](std::string_view type, std::string_view id) -> std::optional<base::Date> {
            const registry::Case* found = type == "submission" ? current->find(id) : nullptr;
            const law::Mechanism* mechanism = found ? law::find_mechanism(law_, found->submission.agreement) : nullptr;
            return mechanism ? registry::filed(*found, *mechanism) : std::nullopt;
        };
        shelves_ = collections::shelves(snapshot, day, shelves_, date_of);
    }
    return shelves_;
}

std::vector<collections::Featured> Site::featured(const std::shared_ptr<const collections::Shelves>& shelves,
                                                  std::string_view type) const {
    const std::lock_guard lock(featured_mutex_);
    if (featured_of_ != shelves) {
        featured_.clear();
        featured_of_ = shelves;
    }
    if (const auto known = featured_.find(type); known != featured_.end()) return known->second;
    auto found = collections::featured(store_.snapshot(), *shelves->of(type), shelves->today);
    return featured_.emplace(type, std::move(found)).first->second;
}

std::shared_ptr<const insight::Covered> Site::covered() const {
    const std::lock_guard lock(covered_mutex_);
    if (!covered_ || covered_->head < store_.head()) covered_ = insight::covered(store_.snapshot(), covered_);
    return covered_;
}

std::shared_ptr<const insight::Retrospective> Site::retrospective(base::Day day) const {
    auto current = docket();
    const std::lock_guard lock(retrospectives_mutex_);
    std::erase_if(retrospectives_, [&](const auto& kept) { return kept->docket->head < current->head; });
    const auto at = std::ranges::find(retrospectives_, day, [](const auto& kept) { return kept->on; });
    if (at != retrospectives_.end()) {
        retrospectives_.splice(retrospectives_.begin(), retrospectives_, at);
    } else {
        retrospectives_.push_front(std::make_shared<insight::Retrospective>(insight::retrospect(std::move(current), law_, day)));
        if (retrospectives_.size() > most_retrospectives) retrospectives_.pop_back();
    }
    return retrospectives_.front();
}

bool names_a_day(const server::Request& request) { return !server::find(request.query, "on").value_or("").empty(); }

base::Day day_of(const Site& site, const server::Request& request) {
    if (!names_a_day(request)) return site.today();
    auto day = base::parse_day(*server::find(request.query, "on"));
    if (!day) throw bad_parameter({"", "", "on", day.error(), "write a day such as 2021-06-20"});
    // Calendars end somewhere; a day outside them has no clocks to show.
    if (*day < law::first_known_day || *day > law::last_known_day)
        throw bad_parameter(
            {"", "", "on", "is outside the days that the calendars know",
             fmt::format("write {} to {}", base::to_string(law::first_known_day), base::to_string(law::last_known_day))});
    return *day;
}

std::optional<Known> known_asked(const Site& site, const server::Request& request) {
    const std::string_view text = server::find(request.query, "known").value_or("");
    if (text.empty()) return std::nullopt;
    const auto day = base::parse_day(text);
    if (!day) throw bad_parameter({"", "", "known", day.error(), "write a day such as 2026-11-22"});
    if (*day > site.today())
        throw bad_parameter(
            {"", "", "known", "is still to come: what will be known then is not known", "write a day until today"});
    const store::Time evening = *day + std::chrono::days{1} - std::chrono::milliseconds{1};
    return Known{*day, site.store().snapshot().entry_at(evening)};
}

server::Parameters days_asked(const server::Request& request) {
    server::Parameters days;
    for (const char* name : {"on", "known"})
        if (const auto day = server::find(request.query, name).value_or(""); !day.empty())
            days.push_back({name, std::string(day)});
    return days;
}

Asked submissions_asked(const Site& site, const server::Request& request, std::size_t page_size) {
    std::vector<std::pair<std::string, std::string>> parameters;
    for (const server::Parameter& parameter : request.query) parameters.emplace_back(parameter.name, parameter.value);
    auto filter = registry::filter_from(parameters);
    if (!filter) throw bad_parameter(filter.error().front());
    if (filter->limit == 0) filter->limit = page_size;
    const auto known = known_asked(site, request);
    if (known && !filter->words.empty())
        throw server::HttpError{400, "search_known",
                                "words are looked for in the record as it is now: leave out \"q\" or \"known\""};
    auto docket = known ? site.docket_known(known->entry) : site.docket();
    Asked asked{.filter = *std::move(filter),
                .docket = site.docket_on(day_of(site, request), std::move(docket)),
                .listing = {},
                .known = known};
    std::vector<store::Found> matching;
    if (!asked.filter.words.empty()) {
        store::SearchResult result =
            site.store().snapshot().search({registry::Submission::type().name}, asked.filter.words, most_found);
        matching = std::move(result.found);
        asked.words_ignored = result.query.words_ignored;
        asked.only_best = result.only_best();
    }
    auto listing = registry::list(*asked.docket, asked.filter, matching);
    if (!listing) throw bad_parameter(listing.error());
    asked.listing = *std::move(listing);
    return asked;
}

server::Parameters query_of(const registry::Filter& filter, const server::Request& request) {
    server::Parameters query;
    for (auto& [name, value] : registry::parameters_of(filter)) query.push_back({std::move(name), std::move(value)});
    for (server::Parameter& day : days_asked(request)) query.push_back(std::move(day));
    return query;
}

CaseAsked case_asked(const Site& site, const server::Request& request, std::string_view id) {
    const base::Day day = day_of(site, request);
    const auto known = known_asked(site, request);
    CaseAsked asked{.docket = known ? site.docket_known(known->entry) : site.docket(), .on = {}, .known = known};
    const registry::Case* found = asked.docket->find(id);
    if (!found && known)
        throw server::HttpError{
            404, known->entry ? "not_yet_recorded" : "nothing_recorded",
            fmt::format("\"{}\" was not on the record by the end of {}; leave out \"known\" to read it as it is now",
                        id.substr(0, 60), base::to_string(known->day))};
    if (!found && was_public(site.store().snapshot(), id))
        throw server::HttpError{410, "gone",
                                fmt::format("the submission \"{}\" was taken out of the registry", id.substr(0, 60))};
    if (!found)
        throw server::HttpError{404, "no_submission", fmt::format("the registry has no submission \"{}\"", id.substr(0, 60))};
    asked.on = registry::case_on(*found, site.law(), day);
    if (!asked.on.evaluation.stage)
        throw server::HttpError{404, "not_yet_filed",
                                fmt::format("{} was not yet filed on {}", found->submission.id, base::to_string(day))};
    return asked;
}

std::vector<const law::Clock*> clocks_asked(const registry::CaseOn& on, std::string_view name) {
    auto clocks = registry::clocks_named(on, name);
    if (clocks.empty())
        throw server::HttpError{
            404,
            "no_clock",
            fmt::format("{} has no clock \"{}\" on {}", on.of->submission.id, name.substr(0, 60), base::to_string(on.on)),
            {},
            registry::steps_with_clocks(on)};
    return clocks;
}

const law::Mechanism& mechanism_asked(const Site& site, std::string_view id) {
    const law::Mechanism* mechanism = law::find_mechanism(site.law(), id);
    if (!mechanism || mechanism->id != id)
        throw server::HttpError{404, "no_mechanism", fmt::format("there is no mechanism \"{}\"", id.substr(0, 60))};
    return *mechanism;
}

void refuse_unknown_parameters(const server::Request& request, const server::Route& route) {
    for (const server::Parameter& parameter : request.query) {
        const std::string name = parameter.name.substr(0, 60);
        if (route.query.empty())
            throw server::HttpError{400, "takes_no_parameters",
                                    fmt::format("this address takes no parameters, such as \"{}\"", name)};
        const auto at = std::ranges::find(route.query, std::string_view(parameter.name), &server::QueryParameter::name);
        const bool others = std::ranges::any_of(route.query, &server::QueryParameter::any_name);
        if (others && (at == route.query.end() || at->any_name)) continue;
        if (at != route.query.end()) {
            if (!at->repeated && std::ranges::count(request.query, parameter.name, &server::Parameter::name) > 1)
                throw repeated_parameter(name, route);
            continue;
        }
        std::vector<std::string> known;
        for (const server::QueryParameter& q : route.query) known.emplace_back(q.name);
        throw server::HttpError{400,
                                "unknown_parameter",
                                fmt::format("\"{}\" is not a parameter of this page; they are {}", name, fmt::join(known, ", ")),
                                {},
                                known};
    }
}

std::string_view party_name(const Site& site, std::string_view code, base::Language language) {
    const exchange::Party* party = exchange::find_party(site.profile(), code);
    return party ? base::shown(party->name, language).text : code;
}

std::string actor_name(const Site& site, const registry::Case& of, const law::Mechanism& mechanism, std::string_view actor,
                       base::Language language) {
    if (actor == "party") {
        std::vector<std::string> names;
        for (const std::string& code : of.submission.parties) names.emplace_back(party_name(site, code, language));
        return base::list_of(language, names);
    }
    const law::Actor* known = law::find_actor(mechanism, actor);
    return std::string(known ? base::shown(known->name, language).text : actor);
}

registry::ActorName actor_names(const Site& site, const registry::CaseOn& on, base::Language language) {
    return [&site, &on, language](std::string_view actor, std::string_view party) {
        if (actor == "party" && !party.empty()) return std::string(party_name(site, party, language));
        return actor_name(site, *on.of, *on.mechanism, actor, language);
    };
}

std::string_view label(std::string_view list, std::string_view code, base::Language language) {
    const record::Code* known = record::find_code(list, code);
    return known ? base::shown(known->label, language).text : code;
}

}  // namespace comity::site
