#include "record/codes.hpp"

#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <vector>

#include "base/embedded.hpp"
#include "base/fault.hpp"
#include "record/canonical.hpp"
#include "record/codec.hpp"

namespace comity::record {

namespace {

struct ListedCode {
    std::string code;
    base::Text label;
    std::string uri;
};
constexpr Field code_fields[] = {
    {.of = member<&ListedCode::code>, .name = "code", .label = ""},
    {.of = member<&ListedCode::label>, .name = "label", .label = ""},
    {.of = member<&ListedCode::uri>, .name = "uri", .label = ""},
};

// The files are part of the program: what does not fit in them is our bug.
std::vector<Code> read_list(std::string_view name) {
    const std::string path = fmt::format("data/codes/{}.json", name);
    const auto file = base::embedded(path);
    if (!file) base::broken(path.c_str(), __FILE__, __LINE__);
    const auto json = parse_json(*file);
    if (!json) base::broken((path + ": " + json.error()).c_str(), __FILE__, __LINE__);
    std::vector<Code> list;
    for (const Value& entry : json->as_array()) {
        ListedCode code;
        if (const auto misfit = in_structure(complete<ListedCode>(code_fields), entry, &code))
            base::broken(fmt::format("{}: {} {} {}", path, code.code, misfit->at, misfit->wrong).c_str(), __FILE__, __LINE__);
        list.push_back({std::move(code.code), std::move(code.label), std::move(code.uri)});
    }
    std::ranges::sort(list, {}, &Code::code);
    return list;
}

// Edits (insert, delete, replace) that turn one word into the other.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

}  // namespace

std::span<const Code> code_list(std::string_view name) {
    static std::mutex mutex;
    static std::map<std::string, std::vector<Code>, std::less<>> lists;
    const std::lock_guard lock(mutex);
    auto found = lists.find(name);
    if (found == lists.end()) found = lists.emplace(std::string(name), read_list(name)).first;
    return found->second;
}

const Code* find_code(std::string_view list, std::string_view code) {
    const std::span<const Code> codes = code_list(list);
    const auto found = std::ranges::lower_bound(codes, code, {}, [](const Code& c) { return std::string_view(c.code); });
    return found != codes.end() && found->code == code ? &*found : nullptr;
}

std::string_view nearest(std::span<const std::string_view> known, std::string_view wanted) {
    if (wanted.size() > 200) return {};
    std::string_view best;
    std::size_t least = std::max<std::size_t>(2, wanted.size() / 3) + 1;
    for (std::string_view candidate : known)
        if (const std::size_t edits = distance(candidate, wanted); edits < least) {
            least = edits;
            best = candidate;
        }
    return best;
}

std::string_view nearest_code(std::string_view list, std::string_view code) {
    std::vector<std::string_view> known;
    for (const Code& entry : code_list(list)) known.push_back(entry.code);
    return nearest(known, code);
}

}  // namespace comity::record
