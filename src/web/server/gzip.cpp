#include "web/server/gzip.hpp"

#include <zlib.h>

#include <algorithm>

#include "base/fault.hpp"

namespace comity::server {

std::string gzip(std::string_view bytes) {
    z_stream stream{};
    constexpr int gzip_window = 15 + 16;
    // Level 3: many pages (a day of one's own, words of one's own) are sent once. Of a case page of 62 kB it makes 12.4 kB in
    // 0.33 ms, level 6 10.8 kB in 0.90 ms, which was half of what the page cost.
    COMITY_ASSERT(deflateInit2(&stream, 3, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    COMITY_ASSERT(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    out.shrink_to_fit();
    deflateEnd(&stream);
    return out;
}

bool is_compressible(std::string_view content_type) {
    const std::string_view type = content_type.substr(0, content_type.find(';'));
    static constexpr std::string_view others[] = {"application/json", "application/xml", "application/javascript", "font/ttf"};
    return type.starts_with("text/") || type.ends_with("+json") || type.ends_with("+xml") ||
           std::ranges::find(others, type) != std::end(others);
}

}  // namespace comity::server
