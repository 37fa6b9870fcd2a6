#include "law/proof.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "command/options.hpp"
#include "law/json_tree.hpp"

namespace comity::command {

namespace {

// What comes from the file can hold anything: a terminal is not given control characters.
std::string printable(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f)
            out += fmt::format("\\u{:04x}", byte);
        else
            out += c;
    }
    return out;
}

// nullopt, after saying why, where it can't be read. One byte more than is allowed is enough to be told so.
std::optional<std::string> contents(const std::string& name) {
    std::error_code error;
    if (name != "-" && std::filesystem::is_directory(name, error)) {
        fmt::print(stderr, "comity: {} is a folder; name a proof's file\n", name);
        return std::nullopt;
    }
    std::ifstream file;
    if (name != "-") file.open(name, std::ios::binary);
    std::istream& in = name == "-" ? std::cin : file;
    if (!in) {
        fmt::print(stderr, "comity: {} can't be read\n", name);
        return std::nullopt;
    }
    std::string text(law::most_bytes_of_a_json + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

std::string said(const std::string& json) { return json.empty() ? "nothing" : printable(json); }

std::string counted(std::size_t number, std::string_view what) {
    return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

}  // namespace

int proof_check(const std::string& name) {
    const auto text = contents(name);
    if (!text) return 2;
    const auto checked = law::check_proof({name, *text}, law::shipped_files());
    if (!checked) {
        for (const base::Fault& fault : checked.error()) fmt::print(stderr, "comity: {}\n", printable(base::to_string(fault)));
        return 2;
    }
    const bool equal = checked->differences.empty();
    fmt::print("{}, {} {} on {}: {}\n", printable(checked->case_id), printable(checked->mechanism), printable(checked->clock),
               base::to_string(checked->on), equal ? "equal" : "differs");
    for (const law::ProofDifference& each : checked->differences)
        fmt::print("  {}: the proof has {}, worked out {}\n", printable(each.where), said(each.claimed), said(each.recomputed));
    fmt::print("Worked out from the file alone: {}, {} and {}.\n", counted(checked->events, "event"),
               counted(checked->rules, "rule file"), counted(checked->calendars, "calendar"));
    if (checked->news.empty()) fmt::print("Its rule text is that of this program.\n");
    for (const std::string& each : checked->news) fmt::print("News: {}.\n", printable(each));
    return equal ? 0 : 1;
}

}  // namespace comity::command
