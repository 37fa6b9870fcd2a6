#include "record/canonical.hpp"

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
        case boost::json::kind::double_: base::append_json_number(out, value.get_double() + 0.0); break;  // -0 is 0
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

}  // namespace comity::record
