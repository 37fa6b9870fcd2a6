#include "exchange/body_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <utility>

#include "base/json_writer.hpp"
#include "exchange/json_outline.hpp"
#include "record/canonical.hpp"
#include "record/codes.hpp"

namespace comity::exchange {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view profile_name = "profile.toml", logo_name = "logo.svg";
constexpr std::string_view law_folder = "law";

std::string list_of(const std::vector<std::string_view>& names) {
    std::string all;
    for (std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
    return all;
}

std::string meant(std::span<const std::string_view> known, std::string_view wanted) {
    const std::string_view near = record::nearest(known, wanted);
    return near.empty() ? std::string() : fmt::format("did you mean \"{}\"?", near);
}

// Reads one body's folder; the faults pile up.
struct Reader {
    record::Catalog catalog;
    const FolderLimits& limits;
    std::vector<FiledRecord> records;
    base::Faults faults;
    bool whole = true;  // every file could be read; without one of them its records would all be missed
    std::map<std::pair<const record::RecordType*, std::string>, std::string, std::less<>> places;  // of each record

    bool full() const { return faults.size() >= limits.faults; }
    void unread(base::Fault fault_of_file) {
        whole = false;
        fault(std::move(fault_of_file));
    }
    void fault(base::Fault found) {
        if (!full()) faults.push_back(std::move(found));
    }

    const record::RecordType* type_of_file(const std::string& name) const;
    void folder(const fs::path& path);
    void file(const fs::path& path, const record::RecordType& type);
    void list(const std::string& path, std::string_view text, const record::RecordType& type);
    void one(std::string place, const record::Value& value, const record::RecordType& type);
    void references();
    void references_in(const FiledRecord& filed, std::span<const record::Field> fields, const record::Value& object,
                       const std::string& path);
    void reference(const FiledRecord& filed, const record::Field& field, std::string_view id, const std::string& path);
};

const record::RecordType* Reader::type_of_file(const std::string& name) const {
    for (const record::RecordType* type : catalog)
        if (name == std::string(type->collection) + ".json") return type;
    return nullptr;
}

void Reader::folder(const fs::path& path) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) entries.push_back(it->path());
    if (error) return unread({path.string(), "", "", "can't be read: " + error.message(), "name a folder with a body's files"});
    std::ranges::sort(entries);
    std::vector<std::string> files{std::string(profile_name), std::string(logo_name)};
    for (const record::RecordType* type : catalog) files.push_back(std::string(type->collection) + ".json");
    const std::vector<std::string_view> known(files.begin(), files.end());
    for (const fs::path& entry : entries) {
        const std::string name = entry.filename().string();
        if (name == law_folder && fs::is_directory(entry, error)) continue;
        const record::RecordType* type = type_of_file(name);
        if (!type && name != profile_name && name != logo_name) {
            const std::string near = meant(known, name);
            unread({entry.string(), "", "", "is no file of a body's folder",
                    near.empty() ? "the files are " + list_of(known) : near});
        } else if (!fs::is_regular_file(entry, error)) {
            unread({entry.string(), "", "", "is not a file", ""});
        } else if (type) {
            file(entry, *type);
        }
    }
    if (records.empty() && faults.empty())
        fault({path.string(), "", "", "has no records", "name a folder with files such as submissions.json"});
}

void Reader::file(const fs::path& path, const record::RecordType& type) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    if (error) return unread({path.string(), "", "", "can't be read: " + error.message(), ""});
    if (size > limits.bytes)
        return unread(
            {path.string(), "", "", fmt::format("has {} bytes", size), fmt::format("at most {} are read", limits.bytes)});
    std::ifstream in(path, std::ios::binary);
    std::string text(size, '\0');
    in.read(text.data(), static_cast<std::streamsize>(size));
    if (!in) return unread({path.string(), "", "", "can't be read to its end", ""});
    list(path.string(), text, type);
}

void Reader::list(const std::string& path, std::string_view text, const record::RecordType& type) {
    auto json = record::parse_json(text, {.bytes = limits.bytes});
    if (!json) {
        std::string wrong = json.error(), place = path;
        if (wrong.starts_with("line ")) {
            const std::size_t colon = wrong.find(": ");
            place += ":" + wrong.substr(5, colon - 5);
            wrong.erase(0, colon + 2);
        }
        return unread({place, "", "", wrong, "write JSON in UTF-8: a list of records"});
    }
    const auto* elements = json->if_array();
    if (!elements) return unread({path, "", "", "is not a list of records", "write [ {\"id\": …}, … ]"});
    if (elements->size() > limits.records)
        return unread(
            {path, "", "", fmt::format("has {} records", elements->size()), fmt::format("at most {} are read", limits.records)});
    const JsonOutline shape = outline(text);
    for (const JsonOutline::Twice& twice : shape.twice)
        fault({fmt::format("{}:{}", path, twice.line), "", twice.key, "is there twice in one object", "give it once"});
    for (std::size_t i = 0; i < elements->size() && !full(); ++i)
        one(fmt::format("{}:{}", path, shape.element_lines.at(i)), (*elements)[i], type);
}

void Reader::one(std::string place, const record::Value& value, const record::RecordType& type) {
    base::Faults wrong = record::check_value(type, value);
    for (base::Fault& each : wrong) {
        each.file = place;
        fault(std::move(each));
    }
    const auto* object = value.if_object();
    const record::Value* id = object ? object->if_contains("id") : nullptr;
    if (!id || !id->is_string() || id->get_string().empty()) return;
    std::string key(id->get_string());
    const auto [known, added] = places.emplace(std::pair(&type, key), place);
    if (!added) return fault({place, key, "id", "is there already, in " + known->second, "give each record an id of its own"});
    if (wrong.empty()) records.push_back({&type, std::move(key), record::normal(type, value), std::move(place)});
}

void Reader::reference(const FiledRecord& filed, const record::Field& field, std::string_view id, const std::string& path) {
    const record::RecordType* target = record::find_type(catalog, field.refers);
    COMITY_ASSERT(target != nullptr);
    if (places.contains(std::pair(target, std::string(id)))) return;
    std::string right = fmt::format("add it to {}.json, or name one that is there", target->collection);
    if (!full()) {
        std::vector<std::string_view> known;
        for (const auto& [key, place] : places)
            if (key.first == target) known.push_back(key.second);
        if (const std::string near = meant(known, id); !near.empty()) right = near;
    }
    fault({filed.file, filed.id, path, fmt::format("no {} is called \"{}\"", field.refers, id.substr(0, 200)), right});
}

void Reader::references_in(const FiledRecord& filed, std::span<const record::Field> fields, const record::Value& object,
                           const std::string& path) {
    for (const record::Field& field : fields) {
        if (field.of.kind != record::Kind::reference && field.of.kind != record::Kind::structure) continue;
        const record::Value* value = object.as_object().if_contains(field.name);
        if (!value) continue;
        const auto each = [&](const record::Value& element, const std::string& at) {
            if (field.of.kind == record::Kind::structure) return references_in(filed, field.of.parts(), element, at + ".");
            reference(filed, field, std::string_view(element.get_string()), at);
        };
        const std::string at = path + std::string(field.name);
        if (!field.of.list) {
            each(*value, at);
            continue;
        }
        std::size_t i = 0;
        for (const record::Value& element : value->as_array()) each(element, fmt::format("{}.[{}]", at, i++));
    }
}

void Reader::references() {
    for (const FiledRecord& filed : records) {
        if (full()) return;
        references_in(filed, filed.type->fields, filed.value, "");
    }
}

// A value as a person would lay it out: on one line where it fits, else its parts on a line each.
constexpr std::size_t width = 128;

void one_line(std::string& out, const record::Value& value) {
    switch (value.kind()) {
        case boost::json::kind::null: out += "null"; return;
        case boost::json::kind::bool_: out += value.get_bool() ? "true" : "false"; return;
        case boost::json::kind::string: base::append_json_string(out, std::string_view(value.get_string())); return;
        case boost::json::kind::array: {
            out += '[';
            bool first = true;
            for (const record::Value& element : value.get_array()) {
                if (!std::exchange(first, false)) out += ", ";
                one_line(out, element);
            }
            out += ']';
            return;
        }
        case boost::json::kind::object: {
            out += '{';
            bool first = true;
            for (const auto& [key, member] : value.get_object()) {
                if (!std::exchange(first, false)) out += ", ";
                base::append_json_string(out, key);
                out += ": ";
                one_line(out, member);
            }
            out += '}';
            return;
        }
        default: out += record::canonical(value); return;
    }
}

void lay_out(std::string& out, const record::Value& value, std::size_t indent, std::size_t used, bool broken) {
    std::string line;
    one_line(line, value);
    const bool parts = (value.is_array() && !value.get_array().empty()) || (value.is_object() && !value.get_object().empty());
    if (!parts || (!broken && used + line.size() <= width)) {
        out += line;
        return;
    }
    const std::string margin(indent + 2, ' ');
    bool first = true;
    out += value.is_array() ? "[\n" : "{\n";
    if (value.is_array()) {
        for (const record::Value& element : value.get_array()) {
            if (!std::exchange(first, false)) out += ",\n";
            out += margin;
            lay_out(out, element, indent + 2, margin.size(), false);
        }
    } else {
        for (const auto& [key, member] : value.get_object()) {
            if (!std::exchange(first, false)) out += ",\n";
            const std::size_t start = out.size();
            out += margin;
            base::append_json_string(out, key);
            out += ": ";
            lay_out(out, member, indent + 2, out.size() - start, false);
        }
    }
    out += '\n' + std::string(indent, ' ') + (value.is_array() ? ']' : '}');
}

}  // namespace

std::expected<std::vector<FiledRecord>, base::Faults> read_body(const fs::path& folder, record::Catalog catalog,
                                                                const FolderLimits& limits) {
    Reader reader{.catalog = catalog, .limits = limits, .records = {}, .faults = {}, .places = {}};
    reader.folder(folder);
    if (reader.whole) reader.references();
    if (!reader.faults.empty()) return std::unexpected(std::move(reader.faults));
    const auto place = [&](const FiledRecord& filed) {
        return std::pair(std::ranges::find(catalog, filed.type) - catalog.begin(), std::string_view(filed.id));
    };
    std::ranges::sort(reader.records, {}, place);
    return std::move(reader.records);
}

std::string body_file(std::span<const FiledRecord* const> records) {
    if (records.empty()) return "[]\n";
    std::string out = "[\n";
    for (const FiledRecord* filed : records) {
        if (filed != records.front()) out += ",\n";
        out += "  ";
        lay_out(out, filed->value, 2, 2, true);
    }
    out += "\n]\n";
    return out;
}

std::expected<void, base::Fault> write_body(const fs::path& folder, record::Catalog catalog,
                                            std::span<const FiledRecord> records) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return std::unexpected(base::Fault{folder.string(), "", "", "can't be made: " + error.message(), ""});
    for (const record::RecordType* type : catalog) {
        std::vector<const FiledRecord*> of_type;
        for (const FiledRecord& filed : records)
            if (filed.type == type) of_type.push_back(&filed);
        std::ranges::sort(of_type, {}, [](const FiledRecord* filed) { return std::string_view(filed->id); });
        const fs::path path = folder / (std::string(type->collection) + ".json");
        if (of_type.empty() && !fs::exists(path, error)) continue;
        fs::path whole = path;
        whole += ".new";
        std::ofstream out(whole, std::ios::binary | std::ios::trunc);
        out << body_file(of_type);
        out.close();
        if (!out) return std::unexpected(base::Fault{whole.string(), "", "", "can't be written", ""});
        fs::rename(whole, path, error);
        if (error) return std::unexpected(base::Fault{path.string(), "", "", "can't be written: " + error.message(), ""});
    }
    return {};
}

}  // namespace comity::exchange
