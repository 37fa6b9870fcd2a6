#include "web/server/reader.hpp"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>
#include <cstring>
#include <optional>

#include "web/server/target.hpp"

namespace comity::server {

namespace http = boost::beast::http;

namespace {

constexpr std::size_t read_at_once = 8 * 1024;
constexpr std::size_t shortest_last_chunk = 5;
constexpr std::size_t longest_around_target = 32;  // method, spaces and version in a request line

HttpError bad_request(std::string what) { return {400, "bad_request", std::move(what)}; }

HttpError as_error(const boost::system::error_code& code) {
    if (code == http::error::body_limit) return {413, "content_too_large", "The body of the request is larger than we take."};
    if (code == http::error::bad_version) return {505, "http_version", "This server speaks HTTP/1.0 and HTTP/1.1."};
    return bad_request("The request is not well-formed HTTP: " + code.message() + ".");
}

}  // namespace

struct RequestReader::Parts {
    ReaderLimits limits;
    State state = State::between;
    std::string buffer;  // bytes that came, from `begin` to `end`
    std::size_t begin = 0, end = 0;
    std::size_t searched = 0;  // of them have no end of the head
    std::size_t body_bytes = 0;
    std::optional<http::request_parser<http::string_body>> parser;
    std::optional<HttpError> error;
    Request request;
    bool waits = false, keep = false;

    std::string_view pending() const { return std::string_view(buffer).substr(begin, end - begin); }

    void fail(HttpError why) {
        error = std::move(why);
        state = State::failed;
        keep = false;
    }

    void next() {
        state = State::between;
        searched = body_bytes = 0;
        request = {};
        waits = keep = false;
        parse();
    }

    void parse() {
        if (state == State::between) skip_empty_lines();
        if (state == State::head) parse_head();
        if (state == State::body) parse_body();
    }

    void skip_empty_lines() {
        while (pending().starts_with("\r\n")) begin += 2;
        if (!pending().empty() && pending() != "\r") state = State::head;
    }

    // The whole head is there before Beast sees any of it: its own limit counts only what it has not yet consumed.
    void parse_head() {
        const std::string_view all = pending();
        const std::size_t line = all.find('\n');
        if (line == std::string_view::npos ? all.size() > limits.largest_target + longest_around_target
                                           : line > limits.largest_target + longest_around_target) {
            note_first_segment(all);
            return fail({414, "uri_too_long", "The address is longer than we take."});
        }
        if (line == std::string_view::npos) return;
        if (line == 0 || all[line - 1] != '\r') return fail(bad_request("Lines of a request end with CR LF."));
        const std::size_t stop = all.find("\r\n\r\n", searched);
        if (stop == std::string_view::npos ? all.size() > limits.largest_head : stop + 4 > limits.largest_head) {
            note_request_line(all.substr(0, line - 1));
            return fail({431, "head_too_large", "The headers of the request are larger than we take."});
        }
        if (stop == std::string_view::npos) {
            searched = all.size() - std::min<std::size_t>(3, all.size());
            return;
        }
        note_request_line(all.substr(0, line - 1));
        feed_head(all.substr(0, stop + 4));
    }

    // What an error page needs to know of a request that is refused before it is parsed.
    void note_request_line(std::string_view line) {
        const std::size_t first = line.find(' '), last = line.rfind(' ');
        if (first == std::string_view::npos || first == last) return;
        request.method = method_from(line.substr(0, first));
        request.target = line.substr(first + 1, last - first - 1);
        if (auto target = parse_target(request.target)) {
            request.path = std::move(target->path);
            request.query = std::move(target->query);
        } else {
            note_first_segment(line);
        }
    }

    // Of an address that can't be read, the part that tells the reader's language.
    void note_first_segment(std::string_view line) {
        constexpr std::size_t longest_segment = 16;
        const std::size_t slash = line.find(" /");
        if (slash == std::string_view::npos) return;
        const std::size_t length = line.substr(slash + 2).find_first_of("/?. ");
        if (length == 0 || length > longest_segment) return;
        if (auto target = parse_target(line.substr(slash + 1, length + 1))) request.path = std::move(target->path);
    }

    void feed_head(std::string_view head) {
        parser.emplace();
        parser->header_limit(static_cast<std::uint32_t>(limits.largest_head + 1));
        parser->body_limit(limits.largest_body);
        boost::system::error_code code;
        begin += parser->put(boost::asio::buffer(head.data(), head.size()), code);
        for (const auto& field : parser->get()) {
            std::string name(field.name_string());
            for (char& c : name)
                if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
            request.headers.push_back({std::move(name), std::string(field.value())});
        }
        if (code) return fail(as_error(code));
        if (auto target = parse_target(request.target); !target) return fail(bad_request(std::move(target.error())));
        const bool modern = parser->get().version() == 11;
        const auto hosts = std::ranges::count(request.headers, std::string_view("host"), &Parameter::name);
        if (hosts > 1 || (modern && hosts == 0)) return fail(bad_request("A request names one Host."));
        keep = modern && parser->keep_alive();  // an HTTP/1.0 client would have to be told so, and none needs it
        if (parser->is_done()) return finish();
        const auto expected = find(request.headers, "expect");
        waits = modern && expected && boost::beast::iequals(*expected, "100-continue") && pending().empty();
        parser->eager(true);
        state = State::body;
    }

    void parse_body() {
        // Chunks end with the five bytes of "0 CR LF CR LF"; Beast takes it for a bug of ours when it sees only four of them.
        if (parser->chunked() && pending().size() < shortest_last_chunk) return;
        if (!pending().empty()) {
            waits = false;
            boost::system::error_code code;
            const std::size_t used = parser->put(boost::asio::buffer(pending().data(), pending().size()), code);
            begin += used;
            body_bytes += used;
            // Chunk headers and trailers count as well, or their senders would never be stopped.
            if (code == http::error::need_more &&
                (body_bytes > 2 * limits.largest_body + limits.largest_head || pending().size() > limits.largest_head))
                return fail(as_error(http::error::body_limit));
            if (code && code != http::error::need_more) return fail(as_error(code));
        }
        if (parser->is_done()) finish();
    }

    void finish() {
        request.body = std::move(parser->get().body());
        state = State::complete;
    }
};

RequestReader::RequestReader(const ReaderLimits& limits) : parts_(std::make_unique<Parts>()) { parts_->limits = limits; }
RequestReader::~RequestReader() = default;

std::span<char> RequestReader::room() {
    Parts& p = *parts_;
    if (p.begin == p.end) {
        p.begin = p.end = 0;
    } else if (p.begin > 0 && p.buffer.size() - p.end < read_at_once) {
        std::memmove(p.buffer.data(), p.buffer.data() + p.begin, p.end - p.begin);
        p.end -= p.begin;
        p.begin = 0;
    }
    if (p.buffer.size() - p.end < read_at_once / 2) p.buffer.resize(p.end + read_at_once);
    return {p.buffer.data() + p.end, p.buffer.size() - p.end};
}

void RequestReader::received(std::size_t n) {
    parts_->end += n;
    parts_->parse();
}

RequestReader::State RequestReader::state() const { return parts_->state; }
const HttpError& RequestReader::error() const { return *parts_->error; }
bool RequestReader::wants_continue() const { return parts_->waits; }
bool RequestReader::keep_alive() const { return parts_->keep; }

Request RequestReader::take() {
    Request out = std::move(parts_->request);
    if (parts_->state == State::complete) parts_->next();
    return out;
}

}  // namespace comity::server
