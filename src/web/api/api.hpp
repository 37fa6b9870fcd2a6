#pragma once

#include <string_view>

#include "web/server/request.hpp"
#include "web/server/response.hpp"
#include "web/server/route.hpp"
#include "web/site/routes.hpp"
#include "web/site/site.hpp"

// The machine formats: what a page shows, for programs.
namespace comity::api {

// Throws HttpError for what can't be answered.
using Answer = server::Response (*)(const site::Site&, const server::Request&, const server::Match&);

// Who answers a page in a format ("json"; "" for a page whose route lists none); null where it is not for programs ("html").
Answer answer(site::Page page, std::string_view format);

// Whether the reader of a failed request is a program: its address ends in a machine format or it accepts JSON rather than HTML.
bool wants_problem(const server::Request& request);
// The error as RFC 9457 has it (application/problem+json), in the reader's language.
server::Response problem(const server::Request& request, const server::HttpError& error);

}  // namespace comity::api
