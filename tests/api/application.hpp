#pragma once

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

#include "web/server/application.hpp"

namespace comity::api {

// The machine formats over the whole demonstration body in a store of its own in memory, on 22 November 2026. What is for people
// is not here: it answers 501.
server::Application& application();

// Its answer to GET; ask_json expects 200 and JSON.
server::Answer ask(const std::string& target);
boost::json::value ask_json(const std::string& target);
// The target that one of its whole addresses leads to.
std::string path_of(std::string_view address);

}  // namespace comity::api
