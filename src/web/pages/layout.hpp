#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.hpp"
#include "collections/collection.hpp"
#include "web/html/html.hpp"
#include "web/server/request.hpp"
#include "web/server/response.hpp"
#include "web/site/routes.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

struct Crumb {
    std::string address;
    std::string name;
};

// What stands around a page's content.
struct Frame {
    base::Language language = base::Language::en;
    site::Page page = site::Page::home;
    server::Parameters captured;  // of the page's path
    server::Parameters query;     // kept when the language is switched
    std::string title;            // of the page; the body's name is added
    std::string description;
    std::vector<Crumb> trail;                                     // the pages above it, home first
    bool indexed = true;                                          // false: search engines are asked to leave it out
    bool addressed = true;                                        // false: an error page, which has no address of its own
    collections::Section section = collections::Section::docket;  // whose accent and place in the navigation it has
    std::string linked_data = "";      // what the page is about as JSON-LD; "": the page itself is described
    std::string_view stylesheet = "";  // of assets/, after the common one, where the page needs one: "law.css"
    std::string_view script = "";      // of assets/, a module, where the page has one: "atlas.js"; the page works without it
    std::string_view lacks = "";       // a format of the route in which there is nothing to give here: "svg"
};

// The whole document: head, masthead, `content` inside <main>, colophon.
std::string document(const site::Site& site, const Frame& frame, const std::function<void(html::Html&)>& content);

// Above a list by words that are in more records than a search ranks: that only so many of the best are listed.
void only_best(html::Html& h, const base::Words& words, std::size_t most);

// A text of the record in the reader's language, or in its original with its language said.
void record_text(html::Html& h, const base::Text& text, base::Language reader);
// The same as a line of attributes: the lang attribute where it differs from the reader's.
html::Attribute lang_of(const base::Text& text, base::Language reader);
// Whether the reader is shown another language than theirs.
bool is_foreign(const base::Text& text, base::Language reader);

// Where a rule or a value comes from: its address as a link of that name and its site, what else it says as it stands, in
// English.
void source(html::Html& h, const base::Words& words, std::string_view source, const char* name);
// An address short enough to read: "cec.org/…/loggerhead-turtle".
std::string address_shown(std::string_view address);

// A date in <time>, as a list writes it.
void time_short(html::Html& h, base::Language language, const base::Date& date);

// The pages above a page of a section: home, and the section's landing page where it has one that is not this page.
std::vector<Crumb> trail_to(const site::Site& site, collections::Section section, base::Language language, site::Page page);
void trail(html::Html& h, const Frame& frame);
// The band at the head of a page that needs no more in it: trail, title, and the description as its lead.
void title_band(html::Html& h, const Frame& frame);
// Says that the page is written for another day than today, with a form to choose one.
void day_notice(html::Html& h, const site::Site& site, const Frame& frame, base::Day on);
// Says on which day the page rests as known, or that nothing was on the record by then, and leads back to now.
void known_notice(html::Html& h, const site::Site& site, const Frame& frame, const site::Known& known);

// "This page as .json .csv": the machine formats of the frame's page.
void formats(html::Html& h, const Frame& frame, std::string_view lead);

}  // namespace comity::pages
