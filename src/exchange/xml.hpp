#pragma once

#include <string>
#include <string_view>

namespace comity::exchange {

// Appends text so that it can stand in an element or in an attribute within double quotes. What XML 1.0 can't hold (control
// characters, bytes that are not UTF-8) becomes U+FFFD.
void append_xml_text(std::string& out, std::string_view text);

// Appends <name>text</name>.
void append_xml_element(std::string& out, std::string_view name, std::string_view text);

// Appends ` name="value"`.
void append_xml_attribute(std::string& out, std::string_view name, std::string_view value);

}  // namespace comity::exchange
