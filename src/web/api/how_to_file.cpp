#include "body/council/office.hpp"
#include "insight/retrospective.hpp"
#include "web/api/answers.hpp"
#include "web/api/mechanism_json.hpp"
#include "web/api/parts.hpp"
#include "web/site/filing.hpp"

// How to file, as data: the rules of today, where a filing goes, how long each step took so far.
namespace comity::api {

namespace {

using base::JsonWriter;

void write_number(JsonWriter& json, std::string_view name, const std::optional<double>& number) {
    json.key(name);
    if (number)
        json.value(*number);
    else
        json.null();
}

void write_times(JsonWriter& json, const site::Site& site, const site::Filing& filing) {
    const auto docket = site.docket();
    json.key("times").begin_array();
    for (const insight::TimeRow& row : insight::times_under(*docket, site.law(), *filing.mechanism, filing.day)) {
        json.begin_object();
        write_code(json, "step", row.step);
        json.member("done", row.done.size()).member("running", row.running.size());
        write_number(json, "lower_quartile", row.lower_quartile);
        write_number(json, "median", row.median);
        write_number(json, "upper_quartile", row.upper_quartile);
        json.end_object();
    }
    json.end_array();
}

void write_office(JsonWriter& json, const site::Site& site, base::Language language) {
    json.key("send_to").begin_object().key("address").begin_array();
    for (const std::string& line : site.profile().address) json.value(line);
    json.end_array().key("office");
    if (const auto office = site::filing_office(site))
        json.value(site.origin() + site::record_address(council::Office::type(), office->id, language, "json"));
    else
        json.null();
    json.end_object();
}

}  // namespace

server::Response how_to_file_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const auto filing = site::filing_on(site, site.today());
    std::string out;
    JsonWriter json(out);
    json.begin_object().member("on", base::to_string(filing->day));
    write_code(json, "mechanism", filing->mechanism ? filing->mechanism->code : std::string_view());
    if (filing->mechanism) {
        json.key("process").value(
            absolute(site, {site::Page::process, match.language, {{"id", filing->mechanism->id}}, {}}, "json"));
        write_span(json, "filed", filing->mechanism->filed);
        write_authority(json, filing->mechanism->authority);
        write_tests(json, filing->rules);
        write_rules(json, filing->rules);
        write_bars(json, filing->rules);
        write_steps(json, filing->rules);
        write_times(json, site, *filing);
    }
    write_office(json, site, match.language);
    write_links(json, site, {site::Page::how_to_file, match.language, {}, {}});
    json.end_object();
    return answered("json", std::move(out));
}

}  // namespace comity::api
