#include <boost/json/parse.hpp>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "api/application.hpp"
#include "collections/collection.hpp"
#include "web/server/negotiate.hpp"
#include "web/server/target.hpp"
#include "web/site/routes.hpp"

// What holds of every collection's list and records in every machine format.
namespace comity::api {

namespace {

std::vector<const site::Shown*> shown_collections() {
    std::vector<const site::Shown*> out;
    for (const collections::Collection& collection : collections::all())
        if (const site::Shown* shown = site::shown(collection.type->name); shown->list != site::Page::submissions)
            out.push_back(shown);
    return out;
}

}  // namespace

TEST(Collections, answer_in_every_format_and_language_and_refuse_what_they_do_not_know) {
    for (const site::Shown* shown : shown_collections()) {
        const auto list = ask_json(site::address(shown->list, base::Language::en, {}, "json", {{"limit", "1"}}));
        ASSERT_GT(list.at("of").as_int64(), 0) << shown->type;
        const std::string id(list.at("records").at(0).at("id").as_string());
        for (const base::Language language : base::languages) {
            for (const std::string_view format : site::route(shown->list).formats) {
                if (format == "html") continue;
                const std::string target = site::address(shown->list, language, {}, format);
                const server::Answer answer = ask(target);
                EXPECT_EQ(answer.status, 200) << target;
                EXPECT_NE(answer.head.find("Content-Type: " + server::content_type(format)), std::string_view::npos) << target;
                EXPECT_EQ(ask(target + "?limit=0").status, 400) << target;
                EXPECT_EQ(ask(target + "?sort=size").status, 400) << target;
                EXPECT_EQ(ask(target + "?after=nonsense").status, 400) << target;
            }
            for (const std::string_view format : site::route(shown->one).formats) {
                if (format == "html") continue;
                const std::string target = site::address(shown->one, language, {{"id", site::in_address(id)}}, format);
                EXPECT_EQ(ask(target).status, 200) << target;
                EXPECT_EQ(ask(site::address(shown->one, language, {{"id", "no-such-record"}}, format)).status, 404) << target;
            }
        }
    }
}

TEST(Collections, show_every_record_once_page_by_page_in_every_order) {
    for (const site::Shown* shown : shown_collections())
        for (const char* sort : {"-date", "date", "title", "-title"}) {
            std::set<std::string> seen;
            std::string target =
                site::address(shown->list, base::Language::fr, {}, "json", {{"limit", "7"}, {"sort", sort}, {"fields", "id"}});
            std::int64_t of = 0;
            while (!target.empty()) {
                const auto page = ask_json(target);
                of = page.at("of").as_int64();
                EXPECT_EQ(page.at("before").as_int64(), static_cast<std::int64_t>(seen.size())) << target;
                for (const auto& record : page.at("records").as_array())
                    EXPECT_TRUE(seen.emplace(record.at("id").as_string()).second) << target;
                target = page.at("next").is_null() ? "" : path_of(std::string(page.at("next").as_string()));
            }
            EXPECT_EQ(static_cast<std::int64_t>(seen.size()), of) << shown->type << " " << sort;
        }
}

TEST(Collections, count_each_value_of_a_facet_as_choosing_it_finds) {
    for (const site::Shown* shown : shown_collections()) {
        const auto whole = ask_json(site::address(shown->list, base::Language::en, {}, "json", {{"limit", "1"}}));
        for (const auto& [facet, values] : whole.at("facets").as_object())
            for (const auto& [value, count] : values.as_object()) {
                const auto narrowed = ask_json(site::address(shown->list, base::Language::en, {}, "json",
                                                             {{std::string(facet), std::string(value)}, {"limit", "1"}}));
                EXPECT_EQ(narrowed.at("count").as_int64(), count.as_int64()) << shown->type << " " << facet << " " << value;
            }
    }
}

TEST(Collections, leave_out_the_fields_that_were_not_asked_for) {
    const auto list = ask_json("/en/publications.json?fields=title&limit=1");
    const auto& record = list.at("records").at(0).as_object();
    EXPECT_EQ(record.size(), 3U);  // id, title, links
    EXPECT_EQ(ask("/en/publications.json?fields=colour").status, 400);
    EXPECT_TRUE(ask("/en/publications.csv?fields=id,pages&limit=1").body.starts_with("id,pages\r\n"));
}

TEST(Collections, find_words_in_three_languages_and_years) {
    EXPECT_GT(ask_json("/en/publications.json?q=maize").at("count").as_int64(), 0);
    const auto years = ask_json("/en/news.json?from=2007&to=2007");
    EXPECT_GT(years.at("count").as_int64(), 0);
    for (const auto& record : years.at("records").as_array()) EXPECT_TRUE(record.at("date").as_string().starts_with("2007"));
}

}  // namespace comity::api
