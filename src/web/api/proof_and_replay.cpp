#include "exchange/replay_csv.hpp"
#include "law/clock_name.hpp"
#include "law/proof.hpp"
#include "law/replay_draw.hpp"
#include "law/replay_json.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"
#include "web/site/replay_asked.hpp"

// One clock's proof to be taken away, and the cases under other rules.
namespace comity::api {

server::Response proof_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const site::CaseAsked asked = site::case_asked(site, request, match["id"]);
    const registry::Case& of = *asked.on.of;
    auto proof = law::make_proof(*asked.on.mechanism, law::shipped_files(), asked.on.events,
                                 {.case_id = of.submission.id,
                                  .record_version = of.version,
                                  .clock = match["clock"],
                                  .on = asked.on.on,
                                  .language = match.language});
    if (!proof) {
        server::HttpError error{404, "no_clock", proof.error()};
        for (const law::Clock& clock : asked.on.evaluation.clocks)
            error.choices.push_back(law::clock_name(asked.on.evaluation, clock));
        throw error;
    }
    return answered("json", *std::move(proof));
}

server::Response replay_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::ReplayAsked asked = site::replay_asked(site, request, match);
    std::string out;
    base::JsonWriter json(out);
    json.begin_object();
    law::write_json(json, asked.replayed.replay, asked.replayed.under, asked.on);
    write_links(json, site, {site::Page::replay, match.language, match.captured, asked.query});
    json.end_object();
    return answered("json", std::move(out));
}

server::Response replay_csv(const site::Site& site, const server::Request& request, const server::Match& match) {
    std::string out;
    exchange::append_replay_csv(out, site::replay_asked(site, request, match).replayed.replay);
    return answered("csv", std::move(out));
}

server::Response replay_svg(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::ReplayAsked asked = site::replay_asked(site, request, match);
    std::string picture = law::draw(asked.replayed.replay, match.language, law::DrawAs::file);
    if (picture.empty()) throw server::HttpError{404, "nothing_to_draw", "no due dates of these cases can be compared"};
    return answered("svg", std::move(picture));
}

}  // namespace comity::api
