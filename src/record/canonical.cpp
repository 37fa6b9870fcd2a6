#include "record/canonical.hpp"

#include <boost/json/parse_options.hpp>
#include <boost/json/stream_parser.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <algorithm>

#include "base/json_writer.hpp"

namespace comity::record {

namespace {

void append_object(std::string& out, const boost::json::object& object) {
    std::vector<const boost::json::key_value_pair*> members;
    members.reserve(object.size());
    for (const auto& member : object) members.push_back(&member);
    std::ranges::sort(members, {}, [](const auto* member) { return std::string_view(member->key()); });
    out += '{';
    for (const auto* member : members) {
        if (member != members.front()) out += ',';
        base::append_json_string(out, member->key());
        out += ':';
        append_canonical(out, member->value());
    }
    out += '}';
}

}  // namespace

void append_canonical(std::string& out, const Value& value) {
    switch (value.kind()) {
        case boost::json::kind::null: out += "null"; break;
        case boost::json::kind::bool_: out += value.get_bool() ? "true" : "false"; break;
        case boost::json::kind::int64: out += fmt::format("{}", value.get_int64()); break;
        case boost::json::kind::uint64: out += fmt::format("{}", value.get_uint64()); break;
        case boost::json::kind::double_: base::append_json_number(out, value.get_double()); break;
        case boost::json::kind::string: base::append_json_string(out, value.get_string()); break;
        case boost::json::kind::array:
            out += '[';
            for (std::size_t i = 0; i < value.get_array().size(); ++i) {
                if (i) out += ',';
                append_canonical(out, value.get_array()[i]);
            }
            out += ']';
            break;
        case boost::json::kind::object: append_object(out, value.get_object()); break;
    }
}

std::string canonical(const Value& value) {
    std::string out;
    append_canonical(out, value);
    return out;
}

std::expected<Value, std::string> parse_json(std::string_view text, const ParseLimits& limits) {
    if (text.size() > limits.bytes) return std::unexpected(fmt::format("is larger than {} MB", limits.bytes >> 20));
    boost::json::parse_options options;
    options.max_depth = limits.depth;
    boost::json::stream_parser parser({}, options);
    boost::json::error_code error;
    const std::size_t read = parser.write_some(text.data(), text.size(), error);
    const auto line = 1 + std::ranges::count(text.substr(0, read), '\n');
    if (error == boost::json::error::too_deep)
        return std::unexpected(fmt::format("line {}: is nested deeper than {} levels", line, limits.depth));
    if (error) return std::unexpected(fmt::format("line {}: is not JSON ({})", line, error.message()));
    if (text.find_first_not_of(" \t\r\n", read) != std::string_view::npos)
        return std::unexpected(fmt::format("line {}: has something after the end of the JSON value", line));
    if (!error) parser.finish(error);
    if (error) return std::unexpected(fmt::format("line {}: ends before the JSON value does", line));
    return parser.release();
}

}  // namespace comity::record
