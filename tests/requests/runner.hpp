#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "web/server/application.hpp"

// Request cases: text files that say what is asked and what is answered.
//
//   # What the case shows (any number of such lines, at the top).
//   GET /en/submissions/SEM-21-001.json
//   Accept-Language: fr
//
//   (a body, if there is one)
//   ---
//   200
//   Content-Type: application/json
//   ETag: W/"*
//   !Set-Cookie
//   ---
//   {"id":"SEM-21-001",*
//   *
//
// In what is expected, * stands for any text within its line; a line that is only * stands for any number of lines, also none.
// "!Name" is a header that must not be there. Without the second --- the body may be anything.
namespace comity::requests {

struct Case {
    std::string name;  // of its file
    std::string method, target;
    std::string request;  // as bytes of HTTP
    std::string status;
    std::vector<std::string> headers;  // expected, as written
    bool checks_body = false;
    std::string body;  // expected
};

// Throws std::runtime_error where the file is not a case.
Case parse(std::string_view name, std::string_view text);
std::vector<Case> cases_under(const std::filesystem::path& folder);  // *.case, also in folders, sorted by path

bool matches(std::string_view pattern, std::string_view text);  // one line: * is any text
bool matches_lines(std::string_view pattern, std::string_view text);

// What differs from what was expected, each as a sentence; empty: the case holds.
std::vector<std::string> differences(const Case& expected, server::Application& application);

}  // namespace comity::requests
