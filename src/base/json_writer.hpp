#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace comity::base {

// Appends `text` to `out` as a JSON string with its quotes: only what JSON demands is escaped, UTF-8 stays as it is.
void append_json_string(std::string& out, std::string_view text);
// The shortest form that reads back as the same number; never in exponent form for everyday sizes, "null" for what JSON lacks.
void append_json_number(std::string& out, double number);

// Writes JSON straight to a string, commas included. The caller keeps the nesting right.
class JsonWriter {
  public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    JsonWriter& begin_object() { return open('{'); }
    JsonWriter& end_object() { return close('}'); }
    JsonWriter& begin_array() { return open('['); }
    JsonWriter& end_array() { return close(']'); }
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
    JsonWriter& value(bool truth);
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(std::size_t number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(double number);
    JsonWriter& null();
    JsonWriter& raw(std::string_view json);  // a value that is JSON already
    template <class T>
    JsonWriter& member(std::string_view name, const T& held) {
        return key(name).value(held);
    }

  private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    void separate();

    std::string& out_;
    bool comma_ = false;
};

}  // namespace comity::base
