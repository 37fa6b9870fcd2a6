#include "law/draw.hpp"
#include "web/api/answers.hpp"
#include "web/api/mechanism_json.hpp"
#include "web/api/parts.hpp"

// The mechanisms: how submissions are handled.
namespace comity::api {

server::Response processes_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    std::string out;
    base::JsonWriter json(out);
    json.begin_object().key("mechanisms").begin_array();
    for (const law::Mechanism& mechanism : site.law().list) {
        json.begin_object().member("id", mechanism.id).member("code", mechanism.code);
        write_text(json, "name", mechanism.name);
        write_span(json, "filed", mechanism.filed);
        write_authority(json, mechanism.authority);
        write_links(json, site, {site::Page::process, match.language, {{"id", mechanism.id}}, {}});
        json.end_object();
    }
    json.end_array();
    write_links(json, site, {site::Page::processes, match.language, {}, {}});
    json.end_object();
    return answered("json", std::move(out));
}

server::Response process_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const law::Mechanism& mechanism = site::mechanism_asked(site, match["id"]);
    std::string out;
    base::JsonWriter json(out);
    json.begin_object().key("mechanism");
    write_mechanism(json, mechanism);
    write_links(json, site, {site::Page::process, match.language, match.captured, {}});
    json.end_object();
    return answered("json", std::move(out));
}

server::Response process_svg(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    return answered("svg", law::draw(site::mechanism_asked(site, match["id"]), match.language, law::DrawAs::file));
}

}  // namespace comity::api
