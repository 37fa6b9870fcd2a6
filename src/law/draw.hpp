#pragma once

#include <string>

#include "base/text.hpp"
#include "law/mechanism.hpp"

namespace comity::law {

enum class DrawAs : std::uint8_t {
    file,    // a file of its own: with its colours and fonts
    figure,  // inside a page, whose style sheet knows the classes that begin with "law-"
};

// The steps of a mechanism as an SVG picture: what leads from one to the next, how it can end, who acts within which time.
std::string draw(const Mechanism& mechanism, base::Language language, DrawAs as);

// One limit in words: "from 2012-07-11: 30 working days (target)".
std::string in_words(const Mechanism& mechanism, const Limit& limit, base::Language language);

}  // namespace comity::law
