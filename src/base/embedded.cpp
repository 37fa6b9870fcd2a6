#include "base/embedded.hpp"

#include <algorithm>

struct comity_embedded_file {
    const char* path;
    const char* begin;
    const char* end;
};
extern const comity_embedded_file comity_embedded_files[];  // written by cmake/embed.cmake

namespace comity::base {

std::vector<EmbeddedFile> embedded_under(std::string_view prefix) {
    std::vector<EmbeddedFile> found;
    for (const comity_embedded_file* f = comity_embedded_files; f->path; ++f)
        if (std::string_view(f->path).starts_with(prefix))
            found.push_back({f->path, {f->begin, static_cast<std::size_t>(f->end - f->begin)}});
    std::ranges::sort(found, {}, &EmbeddedFile::path);
    return found;
}

std::optional<std::string_view> embedded(std::string_view path) {
    for (const comity_embedded_file* f = comity_embedded_files; f->path; ++f)
        if (path == f->path) return std::string_view(f->begin, static_cast<std::size_t>(f->end - f->begin));
    return std::nullopt;
}

}  // namespace comity::base
