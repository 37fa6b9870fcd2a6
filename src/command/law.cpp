#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "base/embedded.hpp"
#include "command/options.hpp"
#include "law/check.hpp"
#include "law/draw.hpp"

namespace comity::command {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = 4 << 20;
constexpr std::string_view shipped_calendars = "data/law/calendars/";

// As messages name it: from here if it is below, in full elsewhere, always with its folder, which says what the file is.
fs::path shown(const fs::path& path) {
    std::error_code error;
    const fs::path full = fs::weakly_canonical(path, error);
    const fs::path near = fs::proximate(full, error);
    return error || !near.has_parent_path() || *near.begin() == ".." ? full : near;
}

bool add_folder(const fs::path& folder, std::set<fs::path>& files) {
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".toml") files.insert(shown(entry->path()));
    if (error) fmt::print(stderr, "comity: {} can't be read: {}\n", folder.string(), error.message());
    return !error;
}

// A file is checked with the others of its folder, because a mechanism is a folder; and with the calendars beside that.
bool gather(const fs::path& named, std::set<fs::path>& files) {
    std::error_code error;
    const fs::path full = fs::canonical(named, error);
    if (error) {
        fmt::print(stderr, "comity: {} can't be read: {}\n", named.string(), error.message());
        return false;
    }
    const bool is_folder = fs::is_directory(full, error);
    if (!is_folder) files.insert(shown(full));
    const fs::path folder = is_folder ? full : full.parent_path();
    if (!add_folder(folder, files)) return false;
    if (is_folder)
        for (const auto& entry : fs::directory_iterator(folder, error))
            if (entry.is_directory(error) && !add_folder(entry.path(), files)) return false;
    const fs::path calendars = folder.parent_path() / "calendars";
    if (fs::is_directory(calendars, error) && !add_folder(calendars, files)) return false;
    if (!files.empty()) return true;
    fmt::print(stderr, "comity: {} holds no rules; name a .toml file, or a folder of them such as data/law\n", named.string());
    return false;
}

// nullopt, after saying why, where a file can't be read.
std::optional<std::vector<std::string>> read_all(const std::set<fs::path>& files) {
    std::vector<std::string> texts;
    for (const fs::path& path : files) {
        std::error_code error;
        if (fs::file_size(path, error) > largest_file) {
            fmt::print(stderr, "comity: {} is larger than {} MB\n", path.string(), largest_file >> 20);
            return std::nullopt;
        }
        std::ifstream in(path, std::ios::binary);
        if (!in) {
            fmt::print(stderr, "comity: {} can't be read\n", path.string());
            return std::nullopt;
        }
        texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return texts;
}

std::expected<law::Mechanisms, base::Faults> load_named(const std::set<fs::path>& paths, const std::vector<std::string>& texts) {
    std::vector<law::SourceFile> files;
    bool calendars = false;
    std::size_t i = 0;
    for (const fs::path& path : paths) {
        files.push_back({path.string(), texts[i++]});
        calendars |= path.parent_path().filename() == "calendars";
    }
    if (!calendars)
        for (const base::EmbeddedFile& file : base::embedded_under(shipped_calendars))
            files.push_back({std::string(file.path), file.content});
    return law::load(files);
}

int report(const std::expected<law::Mechanisms, base::Faults>& law) {
    base::Faults faults;
    if (!law) faults = law.error();
    if (law) faults = law::check(*law);
    for (const base::Fault& fault : faults) fmt::print("{}\n", base::to_string(fault));
    if (law && faults.empty()) {
        for (const law::Mechanism& mechanism : law->list)
            fmt::print("{}: {} steps, {} limits in {} versions, nothing wrong\n", mechanism.id, mechanism.steps.size(),
                       mechanism.limits.size(), mechanism.versions.size());
        for (const auto& calendar : law->calendars)
            fmt::print("{}: {} kinds of days off, nothing wrong{}\n", calendar->id(), calendar->days_off().size(),
                       calendar->covers().to ? "; entries by date up to " + base::to_string(*calendar->covers().to) : "");
    }
    return faults.empty() ? 0 : 1;
}

// The law in these files and folders, or what is wrong with it; nullopt, after saying why, where it can't be read.
std::optional<std::expected<law::Mechanisms, base::Faults>> loaded(const std::vector<std::string>& named) {
    if (named.empty()) return law::shipped();
    std::set<fs::path> paths;
    for (const std::string& path : named)
        if (!gather(path, paths)) return std::nullopt;
    const auto texts = read_all(paths);
    if (!texts) return std::nullopt;
    return load_named(paths, *texts);
}

}  // namespace

int law_check(const std::vector<std::string>& named) {
    const auto law = loaded(named);
    return law ? report(*law) : 2;
}

std::optional<law::Mechanisms> law_from(const std::vector<std::string>& named) {
    auto law = loaded(named);
    if (!law) return std::nullopt;
    if (*law) return **std::move(law);
    for (const base::Fault& fault : law->error()) fmt::print(stderr, "{}\n", base::to_string(fault));
    return std::nullopt;
}

int law_draw(const std::string& id_or_folder, const std::string& language) {
    std::error_code error;
    const bool folder = fs::is_directory(id_or_folder, error);
    const auto law = law_from(folder ? std::vector{id_or_folder} : std::vector<std::string>{});
    if (!law) return 2;
    const auto reader = base::language_from(language);
    if (!reader) {
        fmt::print(stderr, "comity: --language {} is not one of en, fr, es\n", language);
        return 1;
    }
    if (folder && law->list.size() != 1) {
        fmt::print(stderr, "comity: {} holds {} mechanisms; name the folder of one\n", id_or_folder, law->list.size());
        return 1;
    }
    const law::Mechanism* mechanism = folder ? &law->list.front() : law::find_mechanism(*law, id_or_folder);
    if (!mechanism) {
        std::string known;
        for (const law::Mechanism& m : law->list) known += (known.empty() ? "" : ", ") + m.id;
        fmt::print(stderr, "comity: there is no mechanism \"{}\"; there are {}\n", id_or_folder, known);
        return 1;
    }
    fmt::print("{}", law::draw(*mechanism, *reader, law::DrawAs::file));
    return 0;
}

}  // namespace comity::command
