#include "web/server/application.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <exception>

#include "base/fault.hpp"

namespace comity::server {

namespace {

std::string cache_key(const Request& request, const Match& match) {
    std::string key;
    key.reserve(request.target.size() + match.format.size() + 4);
    key += match.format;
    key += ' ';
    key += base::code(match.language);
    key += ' ';
    key += request.target;
    return key;
}

bool is_public(const Match& match) { return match.route->capability == "public"; }
bool reads(const Request& request) { return request.method == Method::get || request.method == Method::head; }

HttpError moved_to(const std::string& there) {
    return {301, "moved", "The page has moved to " + there + ".", {{"Location", there}}, {there}};
}

}  // namespace

Application::Application(Site site, const ApplicationOptions& options)
    : site_(std::move(site)),
      router_(site_.routes),
      cache_(options.page_cache_bytes),
      limit_(options.tokens_per_second, options.most_tokens) {
    COMITY_ASSERT(site_.error_page && site_.clock);
}

// The one place where errors become answers.
template <class Result, class Do>
Result Application::guarded(const Request& request, Do act) {
    try {
        return act();
    } catch (const HttpError& refused) {
        if (refused.status != 404 || !site_.moved) return error(request, refused);
        const auto there = site_.moved(request);
        return error(request, there ? moved_to(*there) : refused);
    } catch (const std::exception& failure) { spdlog::error("{} {}: {}", name(request.method), request.target, failure.what()); }
    return error(request, {500, "internal_error", "Something went wrong on our side. It has been written down."});
}

Answer Application::error(const Request& request, const HttpError& error) {
    try {
        Response response = site_.error_page(request, error);
        response.status = error.status;
        response.caching = Caching::never;
        response.headers.insert(response.headers.end(), error.headers.begin(), error.headers.end());
        const Circumstances circumstances{.content_security_policy = site_.content_security_policy};
        return select(std::make_shared<const Page>(make_page(std::move(response), circumstances)), request);
    } catch (const std::exception& failure) {
        spdlog::error("the error page for {} {}: {}", error.status, request.target, failure.what());
    }
    return plain_error(request, error);
}

// Where even the error page fails: nothing in here comes from outside.
Answer Application::plain_error(const Request& request, const HttpError& error) {
    Response response{.status = error.status,
                      .content_type = "text/plain; charset=utf-8",
                      .body = fmt::format("{} {}\n", error.status, reason(error.status))};
    return select(std::make_shared<const Page>(make_page(std::move(response), {})), request);
}

void Application::charge(const Request& request, double tokens, Time now) {
    const auto wait = limit_.take(request.address, tokens, now);
    if (wait.count() == 0) return;
    throw HttpError{429,
                    "too_many_requests",
                    fmt::format("Too many requests came from your address. Ask again in {} seconds.", wait.count()),
                    {{"Retry-After", std::to_string(wait.count())}}};
}

std::variant<Answer, Match> Application::begin(const Request& request, Time now) {
    return guarded<std::variant<Answer, Match>>(request, [&]() -> std::variant<Answer, Match> {
        charge(request, 1, now);
        auto match = router_.match(request);
        if (!match) throw std::move(match.error());
        if (site_.permit)
            site_.permit(request, *match);
        else if (!is_public(*match))
            throw HttpError{403, "forbidden", "This address is not open to the public."};
        if (reads(request) && is_public(*match)) {
            const Stamp stamp = site_.stamp ? site_.stamp() : Stamp{};
            if (auto page = cache_.find(cache_key(request, *match), stamp)) return select(std::move(page), request);
        }
        const double further = static_cast<double>(match->route->cost) - 1;
        if (further > 0) charge(request, further, now);
        return *std::move(match);
    });
}

Answer Application::finish(const Request& request, const Match& match) {
    return guarded<Answer>(request, [&] {
        // Asked before the handler reads: a page that is newer than its stamp is only thrown away a little early.
        const Stamp stamp = site_.stamp ? site_.stamp() : Stamp{};
        Response response = match.route->handler(request, match);
        if (response.caching == Caching::by_stamp && (!site_.stamp || !is_public(match))) response.caching = Caching::never;
        const bool kept = response.caching != Caching::never && response.status == 200 && reads(request) && is_public(match);
        auto page =
            std::make_shared<const Page>(make_page(std::move(response), {.content_security_policy = site_.content_security_policy,
                                                                         .stamp = stamp,
                                                                         .varies_with_accept = match.format_from_header,
                                                                         .varies_with_language = match.language_from_header}));
        if (kept) cache_.keep(cache_key(request, match), stamp, page);
        return select(std::move(page), request);
    });
}

Answer Application::answer(const Request& request, Time now) {
    auto begun = begin(request, now);
    if (auto* answer = std::get_if<Answer>(&begun)) return std::move(*answer);
    return finish(request, std::get<Match>(begun));
}

}  // namespace comity::server
