#include "base/json_writer.hpp"

#include <gtest/gtest.h>

namespace comity::base {

TEST(JsonWriter, writes_nested_values_with_their_commas) {
    std::string out;
    JsonWriter w(out);
    w.begin_object().member("a", 1).key("b").begin_array().value("x").null().begin_object().end_object().end_array();
    w.member("c", true).member("d", 25.5).member("e", -0.125).end_object();
    EXPECT_EQ(out, R"({"a":1,"b":["x",null,{}],"c":true,"d":25.5,"e":-0.125})");
}

TEST(JsonWriter, escapes_what_json_demands_and_nothing_else) {
    std::string out;
    append_json_string(out, std::string_view("\"\\\n\x01/é<", 8));
    EXPECT_EQ(out, "\"\\\"\\\\\\n\\u0001/é<\"");
}

}  // namespace comity::base
