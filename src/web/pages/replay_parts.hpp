#pragma once

#include "base/messages.hpp"
#include "web/html/html.hpp"
#include "web/site/replay_asked.hpp"
#include "web/site/routes.hpp"

// The parts of a replay's page.
namespace comity::pages {

struct ReplayView {
    const site::Site& site;
    const site::ReplayAsked& asked;
    base::Language language;
    base::Words words;
    const law::Replay& replay() const { return asked.replayed.replay; }
    std::string number(std::size_t n) const;
    std::string_view operator()(const base::Text& text) const { return base::shown(text, language).text; }
};

// "NAAEC: Guidelines of 2012, from 11 July 2012"
std::string edition_name(const ReplayView& view, const law::Edition& edition);

void replay_form(html::Html& h, const ReplayView& view);
void replay_summary(html::Html& h, const ReplayView& view);
void replay_bins(html::Html& h, const ReplayView& view);  // what the drawing shows, as a table
void replay_changes(html::Html& h, const ReplayView& view, law::Change change);
void replay_left_out(html::Html& h, const ReplayView& view);

}  // namespace comity::pages
