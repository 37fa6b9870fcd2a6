#include "requests/runner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "web/server/reader.hpp"

namespace comity::requests {

namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

// Text before the next line "---", which is taken away with it; all of it where there is none.
std::string_view part(std::string_view& text, bool& more) {
    const std::size_t at = text.starts_with("---\n") ? 0 : text.find("\n---\n");
    more = at != std::string_view::npos;
    const std::string_view out = text.substr(0, more && at > 0 ? at + 1 : at);
    text.remove_prefix(more ? at + (at > 0 ? 5 : 4) : text.size());
    return out;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

void set_request(Case& one, std::string_view text) {
    while (text.starts_with('#')) text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    const auto head = lines_of(text.substr(0, end));
    std::string_view body = text.substr(std::min(end + 2, text.size()));
    if (body.ends_with('\n')) body.remove_suffix(1);
    const std::size_t space = head.empty() ? std::string_view::npos : head[0].find(' ');
    if (space == std::string_view::npos) throw std::runtime_error(one.name + ": the first line is not METHOD TARGET");
    one.method = head[0].substr(0, space);
    one.target = head[0].substr(space + 1);
    one.request = fmt::format("{} HTTP/1.1\r\nHost: localhost\r\n", head[0]);
    for (const std::string_view line : std::span(head).subspan(1)) one.request += fmt::format("{}\r\n", line);
    if (!body.empty()) one.request += fmt::format("Content-Length: {}\r\n", body.size());
    one.request += fmt::format("\r\n{}", body);
}

std::vector<std::string> values(std::string_view head, std::string_view name) {
    std::vector<std::string> out;
    for (std::string_view line : lines_of(head)) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        const std::size_t colon = line.find(": ");
        if (colon != std::string_view::npos && lower(line.substr(0, colon)) == lower(name))
            out.emplace_back(line.substr(colon + 2));
    }
    return out;
}

bool matches_lines(std::span<const std::string_view> pattern, std::span<const std::string_view> text) {
    if (pattern.empty()) return text.empty();
    if (pattern[0] == "*") {
        for (std::size_t skipped = 0; skipped <= text.size(); ++skipped)
            if (matches_lines(pattern.subspan(1), text.subspan(skipped))) return true;
        return false;
    }
    return !text.empty() && matches(pattern[0], text[0]) && matches_lines(pattern.subspan(1), text.subspan(1));
}

}  // namespace

bool matches(std::string_view pattern, std::string_view text) {
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos) return pattern == text;
    if (!text.starts_with(pattern.substr(0, star))) return false;
    pattern.remove_prefix(star + 1);
    text.remove_prefix(star);
    for (std::size_t skipped = 0; skipped <= text.size(); ++skipped)
        if (matches(pattern, text.substr(skipped))) return true;
    return false;
}

bool matches_lines(std::string_view pattern, std::string_view text) { return matches_lines(lines_of(pattern), lines_of(text)); }

Case parse(std::string_view name, std::string_view text) {
    Case one{.name = std::string(name)};
    bool answered = false;
    set_request(one, part(text, answered));
    if (!answered) throw std::runtime_error(one.name + ": says nothing of the answer (---)");
    const auto expected = lines_of(part(text, one.checks_body));
    if (expected.empty() || expected[0].size() < 3) throw std::runtime_error(one.name + ": the answer begins with its status");
    one.status = expected[0].substr(0, 3);
    for (const std::string_view line : std::span(expected).subspan(1))
        if (!line.empty()) one.headers.emplace_back(line);
    one.body = text;
    return one;
}

std::vector<Case> cases_under(const std::filesystem::path& folder) {
    std::vector<Case> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".case") continue;
        std::stringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        out.push_back(parse(entry.path().lexically_relative(folder).string(), text.str()));
    }
    std::ranges::sort(out, {}, &Case::name);
    return out;
}

std::vector<std::string> differences(const Case& expected, server::Application& application) {
    server::RequestReader reader({});
    for (std::string_view bytes = expected.request; !bytes.empty() && reader.state() != server::RequestReader::State::failed;) {
        const auto room = reader.room();
        const std::size_t n = std::min(room.size(), bytes.size());
        std::copy_n(bytes.data(), n, room.data());
        reader.received(n);
        bytes.remove_prefix(n);
    }
    const bool failed = reader.state() == server::RequestReader::State::failed;
    server::Request request = reader.take();
    request.address = "127.0.0.1";
    const server::Answer answer = failed ? application.error(request, reader.error()) : application.answer(request, {});

    std::vector<std::string> out;
    if (std::to_string(answer.status) != expected.status)
        out.push_back(fmt::format("status is {}, expected {}", answer.status, expected.status));
    for (const std::string_view header : expected.headers) {
        const std::size_t colon = header.find(": ");
        if (header.starts_with('!')) {
            if (!values(answer.head, header.substr(1)).empty())
                out.push_back(fmt::format("there is a header {}", header.substr(1)));
            continue;
        }
        const auto found = values(answer.head, header.substr(0, colon));
        if (colon == std::string_view::npos ||
            std::ranges::none_of(found, [&](auto& v) { return matches(header.substr(colon + 2), v); }))
            out.push_back(fmt::format("no header {}; there is \"{}\"", header, fmt::join(found, "\", \"")));
    }
    if (expected.checks_body && !matches_lines(expected.body, answer.body))
        out.push_back(fmt::format("the body is\n{}\nexpected\n{}", answer.body.substr(0, 2000), expected.body));
    return out;
}

}  // namespace comity::requests
