#pragma once

#include "web/server/application.hpp"

namespace comity::api {

// The machine formats over the whole demonstration body in a store of its own in memory, on 22 November 2026. What is for people
// is not here: it answers 501.
server::Application& application();

}  // namespace comity::api
