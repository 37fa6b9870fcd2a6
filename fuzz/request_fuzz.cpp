// What a client sends: the first byte says in how large pieces the rest arrives.
#include <algorithm>
#include <cstring>

#include "base/fault.hpp"
#include "web/server/reader.hpp"
#include "web/server/target.hpp"

namespace {

using namespace comity;

void read_requests(std::string_view bytes, std::size_t piece) {
    server::RequestReader reader({.largest_target = 256, .largest_head = 1024, .largest_body = 4096});
    while (!bytes.empty()) {
        const std::span<char> room = reader.room();
        COMITY_ASSERT(!room.empty());
        const std::size_t count = std::min({room.size(), piece, bytes.size()});
        std::memcpy(room.data(), bytes.data(), count);
        bytes.remove_prefix(count);
        reader.received(count);
        while (reader.state() == server::RequestReader::State::complete) {
            const server::Request request = reader.take();
            COMITY_ASSERT(request.path.starts_with('/'));
            COMITY_ASSERT(request.body.size() <= 4096);
        }
        if (reader.state() == server::RequestReader::State::failed) {
            COMITY_ASSERT(reader.error().status >= 400);
            return;
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    read_requests(text, std::size_t{data[0]} + 1);
    if (const auto target = server::parse_target(text)) {
        COMITY_ASSERT(target->path.starts_with('/'));
        COMITY_ASSERT(target->path.find("/../") == std::string::npos);
        const auto again = server::parse_query(server::encode_query(target->query));
        COMITY_ASSERT(again && *again == target->query);
    }
    return 0;
}
