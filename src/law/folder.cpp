#include "law/folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/embedded.hpp"
#include "law/toml_file.hpp"

namespace comity::law {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files_of_a_folder = 1000;

// The rule files below a folder by name, or why they can't be listed.
std::expected<std::vector<fs::path>, base::Fault> rule_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->path().extension() == ".toml") files.push_back(entry->path());
        if (files.size() > most_files_of_a_folder)
            return std::unexpected(base::Fault{folder.string(), "", "", "holds too many rule files",
                                               fmt::format("at most {}", most_files_of_a_folder)});
    }
    if (error) return std::unexpected(base::Fault{folder.string(), "", "", "can't be read: " + error.message(), ""});
    std::ranges::sort(files);
    return files;
}

// No more of a file than shows that it is too long: the reader of the file says so.
std::string text_of(const fs::path& path, base::Faults& faults) {
    std::ifstream in(path, std::ios::binary);
    std::string text(most_bytes_of_a_file + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (in.bad() || (in.fail() && !in.eof())) faults.push_back({path.string(), "", "", "can't be read", ""});
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

}  // namespace

std::expected<Mechanisms, base::Faults> shipped_and(const fs::path& folder) {
    std::error_code error;
    if (!fs::exists(folder, error) && !error) return shipped();
    const auto paths = rule_files(folder);
    if (!paths) return std::unexpected(base::Faults{paths.error()});
    base::Faults faults;
    std::vector<std::string> texts;
    texts.reserve(paths->size());
    for (const fs::path& path : *paths) texts.push_back(text_of(path, faults));
    if (!faults.empty()) return std::unexpected(std::move(faults));
    std::vector<SourceFile> files;
    for (const base::EmbeddedFile& file : base::embedded_under("data/law/"))
        files.push_back({std::string(file.path), file.content});
    for (std::size_t at = 0; at < paths->size(); ++at) files.push_back({(*paths)[at].generic_string(), texts[at]});
    return load(files);
}

}  // namespace comity::law
