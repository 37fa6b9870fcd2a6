#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "store/databases.hpp"

namespace comity::store::tests {

namespace {

using record::Audience;
using std::chrono::hours;

std::string ids(const std::vector<Stored>& list) {
    std::string all;
    for (const Stored& stored : list) all += fmt::format("{}@{} ", stored.id, stored.version);
    return all;
}

std::string submission(const char* title, const char* more = "") {
    return fmt::format(R"json({{"id":"S1","title":{{"en":"{}"}},"agreement":"naaec","party":"CAN","filer":"O. Q."{}}})json",
                       title, more);
}

std::string title(const Stored& stored) { return std::string(stored.record.at("title").at("en").as_string()); }

}  // namespace

class ThePast : public OnEachDatabase {
  protected:
    void at(Time time, std::vector<record::Change> changes) {
        const auto receipt = store().commit({"a clerk", "a test", std::move(changes), time});
        if (!receipt) throw std::runtime_error(base::to_string(receipt.error().front()));
    }
    std::vector<Stored> known(std::int64_t entry, const char* type = "submission", Audience audience = Audience::everyone) {
        return store().snapshot().past(entry, {type}, audience).records.at(type);
    }
    // CAN, then S1 as "first", "second" a day later.
    void two_days() {
        at(noon, {put("party", R"json({"id":"CAN","name":{"en":"Canada"}})json"), put("submission", submission("first"))});
        at(noon + hours{24}, {put("submission", submission("second"), 1)});
    }
};
INSTANTIATE_TEST_SUITE_P(On, ThePast, testing::Values("sqlite", "postgres"),
                         [](const auto& held) { return std::string(held.param); });

TEST_P(ThePast, ends_with_the_last_entry_of_a_time) {
    EXPECT_EQ(store().snapshot().entry_at(noon), 0);
    EXPECT_FALSE(store().snapshot().first_time());
    two_days();
    const Snapshot snapshot = store().snapshot();
    EXPECT_EQ(snapshot.entry_at(noon - std::chrono::milliseconds{1}), 0);
    EXPECT_EQ(snapshot.entry_at(noon), 1);
    EXPECT_EQ(snapshot.entry_at(noon + hours{23}), 1);
    EXPECT_EQ(snapshot.entry_at(noon + hours{24}), 2);
    EXPECT_EQ(snapshot.first_time(), "2026-11-22T12:00:00.000Z");
}

TEST_P(ThePast, has_each_record_as_it_was_then) {
    two_days();
    EXPECT_EQ(ids(known(0)), "");
    EXPECT_EQ(title(known(1).at(0)), "first");
    EXPECT_EQ(title(known(2).at(0)), "second");
    EXPECT_EQ(ids(known(2)), "S1@2 ");
    EXPECT_EQ(ids(known(2, "party")), "CAN@1 ");
    EXPECT_EQ(known(2).at(0).record, store().snapshot().list("submission", Audience::everyone).at(0).record);
}

TEST_P(ThePast, has_what_was_removed_since) {
    two_days();
    at(noon + hours{48}, {removal("submission", "S1", 2)});
    EXPECT_EQ(title(known(2).at(0)), "second");
    EXPECT_EQ(ids(known(3)), "");
    at(noon + hours{72}, {put("submission", submission("again"))});
    EXPECT_EQ(title(known(1).at(0)), "first");
    EXPECT_EQ(ids(known(4)), "S1@4 ");
}

TEST_P(ThePast, hides_what_is_hidden_today_or_was_then) {
    two_days();
    EXPECT_TRUE(known(1).at(0).record.as_object().contains("filer"));
    at(noon + hours{48}, {put("submission", submission("third", R"json(,"confidential":true)json"), 2)});
    EXPECT_FALSE(known(1).at(0).record.as_object().contains("filer"));
    EXPECT_TRUE(known(1, "submission", Audience::officers).at(0).record.as_object().contains("filer"));
    at(noon + hours{72}, {put("submission", submission("fourth"), 3)});
    EXPECT_TRUE(known(1).at(0).record.as_object().contains("filer"));
    EXPECT_FALSE(known(3).at(0).record.as_object().contains("filer")) << "it was hidden then";
}

TEST_P(ThePast, keeps_for_officers_what_was_theirs_when_it_was_removed) {
    two_days();
    at(noon + hours{48}, {put("submission", submission("third", R"json(,"confidential":true)json"), 2)});
    at(noon + hours{72}, {removal("submission", "S1", 3)});
    EXPECT_EQ(title(known(1).at(0)), "first");
    EXPECT_FALSE(known(1).at(0).record.as_object().contains("filer"));
    EXPECT_TRUE(known(1, "submission", Audience::officers).at(0).record.as_object().contains("filer"));
}

TEST_P(ThePast, has_no_part_of_what_is_not_for_everyone) {
    two_days();
    at(noon + hours{48}, {put("event", R"json({"id":"e1","submission":"S1","date":"2021-02-09"})json"),
                          put("paper", R"json({"id":"p1","event":"e1","title":{"en":"x"}})json")});
    EXPECT_EQ(ids(known(3, "event")), "e1@3 ");
    EXPECT_EQ(ids(known(3, "paper")), "p1@3 ");
    at(noon + hours{72}, {put("submission", submission("second", R"json(,"visibility":"officers")json"), 2)});
    EXPECT_EQ(ids(known(3)), "");
    EXPECT_EQ(ids(known(3, "event")), "");
    EXPECT_EQ(ids(known(3, "paper")), "");
    EXPECT_EQ(ids(known(3, "paper", Audience::officers)), "p1@3 ");
}

TEST_P(ThePast, does_not_change_with_what_is_written_later) {
    two_days();
    const Snapshot before = store().snapshot();
    at(noon + hours{48}, {put("submission", submission("third"), 2)});
    const Snapshot after = store().snapshot();
    for (const std::int64_t entry : {0, 1, 2}) {
        const auto told = [&](const Snapshot& snapshot) {
            return ids(snapshot.past(entry, {"submission"}, Audience::everyone).records.at("submission"));
        };
        EXPECT_EQ(told(before), told(after)) << entry;
    }
}

}  // namespace comity::store::tests
