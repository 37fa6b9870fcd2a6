#include "web/server/gzip.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <memory>

#include "base/fault.hpp"

namespace comity::server {

namespace {

using Compressor = std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>;

template <int level>
libdeflate_compressor& compressor() {
    thread_local const Compressor held(libdeflate_alloc_compressor(level), libdeflate_free_compressor);
    COMITY_ASSERT(held);
    return *held;
}

}  // namespace

std::string gzip(std::string_view bytes, Effort effort) {
    // The first view of a page is to take little: level 6 makes 48.0 kB of the longest page, level 3 53.3 kB in 2.1 ms less; of a
    // list 4.66 kB against 4.83 kB in 0.03 ms less. A table of a thousand records is a megabyte and waited for anyway.
    libdeflate_compressor& used = effort == Effort::small ? compressor<6>() : compressor<2>();
    std::string out(libdeflate_gzip_compress_bound(&used, bytes.size()), '\0');
    const std::size_t size = libdeflate_gzip_compress(&used, bytes.data(), bytes.size(), out.data(), out.size());
    COMITY_ASSERT(size > 0);
    out.resize(size);
    out.shrink_to_fit();
    return out;
}

bool is_compressible(std::string_view content_type) {
    const std::string_view type = content_type.substr(0, content_type.find(';'));
    static constexpr std::string_view others[] = {"application/json", "application/xml", "application/javascript", "font/ttf"};
    return type.starts_with("text/") || type.ends_with("+json") || type.ends_with("+xml") ||
           std::ranges::find(others, type) != std::end(others);
}

}  // namespace comity::server
