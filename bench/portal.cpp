#include "bench/portal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "command/web_site.hpp"
#include "exchange/body_files.hpp"
#include "exchange/catalog.hpp"
#include "law/mechanism.hpp"
#include "web/server/reader.hpp"

namespace comity::bench {

namespace {

constexpr const char* folder = COMITY_SOURCE_DIR "/data/bodies/cec";

std::atomic<base::Day> day{std::chrono::year{2026} / 11 / 22};

base::Day today() { return day; }

template <class T, class Error>
T need(std::expected<T, Error> result, const std::string& what) {
    if (!result) throw std::runtime_error(what);
    return *std::move(result);
}

server::Request request_for(std::string_view target, std::string_view headers) {
    const std::string bytes = fmt::format("GET {} HTTP/1.1\r\nHost: cec.example\r\n{}\r\n", target, headers);
    server::RequestReader reader({});
    for (std::string_view left = bytes; !left.empty();) {
        const std::span<char> room = reader.room();
        const std::size_t count = std::min(room.size(), left.size());
        std::copy_n(left.begin(), count, room.begin());
        left.remove_prefix(count);
        reader.received(count);
    }
    if (reader.state() != server::RequestReader::State::complete) throw std::runtime_error(reader.error().message);
    return reader.take();
}

}  // namespace

Portal::Portal(const std::string& address)
    : store_(need(store::open({.address = address, .catalog = exchange::catalog()}), address + " can't be opened")) {
    std::ifstream file(std::string(folder) + "/profile.toml");
    profile_ = need(exchange::read_profile(std::string(std::istreambuf_iterator<char>(file), {}), "profile.toml"), "the profile");
    site_ = std::make_unique<site::Site>(*store_, *law::shipped(), profile_, today, "https://cec.example");
    moved_ = need(site::MovedPages::of(profile_), "the pages that were moved");
    server::Site web = command::web_site(*site_, moved_);
    web.stamp = {};  // so nothing is kept
    application_ = std::make_unique<server::Application>(std::move(web), server::ApplicationOptions{});
}

void Portal::midnight() { day = day.load() + std::chrono::days{1}; }

void Portal::load_demonstration() {
    store::Commit commit{.actor = "bench", .reason = "the demonstration body", .changes = {}, .time = {}};
    for (exchange::FiledRecord& filed : need(exchange::read_body(folder, exchange::catalog()), "the body"))
        commit.changes.push_back({record::Change::Kind::put, std::string(filed.type->name), filed.id, 0, std::move(filed.value)});
    need(store_->commit(std::move(commit)), "the commit");
}

server::Answer Portal::answer(std::string_view target, std::string_view headers) const {
    server::Answer made = application_->answer(request_for(target, headers), {});
    if (made.status != 200) throw std::runtime_error(fmt::format("{} answers {}: {}", target, made.status, made.body));
    return made;
}

server::Answer Portal::ask(std::string_view target) const {
    return answer(target,
                  "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\nAccept-Language: "
                  "en-US,en;q=0.5\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n");
}

std::string Portal::text(std::string_view target) const { return std::string(answer(target, "").body); }

}  // namespace comity::bench
