#include <boost/json/parse.hpp>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "api/application.hpp"
#include "collections/collection.hpp"
#include "web/server/target.hpp"
#include "web/site/routes.hpp"

// The map's formats and OGC API - Features over the demonstration body.
namespace comity::api {

namespace {

// The address in a header "Link: <…>; rel="next"", "" where there is none.
std::string next_in(const server::Answer& answer) {
    const std::string_view head(answer.head);
    const std::size_t at = head.find("Link: <");
    return at == std::string_view::npos ? "" : path_of(head.substr(at + 7, head.find('>', at) - at - 7));
}

std::string linked(const boost::json::value& answer, std::string_view rel) {
    for (const auto& link : answer.at("links").as_array())
        if (link.at("rel").as_string() == rel) return path_of(link.at("href").as_string());
    return "";
}

const std::string map_json = site::address(site::Page::map, base::Language::en, {}, "json");

std::int64_t counted(const boost::json::value& map, std::string_view layer, const char* what = "count") {
    for (const auto& one : map.at("layers").as_array())
        if (one.at("id").as_string() == layer) return one.at(what).as_int64();
    ADD_FAILURE() << "no layer " << layer;
    return -1;
}

TEST(Map, says_of_every_record_in_the_window_where_it_is_drawn) {
    for (const std::string query :
         {"", "?bbox=-180,-60,180,84", "?bbox=-125,14,-86,33", "?bbox=-0.5,50,0.5,51", "?layer=meetings"}) {
        const auto map = ask_json(map_json + query);
        std::int64_t drawn = map.at("left_out").as_int64(), by_layer = 0;
        for (const auto& place : map.at("places").as_array()) {
            drawn += place.at("count").as_int64();
            EXPECT_FALSE(place.at("records").as_array().empty());
        }
        for (const auto& layer : map.at("layers").as_array()) by_layer += layer.at("inside").as_int64();
        EXPECT_EQ(drawn, map.at("inside").as_int64()) << query;
        EXPECT_EQ(by_layer, map.at("inside").as_int64()) << query;
    }
}

TEST(Map, narrows_each_layer_as_its_list_does) {
    for (const std::string query : {"country=MEX", "q=water", "from=2003&to=2009"}) {
        const auto map = ask_json(map_json + "?" + query);
        for (const char* type : {"grant", "meeting"}) {
            const auto list = ask_json(site::address(site::shown(type)->list, base::Language::en, {}, "json") + "?" + query);
            EXPECT_EQ(counted(map, std::string(type) + "s"), list.at("count").as_int64()) << query << ' ' << type;
        }
    }
    EXPECT_EQ(ask_json(map_json + "?country=MEX").at("inside"), ask_json(map_json + "?party=MEX").at("inside"));
    const auto matter = ask_json(map_json + "?matter=mining");
    EXPECT_GT(counted(matter, "submissions"), 0);
    EXPECT_EQ(counted(matter, "meetings"), 0) << "meetings have no such filter";
}

TEST(Map, two_sliders_may_pass_each_other_and_undated_things_are_there_at_any_time) {
    const auto map = ask_json(map_json + "?from=2009&to=2003");
    EXPECT_EQ(map.at("inside"), ask_json(map_json + "?from=2003&to=2009").at("inside"));
    EXPECT_EQ(counted(map, "offices"), counted(ask_json(map_json), "offices"));
    EXPECT_EQ(ask_json(map_json + "?from=1900&to=2100").at("inside"), ask_json(map_json).at("inside"));
}

TEST(Map, gives_every_record_with_a_place_once_page_by_page) {
    const auto all = ask_json(site::address(site::Page::map, base::Language::en, {}, "geojson"));
    std::set<std::string> seen;
    std::string target = site::address(site::Page::map, base::Language::en, {}, "geojson", {{"limit", "17"}});
    while (!target.empty()) {
        const server::Answer answer = ask(target);
        ASSERT_EQ(answer.status, 200) << target;
        const auto features = boost::json::parse(answer.body);
        for (const auto& feature : features.at("features").as_array())
            EXPECT_TRUE(seen.emplace(feature.at("id").as_string()).second) << target;
        target = next_in(answer);
    }
    EXPECT_EQ(seen.size(), all.at("features").as_array().size());
    EXPECT_GT(seen.size(), 150u);
}

TEST(Map, refuses_what_it_does_not_know) {
    for (const char* bad :
         {"layer=rivers", "bbox=1,2,3", "bbox=0,50,0,40", "from=then", "limit=0", "after=nonsense", "colour=red"})
        EXPECT_EQ(ask(site::address(site::Page::map, base::Language::en, {}, "geojson") + "?" + bad).status, 400) << bad;
}

TEST(OgcFeatures, give_every_record_of_every_collection_once_by_following_links) {
    const auto landing = ask_json("/ogc");
    EXPECT_EQ(linked(landing, "service-desc"), "/openapi.json");
    EXPECT_FALSE(ask_json(linked(landing, "conformance")).at("conformsTo").as_array().empty());
    const auto all = ask_json(linked(landing, "data"));
    EXPECT_EQ(all.at("collections").as_array().size(), collections::all().size());
    for (const auto& collection : all.at("collections").as_array()) {
        EXPECT_EQ(ask_json(linked(collection, "self")), collection);
        std::set<std::string> seen;
        std::int64_t matched = 0;
        for (std::string target = linked(collection, "items") + "?limit=20"; !target.empty();) {
            const auto page = ask_json(target);
            matched = page.at("numberMatched").as_int64();
            EXPECT_EQ(page.at("numberReturned").as_int64(), static_cast<std::int64_t>(page.at("features").as_array().size()));
            for (const auto& feature : page.at("features").as_array())
                EXPECT_TRUE(seen.emplace(feature.at("id").as_string()).second) << target;
            target = linked(page, "next");
        }
        EXPECT_EQ(static_cast<std::int64_t>(seen.size()), matched) << collection.at("id").as_string();
        const auto one = ask_json(linked(collection, "items") + "/" + *seen.begin());
        EXPECT_EQ(one.at("id").as_string(), *seen.begin());
    }
}

std::int64_t matched(const std::string& query) {
    return ask_json("/ogc/collections/meetings/items?" + query).at("numberMatched").as_int64();
}

TEST(OgcFeatures, are_narrowed_by_box_day_and_filters_of_the_list) {
    const std::int64_t all = matched("");
    std::int64_t nowhere = 0;
    const auto meetings = ask_json("/en/meetings.json?limit=1000");
    for (const auto& record : meetings.at("records").as_array()) {
        const auto* place = record.as_object().if_contains("place");
        nowhere += !place || !place->is_object() || !place->as_object().contains("latitude");
    }
    EXPECT_GT(nowhere, 0);
    EXPECT_EQ(matched("bbox=-180,-90,180,90") + nowhere, all) << "virtual ones are nowhere";
    EXPECT_EQ(matched("bbox=-75,45,-72,46"), matched("bbox=-75,45,-10,-72,46,10"));
    EXPECT_EQ(matched("bbox=0,0,10,10"), 0);
    EXPECT_EQ(matched("datetime=../2010-12-31") + matched("datetime=2011-01-01/.."), all);
    EXPECT_EQ(matched("datetime=2014-09-09"), matched("datetime=2014-09-09T00:00:00Z/2014-09-09T23:59:59Z"));
    EXPECT_GE(matched("datetime=2014-09-09"), 1);
    EXPECT_GT(matched("country=MEX"), 10);
    EXPECT_EQ(ask("/ogc/collections/meetings/items?limit=100000").status, 200) << "the standard: more than the most is the most";
    for (const char* bad : {"bbox=1,2,3", "datetime=then", "datetime=2014-02-01/2013-01-01", "limit=0", "colour=red"})
        EXPECT_EQ(ask(std::string("/ogc/collections/meetings/items?") + bad).status, 400) << bad;
    EXPECT_EQ(ask("/ogc/collections/rivers").status, 404);
    EXPECT_EQ(ask("/ogc/collections/rivers/items").status, 404);
    EXPECT_EQ(ask("/ogc/collections/meetings/items/none").status, 404);
}

}  // namespace

}  // namespace comity::api
