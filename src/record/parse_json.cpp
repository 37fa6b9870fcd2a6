#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "record/canonical.hpp"

namespace comity::record {

namespace {

// What Boost's own parser does, but for numbers: that one gives up to two units in the last place away for speed, and a journal
// whose numbers change when it is read again would not agree with its records.
struct ExactNumbers {
    using Error = boost::json::error_code;
    using Chars = boost::json::string_view;
    static constexpr std::size_t max_object_size = boost::json::object::max_size();
    static constexpr std::size_t max_array_size = boost::json::array::max_size();
    static constexpr std::size_t max_key_size = boost::json::string::max_size();
    static constexpr std::size_t max_string_size = boost::json::string::max_size();

    boost::json::value_stack values;
    std::string number;

    bool push(auto add) {
        number.clear();
        add();
        return true;
    }
    bool on_document_begin(Error&) { return true; }
    bool on_document_end(Error&) { return true; }
    bool on_object_begin(Error&) { return true; }
    bool on_object_end(std::size_t n, Error&) {
        values.push_object(n);
        return true;
    }
    bool on_array_begin(Error&) { return true; }
    bool on_array_end(std::size_t n, Error&) {
        values.push_array(n);
        return true;
    }
    bool on_key_part(Chars s, std::size_t, Error&) {
        values.push_chars(s);
        return true;
    }
    bool on_key(Chars s, std::size_t, Error&) {
        values.push_key(s);
        return true;
    }
    bool on_string_part(Chars s, std::size_t, Error&) {
        values.push_chars(s);
        return true;
    }
    bool on_string(Chars s, std::size_t, Error&) {
        values.push_string(s);
        return true;
    }
    bool on_number_part(Chars s, Error&) {
        number += s;
        return true;
    }
    bool on_int64(std::int64_t i, Chars, Error&) {
        return push([&] { values.push_int64(i); });
    }
    bool on_uint64(std::uint64_t u, Chars, Error&) {
        return push([&] { values.push_uint64(u); });
    }
    bool on_double(double near, Chars s, Error& error) {
        number += s;
        double exact = 0;  // what is too small to be written is nothing
        const auto read = std::from_chars(number.data(), number.data() + number.size(), exact);
        if (read.ec == std::errc::result_out_of_range && std::abs(near) > 1) {
            error = boost::json::error::exponent_overflow;
            return false;
        }
        return push([&] { values.push_double(exact); });
    }
    bool on_bool(bool b, Error&) {
        values.push_bool(b);
        return true;
    }
    bool on_null(Error&) {
        values.push_null();
        return true;
    }
    bool on_comment_part(Chars, Error&) { return true; }
    bool on_comment(Chars, Error&) { return true; }
};

}  // namespace

std::expected<Value, std::string> parse_json(std::string_view text, const ParseLimits& limits) {
    if (text.size() > limits.bytes) return std::unexpected(fmt::format("is larger than {} MB", limits.bytes >> 20));
    boost::json::parse_options options;
    options.max_depth = limits.depth;
    boost::json::basic_parser<ExactNumbers> parser(options);
    parser.handler().values.reset();
    boost::json::error_code error;
    const std::size_t read = parser.write_some(true, text.data(), text.size(), error);
    const auto line = 1 + std::ranges::count(text.substr(0, read), '\n');
    if (error == boost::json::error::too_deep)
        return std::unexpected(fmt::format("line {}: is nested deeper than {} levels", line, limits.depth));
    if (error) return std::unexpected(fmt::format("line {}: is not JSON ({})", line, error.message()));
    if (text.find_first_not_of(" \t\r\n", read) != std::string_view::npos)
        return std::unexpected(fmt::format("line {}: has something after the end of the JSON value", line));
    if (!parser.done()) parser.write_some(false, nullptr, 0, error);
    if (error) return std::unexpected(fmt::format("line {}: ends before the JSON value does", line));
    return parser.handler().values.release();
}

}  // namespace comity::record
