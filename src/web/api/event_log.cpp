#include "exchange/record_csv.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"

// The events of a case as they were recorded, with nothing worked out.
namespace comity::api {

namespace {

// Holds the docket that the case belongs to.
struct Logged {
    std::shared_ptr<const registry::Docket> docket;
    const registry::Case* of;
};

Logged logged(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    site::CaseAsked asked = site::case_asked(site, request, match["id"]);
    return {std::move(asked.docket), asked.on.of};
}

}  // namespace

server::Response events_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    const Logged log = logged(site, request, match);
    std::string out;
    base::JsonWriter json(out);
    json.begin_object().member("submission", log.of->submission.id).member("version", log.of->version);
    json.key("events").begin_array();
    for (const registry::DocketEvent& event : log.of->events) write_record(json, registry::DocketEvent::type(), &event);
    json.end_array();
    write_links(json, site, {site::Page::events, match.language, match.captured, {}});
    json.end_object();
    return answered("json", std::move(out));
}

server::Response events_csv(const site::Site& site, const server::Request& request, const server::Match& match) {
    const Logged log = logged(site, request, match);
    std::string out;
    exchange::append_csv_columns(out, registry::DocketEvent::type());
    for (const registry::DocketEvent& event : log.of->events)
        exchange::append_csv_record(out, registry::DocketEvent::type(), &event);
    return answered("csv", std::move(out));
}

}  // namespace comity::api
