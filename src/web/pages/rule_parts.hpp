#pragma once

#include <string>

#include "base/messages.hpp"
#include "law/authority.hpp"
#include "web/html/html.hpp"

// Forms in which pages tell of a rule of the law.
namespace comity::pages {

// "from 1 July 2020", "from … to …", "until …", "at any time".
std::string span_text(const base::Words& words, const law::Span& span);

// The provision, how far it can be trusted, where it was read and what is to be noted of it.
void cited(html::Html& h, const base::Words& words, const law::Authority& authority);

}  // namespace comity::pages
