#pragma once

#include <memory>

#include "body/registry/docket.hpp"

// The demonstration body's docket as everyone may see it.
std::shared_ptr<const comity::registry::Docket> demonstration_docket();
