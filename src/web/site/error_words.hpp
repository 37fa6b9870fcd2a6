#pragma once

#include <optional>
#include <string>

#include "base/messages.hpp"
#include "web/server/request.hpp"
#include "web/server/response.hpp"

namespace comity::site {

// What was wrong and what would be right, in the reader's language: the message "problem.<code>". nullopt for a code without one
// (a request that is not well-formed HTTP), for which there is the error's own English sentence.
std::optional<std::string> error_words(const server::Request& request, const server::HttpError& error, const base::Words& words);

}  // namespace comity::site
