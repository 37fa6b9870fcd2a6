#include "law/diff.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"
#include "web/site/editions.hpp"

// Two editions of the rules compared, as data and as plain text.
namespace comity::api {

server::Response compare_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const auto asked = site::editions_asked(site, request, match["id"]);
    const law::Diff diff = law::diff(asked.before, asked.after);
    std::string out;
    base::JsonWriter json(out);
    json.begin_object();
    law::write_members(json, diff);
    write_links(json, site,
                {site::Page::compare, match.language, match.captured, {{"from", diff.before.name}, {"to", diff.after.name}}});
    json.end_object();
    return answered("json", std::move(out));
}

server::Response compare_txt(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const auto asked = site::editions_asked(site, request, match["id"]);
    return answered("txt", law::plain_text(law::diff(asked.before, asked.after), base::Words(match.language)));
}

}  // namespace comity::api
