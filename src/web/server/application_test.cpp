#include "web/server/application.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "web/server/negotiate.hpp"
#include "web/server/target.hpp"

namespace comity::server {
namespace {

using std::chrono::seconds;

Response error_page(const Request&, const HttpError& error) {
    return {.content_type = "application/problem+json", .body = error.code + ": " + error.message};
}

struct Example {
    int handled = 0;
    Stamp stamp{20'000, 7};
    Application application;

    explicit Example(const ApplicationOptions& options = {}, bool broken_errors = false)
        : application(
              {.routes = routes(),
               .error_page = broken_errors ? [](const Request&, const HttpError&) -> Response { throw std::runtime_error("x"); }
                                           : error_page,
               .moved = [](const Request& request) -> std::optional<std::string> {
                   if (request.path == "/en/old" || request.path == "/gone") return "/en/new";
                   return std::nullopt;
               },
               .stamp = [this] { return stamp; }},
              options) {}

    std::vector<Route> routes() {
        const auto page = [this](const Request& request, const Match& match) -> Response {
            ++handled;
            return {.content_type = content_type(match.format),
                    .body = std::string(match.format) + " " + std::string(base::code(match.language)) + " " + request.target +
                            std::string(2000, '.'),
                    .caching = Caching::by_stamp};
        };
        const auto handler = [](Response response) { return [=](const Request&, const Match&) { return response; }; };
        return {{.paths = {"/en", "/fr"}, .handler = page, .formats = {"html", "json"}},
                {.paths = {"/plain"}, .handler = handler({.body = std::string("plain")})},
                {.paths = {"/asset"}, .handler = handler({.body = std::string_view("asset"), .caching = Caching::forever})},
                {.paths = {"/desk"}, .handler = handler({.body = std::string("secret")}), .capability = "desk.read"},
                {.paths = {"/heavy"}, .handler = handler({.body = std::string("heavy")}), .cost = Cost::heavy},
                {.paths = {"/gone"},
                 .handler = [](const Request&, const Match&) -> Response { throw HttpError{410, "gone", "It was withdrawn."}; }},
                {.paths = {"/bug"},
                 .handler = [](const Request&, const Match&) -> Response { throw std::runtime_error("secret detail"); }},
                {.paths = {"/split"}, .handler = handler(redirect("/en\r\nSet-Cookie: a=b"))}};
    }

    Answer ask(std::string target, Parameters headers = {}, Method method = Method::get, Application::Time now = {}) {
        auto parsed = parse_target(target);
        return application.answer({.method = method,
                                   .target = target,
                                   .path = parsed->path,
                                   .query = parsed->query,
                                   .headers = std::move(headers),
                                   .address = "192.0.2.1"},
                                  now);
    }
};

std::string header(const Answer& answer, const std::string& name) {
    const std::size_t at = answer.head.find("\r\n" + name + ": ");
    if (at == std::string_view::npos) return "";
    const std::size_t begin = at + name.size() + 4;
    return std::string(answer.head.substr(begin, answer.head.find('\r', begin) - begin));
}

TEST(Application, keeps_pages_until_the_day_or_the_journal_moves) {
    Example example;
    const std::string first(example.ask("/en").body);
    EXPECT_EQ(example.ask("/en").body, first);
    EXPECT_EQ(example.handled, 1);
    example.stamp.head = 8;
    example.ask("/en");
    EXPECT_EQ(example.handled, 2);
    example.stamp.day += 1;
    example.ask("/en");
    EXPECT_EQ(example.handled, 3);
    example.ask("/en?a=b");
    EXPECT_EQ(example.handled, 4);
}

TEST(Application, keeps_formats_and_languages_apart) {
    Example example;
    example.ask("/en");
    EXPECT_TRUE(example.ask("/en", {{"accept", "application/json"}}).body.starts_with("json en"));
    EXPECT_TRUE(example.ask("/fr").body.starts_with("html fr"));
    EXPECT_TRUE(example.ask("/en").body.starts_with("html en"));
    EXPECT_EQ(header(example.ask("/en"), "Vary"), "Accept, Accept-Encoding");
    EXPECT_EQ(header(example.ask("/en.json"), "Vary"), "Accept-Encoding");
    EXPECT_EQ(header(example.ask("/plain"), "Vary"), "Accept-Language");
}

TEST(Application, answers_304_to_the_etag_of_what_is_unchanged) {
    Example example;
    const std::string etag = header(example.ask("/en"), "ETag");
    EXPECT_TRUE(etag.starts_with("W/\"20000-7-")) << etag;
    for (const int again : {1, 2}) {
        const Answer answer = example.ask("/en", {{"if-none-match", "\"x\", " + etag}});
        EXPECT_EQ(answer.status, 304) << again;
        EXPECT_EQ(answer.body, "");
        EXPECT_EQ(header(answer, "ETag"), etag);
        EXPECT_EQ(header(answer, "Content-Length"), "");
    }
    example.stamp.head = 8;
    EXPECT_EQ(example.ask("/en", {{"if-none-match", etag}}).status, 200);
}

TEST(Application, tells_how_long_an_answer_may_be_kept) {
    Example example;
    EXPECT_EQ(header(example.ask("/en"), "Cache-Control"), "public, no-cache");
    EXPECT_EQ(header(example.ask("/plain"), "Cache-Control"), "no-store");
    EXPECT_EQ(header(example.ask("/plain"), "ETag"), "");
    EXPECT_EQ(header(example.ask("/asset"), "Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(header(example.ask("/none"), "Cache-Control"), "no-store");
}

TEST(Application, gives_head_the_headers_of_get) {
    Example example;
    const std::string head(example.ask("/en").head);
    const Answer answer = example.ask("/en", {}, Method::head);
    EXPECT_EQ(answer.head, head);
    EXPECT_EQ(answer.body, "");
}

TEST(Application, refuses_what_needs_a_capability_when_nobody_can_say_who_asks) {
    Example example;
    EXPECT_EQ(example.ask("/desk").status, 403);
    EXPECT_EQ(example.ask("/desk").body.find("secret"), std::string_view::npos);
}

TEST(Application, turns_every_error_into_the_page_of_the_site) {
    Example example;
    EXPECT_EQ(example.ask("/gone").status, 410);
    EXPECT_EQ(example.ask("/gone").body, "gone: It was withdrawn.");
    EXPECT_EQ(example.ask("/none").status, 404);
    EXPECT_EQ(example.ask("/en.csv").status, 406);
    const Answer not_allowed = example.ask("/en", {}, Method::post);
    EXPECT_EQ(not_allowed.status, 405);
    EXPECT_EQ(header(not_allowed, "Allow"), "GET, HEAD");
    const Answer bug = example.ask("/bug");
    EXPECT_EQ(bug.status, 500);
    EXPECT_EQ(bug.body.find("secret detail"), std::string_view::npos) << "what went wrong inside is for the log";
    EXPECT_EQ(header(bug, "Content-Security-Policy").substr(0, 18), "default-src 'none'");
}

TEST(Application, leads_from_an_address_that_is_not_found_to_where_the_page_has_gone) {
    Example example;
    const Answer answer = example.ask("/en/old");
    EXPECT_EQ(answer.status, 301);
    EXPECT_EQ(header(answer, "Location"), "/en/new");
    EXPECT_EQ(example.ask("/en/older").status, 404);
    EXPECT_EQ(example.ask("/gone").status, 410);
}

TEST(Application, never_lets_a_header_hold_a_line_break) { EXPECT_EQ(Example().ask("/split").status, 500); }

TEST(Application, answers_plainly_when_the_error_page_fails) {
    Example example({}, true);
    EXPECT_EQ(example.ask("/none").status, 404);
    EXPECT_EQ(example.ask("/none").body, "404 Not Found\n");
}

TEST(Application, limits_each_address_by_what_its_requests_cost) {
    Example example({.tokens_per_second = 1, .most_tokens = 12});
    const Application::Time start{};
    EXPECT_EQ(example.ask("/heavy", {}, Method::get, start).status, 200);
    EXPECT_EQ(example.ask("/en", {}, Method::get, start).status, 200);
    const Answer refused = example.ask("/en", {}, Method::get, start);
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(header(refused, "Retry-After"), "1");
    EXPECT_EQ(example.ask("/en", {}, Method::get, start + seconds(1)).status, 200) << "from the cache it costs 1";
    EXPECT_EQ(header(example.ask("/heavy", {}, Method::get, start + seconds(3)), "Retry-After"), "8");
}

}  // namespace
}  // namespace comity::server
