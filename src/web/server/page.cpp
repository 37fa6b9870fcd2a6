#include "web/server/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "base/hash.hpp"
#include "web/server/gzip.hpp"
#include "web/server/negotiate.hpp"

namespace comity::server {

namespace {

constexpr std::size_t smallest_to_compress = 1024, large_table = 256 * 1024;

bool same_name(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

// Headers in the making. A header of the response's own goes before the server's one of that name.
struct Head {
    std::string text;
    const Parameters& own;

    void add(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        if (name.find_first_of("\r\n: ") != std::string_view::npos ||
            value.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos)
            throw std::invalid_argument(fmt::format("header {} holds a line break: {}", name, value));
        fmt::format_to(std::back_inserter(text), "{}: {}\r\n", name, value);
    }
    void add_unless_own(std::string_view name, std::string_view value) {
        if (std::ranges::none_of(own, [&](const Parameter& header) { return same_name(header.name, name); })) add(name, value);
    }
};

std::string_view cache_control(Caching caching) {
    switch (caching) {
        case Caching::never: return "no-store";
        case Caching::by_stamp: return "public, no-cache";
        case Caching::forever: break;
    }
    return "public, max-age=31536000, immutable";
}

std::string etag_of(const Response& response, const Circumstances& circumstances) {
    if (!response.etag.empty() || response.status != 200 || response.caching == Caching::never) return response.etag;
    const std::string hash = base::short_hash(bytes(response.body));
    if (response.caching == Caching::forever || !circumstances.stamp) return fmt::format("W/\"{}\"", hash);
    return fmt::format("W/\"{}-{}-{}\"", circumstances.stamp->day, circumstances.stamp->head, hash);
}

void add_security(Head& head, std::string_view content_security_policy) {
    head.add_unless_own("Content-Security-Policy", content_security_policy);
    head.add_unless_own("X-Content-Type-Options", "nosniff");
    head.add_unless_own("Referrer-Policy", "strict-origin-when-cross-origin");
    head.add_unless_own("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
    head.add_unless_own("Cross-Origin-Opener-Policy", "same-origin");
    head.add_unless_own("Cross-Origin-Resource-Policy", "same-origin");
    head.add_unless_own("Cross-Origin-Embedder-Policy", "require-corp");
}

}  // namespace

std::size_t Page::size() const {
    return sizeof(Page) + head.size() + gzip_head.size() + not_modified_head.size() + bytes(body).size() + gzip_body.size();
}

Page make_page(Response response, const Circumstances& circumstances) {
    Page page{.status = response.status, .etag = etag_of(response, circumstances)};
    if (response.last_modified) page.last_modified = http_date(*response.last_modified);
    const std::size_t size = bytes(response.body).size();
    const bool compress = is_compressible(response.content_type) && size >= smallest_to_compress;

    std::string vary = circumstances.varies_with_accept ? "Accept" : "";
    if (circumstances.varies_with_language) vary += vary.empty() ? "Accept-Language" : ", Accept-Language";
    if (compress) vary += vary.empty() ? "Accept-Encoding" : ", Accept-Encoding";

    Head shared{"", response.headers};  // of 200 and 304
    shared.add_unless_own("Cache-Control", cache_control(response.caching));
    shared.add("ETag", page.etag);
    shared.add("Last-Modified", page.last_modified);
    shared.add_unless_own("Vary", vary);
    add_security(shared, circumstances.content_security_policy);
    for (const auto& [name, value] : response.headers) shared.add(name, value);

    const auto head = [&](std::size_t length, bool zipped) {
        Head out{fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason(response.status)), response.headers};
        if (response.status != 204) out.add("Content-Length", std::to_string(length));
        out.add("Content-Type", response.content_type);
        if (zipped) out.add("Content-Encoding", "gzip");
        return out.text + shared.text;
    };
    if (response.status == 200 && (!page.etag.empty() || !page.last_modified.empty()))
        page.not_modified_head = "HTTP/1.1 304 Not Modified\r\n" + shared.text;
    page.head = head(size, false);
    if (compress) {
        const bool is_large_table = size > large_table && !response.content_type.starts_with("text/html");
        page.gzip_body = gzip(bytes(response.body), is_large_table ? Effort::quick : Effort::small);
        page.gzip_head = head(page.gzip_body.size(), true);
    }
    page.body = std::move(response.body);
    return page;
}

Answer select(std::shared_ptr<const Page> page, const Request& request) {
    const bool reads = request.method == Method::get || request.method == Method::head;
    if (reads && !page->not_modified_head.empty()) {
        const std::string none_match = request.header("if-none-match");
        // If-None-Match wins over If-Modified-Since; the latter comes back as we wrote it, so that equality is enough.
        if (none_match.empty() ? !page->last_modified.empty() && request.header("if-modified-since") == page->last_modified
                               : names_etag(none_match, page->etag)) {
            const std::string_view head = page->not_modified_head;
            return {std::move(page), 304, head, {}};
        }
    }
    const bool zipped = !page->gzip_head.empty() && accepts_gzip(request.header("accept-encoding"));
    const std::string_view head = zipped ? page->gzip_head : page->head;
    const std::string_view body = request.method == Method::head ? std::string_view{}
                                  : zipped                       ? std::string_view(page->gzip_body)
                                                                 : bytes(page->body);
    const int status = page->status;
    return {std::move(page), status, head, body};
}

}  // namespace comity::server
