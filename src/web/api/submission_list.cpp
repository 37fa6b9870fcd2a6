#include <algorithm>
#include <ranges>

#include "base/messages.hpp"
#include "exchange/atom.hpp"
#include "exchange/csv.hpp"
#include "exchange/geojson.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"

// The list of submissions in each machine format.
namespace comity::api {

namespace {

using base::JsonWriter;
using registry::Standing;

constexpr std::size_t feed_length = 50;  // entries of a feed's page

site::Asked asked(const site::Site& site, const server::Request& request, const server::Match& match, std::size_t page_size) {
    site::refuse_unknown_parameters(request, *match.route);
    return site::submissions_asked(site, request, page_size);
}

std::string_view status(const Standing& row) { return row.status == registry::Status::open ? "open" : "closed"; }

Spot case_spot(const Standing& row, base::Language language, const server::Request& request) {
    Spot spot{site::Page::submission, language, {{"id", row.of->submission.id}}, {}};
    spot.query = site::days_asked(request);
    return spot;
}

// Stages and outcomes have the law's own ids everywhere in an answer; only an address writes them with '-'.
std::string law_id(std::string_view in_address) {
    std::string id(in_address);
    std::ranges::replace(id, '-', '_');
    return id;
}

void write_counts(JsonWriter& json, std::string_view name, const registry::Counts& counts, bool of_the_law) {
    json.key(name).begin_object();
    for (const auto& [value, count] : counts) json.member(of_the_law ? law_id(value) : value, count);
    json.end_object();
}

void write_facets(JsonWriter& json, const registry::Listing& listing) {
    json.key("facets").begin_object();
    write_counts(json, "party", listing.parties, false);
    write_counts(json, "agreement", listing.agreements, false);
    write_counts(json, "status", listing.statuses, false);
    write_counts(json, "outcome", listing.outcomes, true);
    write_counts(json, "stage", listing.stages, true);
    write_counts(json, "matter", listing.matters, false);
    json.member("overdue", listing.overdue).end_object();
}

void write_turn(JsonWriter& json, const Standing& row) {
    json.key("turn");
    if (row.turn_actor.empty()) {
        json.null();
        return;
    }
    json.begin_object().member("actor", row.turn_actor).member("step", row.turn_step);
    write_day(json, "due", row.due);
    json.end_object();
}

void write_strings(JsonWriter& json, std::string_view name, const std::vector<std::string>& strings) {
    json.key(name).begin_array();
    for (const std::string& string : strings) json.value(string);
    json.end_array();
}

void write_row(JsonWriter& json, const site::Site& site, const Standing& row, const Spot& spot) {
    const registry::Submission& submission = row.of->submission;
    json.begin_object().member("id", submission.id);
    write_text(json, "title", submission.title);
    write_strings(json, "parties", submission.parties);
    json.member("agreement", submission.agreement);
    write_date(json, "filed", row.filed);
    json.member("status", status(row));
    write_code(json, "stage", row.stage);
    write_code(json, "outcome", row.outcome);
    write_date(json, "ended", row.ended);
    write_turn(json, row);
    json.member("overdue", row.overdue);
    write_strings(json, "matters", submission.matters);
    json.key("links").begin_object().member("html", absolute(site, spot)).member("json", absolute(site, spot, "json"));
    json.end_object().end_object();
}

std::string joined(const std::vector<std::string>& strings) {
    std::string out;
    for (const std::string& string : strings) out += (out.empty() ? "" : "; ") + string;
    return out;
}

std::string date_cell(const std::optional<base::Date>& date) { return date ? base::to_string(*date) : ""; }

std::string number_cell(double number) {
    std::string out;
    base::append_json_number(out, number);
    return out;
}

std::string properties(const site::Site& site, const Standing& row, const Spot& spot) {
    const registry::Submission& submission = row.of->submission;
    std::string out;
    JsonWriter json(out);
    json.begin_object().member("title", in_language(submission.title, spot.language));
    write_strings(json, "parties", submission.parties);
    json.member("agreement", submission.agreement);
    write_date(json, "filed", row.filed);
    json.member("status", status(row));
    write_code(json, "stage", row.stage);
    write_code(json, "outcome", row.outcome);
    json.member("overdue", row.overdue);
    write_code(json, "place", submission.place ? in_language(submission.place->name, spot.language) : "");
    json.member("address", absolute(site, spot)).end_object();
    return out;
}

// The last thing that happened, on which a reader of the feed would want to be told.
base::Day last_step(const Standing& row) {
    if (!row.steps.empty()) return std::ranges::max(row.steps);
    return row.filed ? row.filed->first() : row.of->submission.as_of.first();
}

std::string stage_name(const Standing& row, base::Language language) {
    if (!row.outcome.empty())
        for (const law::Outcome& outcome : row.mechanism->outcomes)
            if (outcome.id == row.outcome) return in_language(outcome.name, language);
    const law::Stage* stage = law::find_stage(*row.mechanism, row.stage);
    return stage ? in_language(stage->name, language) : std::string(row.stage);
}

exchange::AtomEntry feed_entry(const site::Site& site, const Standing& row, const Spot& spot) {
    const registry::Submission& submission = row.of->submission;
    const base::Shown title = base::shown(submission.title, spot.language);
    exchange::AtomEntry entry{.id = absolute(site, {spot.page, spot.language, spot.captured, {}}),
                              .title = submission.id + " " + std::string(title.text),
                              .summary = stage_name(row, spot.language),
                              .language = title.language,
                              .updated = last_step(row),
                              .published = {},
                              .links = {{"alternate", absolute(site, spot), "text/html", std::string(base::code(spot.language))}},
                              .categories = {}};
    if (row.filed) entry.published = row.filed->first();
    for (const std::string& party : submission.parties)
        entry.categories.push_back({party, std::string(site::party_name(site, party, spot.language))});
    return entry;
}

}  // namespace

server::Response submissions_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::Asked list = asked(site, request, match, 0);
    const registry::Listing& listing = list.listing;
    Spot spot{site::Page::submissions, match.language, {}, site::query_of(list.filter, request)};
    std::string out;
    JsonWriter json(out);
    json.begin_object().member("on", base::to_string(list.docket->on));
    write_known(json, list.known);
    json.member("count", listing.count).member("of", listing.of).member("before", listing.before);
    if (list.words_ignored) json.member("words_ignored", list.words_ignored);
    if (list.only_best) json.member("only_best", list.only_best);
    write_facets(json, listing);
    write_links(json, site, spot);
    if (listing.next.empty()) {
        json.key("next").null();
    } else {
        Spot next = spot;
        next.query.push_back({"after", listing.next});
        next.query.push_back({"limit", std::to_string(list.filter.limit)});
        json.member("next", absolute(site, next, "json"));
    }
    json.key("submissions").begin_array();
    for (const Standing* row : listing.rows) write_row(json, site, *row, case_spot(*row, match.language, request));
    json.end_array().end_object();
    return answered("json", std::move(out));
}

server::Response submissions_csv(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::Asked list = asked(site, request, match, 0);
    std::string out;
    exchange::append_csv_row(
        out, {"id", "title", "parties", "agreement", "filed", "status", "stage", "outcome", "ended", "turn_actor", "turn_step",
              "due", "overdue", "matters", "place", "country", "latitude", "longitude", "address"});
    for (const Standing* row : list.listing.rows) {
        const registry::Submission& submission = row->of->submission;
        const auto point = point_of(submission.place);
        exchange::append_csv_row(
            out, {submission.id, in_language(submission.title, match.language), joined(submission.parties), submission.agreement,
                  date_cell(row->filed), status(*row), row->stage, row->outcome, date_cell(row->ended), row->turn_actor,
                  row->turn_step, row->due ? base::to_string(*row->due) : "", row->overdue ? "yes" : "no",
                  joined(submission.matters), submission.place ? in_language(submission.place->name, match.language) : "",
                  submission.place ? submission.place->country : "", point ? number_cell(point->latitude) : "",
                  point ? number_cell(point->longitude) : "", absolute(site, case_spot(*row, match.language, request))});
    }
    return answered("csv", std::move(out));
}

server::Response submissions_geojson(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::Asked list = asked(site, request, match, 0);
    std::vector<exchange::GeoFeature> features;
    for (const Standing* row : list.listing.rows)
        features.push_back({row->of->submission.id, point_of(row->of->submission.place),
                            properties(site, *row, case_spot(*row, match.language, request))});
    std::string out;
    exchange::append_geojson(out, features);
    return answered("geojson", std::move(out));
}

server::Response submissions_atom(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::Asked list = asked(site, request, match, feed_length);
    const base::Words words(match.language);
    const Spot spot{site::Page::submissions, match.language, {}, site::query_of(list.filter, request)};
    const std::string language(base::code(match.language));
    exchange::AtomFeed feed{.id = absolute(site, {spot.page, spot.language, {}, spot.query}, "atom"),
                            .title = words("api.submissions.feed", {{"body", publisher(site, match.language)}}),
                            .subtitle = {},
                            .language = match.language,
                            .author = publisher(site, match.language),
                            .author_address = absolute(site, {site::Page::home, match.language, {}, {}}),
                            .updated = list.docket->on,
                            .links = {{"self", absolute(site, spot, "atom"), "application/atom+xml", language}},
                            .entries = {}};
    for (const base::Language other : site.languages())
        feed.links.push_back(
            {"alternate", absolute(site, {spot.page, other, {}, spot.query}), "text/html", std::string(base::code(other))});
    if (!list.listing.next.empty()) {
        Spot next = spot;
        next.query.push_back({"after", list.listing.next});
        next.query.push_back({"limit", std::to_string(list.filter.limit)});
        feed.links.push_back({"next", absolute(site, next, "atom"), "application/atom+xml", language});
    }
    for (const Standing* row : list.listing.rows)
        feed.entries.push_back(feed_entry(site, *row, case_spot(*row, match.language, request)));
    if (!feed.entries.empty()) feed.updated = std::ranges::max(feed.entries, {}, &exchange::AtomEntry::updated).updated;
    std::string out;
    exchange::append_atom(out, feed);
    return answered("atom", std::move(out));
}

}  // namespace comity::api
