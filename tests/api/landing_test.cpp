#include <gtest/gtest.h>

#include "api/application.hpp"
#include "web/site/routes.hpp"

// What holds of the landing pages of the sections.
namespace comity::api {

namespace {

constexpr site::Page landing_pages[] = {site::Page::about, site::Page::work, site::Page::library, site::Page::council};

}  // namespace

TEST(Landing, counts_what_the_lists_it_leads_to_count) {
    for (const site::Page page : landing_pages) {
        const auto answer = ask_json(site::address(page, base::Language::en, {}, "json"));
        EXPECT_FALSE(answer.at("parts").as_array().empty());
        for (const auto& part : answer.at("parts").as_array()) {
            if (part.at("part").as_string() == "in-office") continue;  // follows from terms, which no list narrows people by
            const std::string list = path_of(part.at("list").as_string());
            EXPECT_EQ(part.at("count"), ask_json(list).at("count")) << list;
            const auto* values = part.as_object().if_contains("values");
            if (!values) continue;
            for (const auto& value : values->as_array())
                EXPECT_EQ(value.at("count"), ask_json(path_of(value.at("list").as_string())).at("count")) << value.at("list");
        }
    }
}

TEST(Landing, shows_every_body_once_under_its_parent) {
    const auto answer = ask_json("/en/about.json");
    const auto& bodies = answer.at("parts").at(0);
    EXPECT_EQ(bodies.at("part").as_string(), "bodies");
    const auto& rows = bodies.at("records").as_array();
    EXPECT_EQ(static_cast<std::int64_t>(rows.size()), bodies.at("count").as_int64());
    EXPECT_EQ(rows.at(0).at("id").as_string(), "cec");
    std::int64_t depth = 0;
    for (const auto& row : rows) {
        EXPECT_LE(row.at("depth").as_int64(), depth + 1) << row.at("id");
        depth = row.at("depth").as_int64();
    }
}

TEST(Landing, has_nobody_in_office_whose_term_is_over) {
    for (const auto& part : ask_json("/en/about.json").at("parts").as_array()) {
        if (part.at("part").as_string() != "in-office") continue;
        for (const auto& row : part.at("records").as_array()) {
            EXPECT_NE(row.at("id").as_string(), "carol-m-browner");
            EXPECT_TRUE(row.at("office").at("start_date").is_string()) << row.at("id");
        }
    }
}

}  // namespace comity::api
