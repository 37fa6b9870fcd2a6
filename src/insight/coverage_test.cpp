#include "insight/coverage.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include "body/council/meeting.hpp"
#include "body/council/person.hpp"
#include "body/outreach/topic.hpp"

namespace comity::insight {
namespace {

using base::Language;

TEST(Coverage, tells_the_original_a_translation_a_stale_one_and_a_missing_one_apart) {
    Coverage of;
    count_texts(of, outreach::Topic::type(),
                boost::json::parse(R"({"id":"water","label":{"en":"Water","fr":"Eau","original":"en","stale":["fr"]},
                    "scheme":"site-topic-2024","description":{"en":"Lakes","es":"Lagos","original":"es"}})"));
    EXPECT_EQ(of.records, 1);
    EXPECT_EQ(of.texts, 2);
    EXPECT_EQ(of[Language::en], (LanguageCount{.original = 1, .translated = 1}));
    EXPECT_EQ(of[Language::fr], (LanguageCount{.stale = 1, .missing = 1}));
    EXPECT_EQ(of[Language::es], (LanguageCount{.original = 1, .missing = 1}));
    EXPECT_DOUBLE_EQ(of.share(Language::es), 0.5);
    EXPECT_DOUBLE_EQ(of.share(Language::fr), 0);
}

TEST(Coverage, finds_texts_in_lists_in_structures_and_in_places) {
    Coverage of;
    count_texts(of, council::Meeting::type(),
                boost::json::parse(R"({"id":"council-7","body":"council","kind":"regular-session","start_date":"2000-06-12",
                    "place":{"name":{"en":"Dallas","original":"en"},"country":"USA"},
                    "chairs":[{"name":"A. Chair","capacity":{"en":"interim","fr":"intérimaire","original":"en"}},{"name":"B. Chair"}],
                    "outcomes":[{"en":"One","original":"en"},{"en":"Two","original":"en"}]})"));
    EXPECT_EQ(of.texts, 4);
    EXPECT_EQ(of[Language::fr], (LanguageCount{.translated = 1, .missing = 3}));
}

TEST(Coverage, leaves_out_types_without_texts_and_adds_the_others_up) {
    EXPECT_FALSE(has_texts(council::Person::type()));
    EXPECT_TRUE(has_texts(council::Meeting::type()));
    Coverage one{.type = &outreach::Topic::type(), .records = 2, .texts = 3, .in = {}};
    one.in[1] = {.translated = 1, .missing = 2};
    EXPECT_EQ(total({one, one}).texts, 6);
    EXPECT_EQ(total({one, one})[Language::fr], (LanguageCount{.translated = 2, .missing = 4}));
    EXPECT_DOUBLE_EQ(total({}).share(Language::en), 1);
}

}  // namespace
}  // namespace comity::insight
