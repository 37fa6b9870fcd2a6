#include "api/application.hpp"

#include <boost/json/parse.hpp>

#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "exchange/body_files.hpp"
#include "exchange/catalog.hpp"
#include "exchange/profile.hpp"
#include "law/mechanism.hpp"
#include "store/store.hpp"
#include "web/api/api.hpp"
#include "web/server/target.hpp"

namespace comity::api {

namespace {

constexpr const char* folder = SOURCE_FOLDER "/data/bodies/cec";

base::Day today() { return std::chrono::year{2026} / 11 / 22; }

// Bad facts are for other tests to describe: here they only end the run.
template <class T, class Error>
T need(std::expected<T, Error> result) {
    if (!result) {
        if constexpr (std::is_same_v<Error, base::Faults>)
            throw std::runtime_error(base::to_string(result.error().front()));
        else
            throw std::runtime_error(result.error());
    }
    return *std::move(result);
}

struct World {
    std::unique_ptr<store::Store> store =
        need(store::open({.address = "sqlite::memory:", .catalog = exchange::catalog(), .create_tables = true}));
    exchange::Profile profile;
    std::unique_ptr<site::Site> site;

    World() {
        std::ifstream file(std::string(folder) + "/profile.toml");
        profile = need(exchange::read_profile(std::string(std::istreambuf_iterator<char>(file), {}), "profile.toml"));
        store::Commit commit{.actor = "test", .reason = "the demonstration body", .changes = {}, .time = {}};
        for (exchange::FiledRecord& filed : need(exchange::read_body(folder, exchange::catalog())))
            commit.changes.push_back(
                {record::Change::Kind::put, std::string(filed.type->name), filed.id, 0, std::move(filed.value)});
        need(store->commit(std::move(commit)));
        if (!law::shipped()) throw std::runtime_error(base::to_string(law::shipped().error().front()));
        site = std::make_unique<site::Site>(*store, *law::shipped(), profile, today, "https://cec.example");
    }
};

server::Site served(const World& world) {
    server::Site served{.routes = {}, .error_page = problem, .stamp = [] { return server::Stamp{1, 1}; }};
    for (const site::Row& row : site::rows()) {
        server::Route route = row.route;
        route.handler = [&world, page = row.page](const server::Request& request, const server::Match& match) {
            if (!match.route->formats.empty()) site::refuse_unknown_parameters(request, *match.route);
            const Answer answers = answer(page, match.format);
            if (!answers) throw server::HttpError{501, "for_people", "this page is not tested here"};
            return answers(*world.site, request, match);
        };
        served.routes.push_back(std::move(route));
    }
    return served;
}

}  // namespace

server::Application& application() {
    static const World world;
    static server::Application application(served(world), {});
    return application;
}

server::Answer ask(const std::string& target) {
    auto parts = server::parse_target(target).value();
    return application().answer({.method = server::Method::get, .target = target, .path = parts.path, .query = parts.query}, {});
}

boost::json::value ask_json(const std::string& target) {
    const server::Answer answer = ask(target);
    if (answer.status != 200) throw std::runtime_error(target + ": " + std::string(answer.body));
    return boost::json::parse(answer.body);
}

std::string path_of(std::string_view address) {
    return std::string(address.substr(std::string_view("https://cec.example").size()));
}

}  // namespace comity::api
