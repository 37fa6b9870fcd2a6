#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <limits>

#include "record/canonical.hpp"
#include "store/databases.hpp"
#include "store/verify.hpp"

namespace comity::store::tests {

ON_EACH_DATABASE(BadInput);

namespace {

record::Change party(std::string_view id, record::Value name) {
    return {record::Change::Kind::put, "party", std::string(id), 0, boost::json::object{{"id", id}, {"name", std::move(name)}}};
}
record::Value english(std::string_view text) { return boost::json::object{{"en", text}, {"original", "en"}}; }

}  // namespace

TEST_P(BadInput, of_nested_json_is_refused) {
    std::string nested(5'000'000, '[');
    nested += std::string(5'000'000, ']');
    EXPECT_EQ(record::parse_json(nested).error(), "line 1: is nested deeper than 32 levels");
    record::Value value = english("x");
    for (int i = 0; i < 100; ++i) value = boost::json::array{value};
    EXPECT_EQ(fault({party("CAN", value)}), "CAN: is nested deeper than 32 levels");
}

TEST_P(BadInput, of_bytes_that_are_no_text_is_refused) {
    using namespace std::literals;
    for (std::string_view text :
         {"\xff"sv, "a\xc3"sv, "\xc0\xaf"sv, "\xed\xa0\x80"sv, "\xf4\x90\x80\x80"sv, "\xe0\x80\xaf"sv, "a\0b"sv})
        EXPECT_EQ(fault({party("CAN", english(text))}), "CAN: has a text that is not UTF-8 or has a zero byte");
    record::Change odd = party("CAN", english("x"));
    odd.record.as_object()["na\xffme"] = 1;
    EXPECT_EQ(fault({odd}), "CAN: has a key that is not UTF-8");
    EXPECT_EQ(commit({party("CAN", english("\U0010ffff ~ 海 \u0001"))}).sequence, 1);
    EXPECT_EQ(store().snapshot().read("party", "CAN", record::Audience::everyone)->record.at("name").at("en").as_string(),
              "\U0010ffff ~ 海 \u0001");
}

TEST_P(BadInput, in_a_question_finds_nothing) {
    commit_a_case();
    const Snapshot snapshot = store().snapshot();
    const auto everyone = record::Audience::everyone;
    for (const std::string& id :
         {std::string("\xff"), std::string("CAN\0", 4), std::string("' OR 1=1 --"), std::string(100'000, 'x')}) {
        EXPECT_FALSE(snapshot.read("party", id, everyone));
        EXPECT_TRUE(snapshot.history("party", id, everyone).empty());
        EXPECT_TRUE(snapshot.parts("event", id, everyone).empty());
        EXPECT_EQ(snapshot.count("submission", everyone, {{"matters", id}}), 0);
        EXPECT_EQ(snapshot.count("submission", everyone, {{"filed", id}}), 0);
    }
    EXPECT_TRUE(snapshot.list("party", everyone, {{}, "\xff", 10}).empty());
}

TEST_P(BadInput, of_huge_texts_and_commits_is_refused) {
    EXPECT_EQ(fault({party("CAN", english(std::string((std::size_t{1} << 20) + 1, 'x')))}), "CAN: has a text longer than 1 MB");
    EXPECT_EQ(commit({party("CAN", english(std::string(std::size_t{1} << 20, 'x')))}).sequence, 1);
    std::string many_words;
    for (int i = 0; many_words.size() < 1'000'000; ++i) many_words += fmt::format("word{} ", i);
    EXPECT_EQ(commit({party("USA", english(many_words))}).sequence, 2);
    boost::json::array matters;
    for (int i = 0; i < 10; ++i) matters.emplace_back(std::string(1'000'000, 'x'));
    record::Change large = put("submission", R"json({"id":"S1","title":{"en":"x"},"agreement":"naaec","party":"CAN"})json");
    large.record.as_object()["matters"] = matters;
    EXPECT_EQ(fault({large}), "S1: is larger than 4 MB");
    const auto receipt = store().commit({"w", "r", std::vector<record::Change>(100'001, removal("party", "CAN", 1)), noon});
    ASSERT_FALSE(receipt);
    EXPECT_EQ(base::to_string(receipt.error().front()), "the commit has more than 100000 changes; make several commits of it");
}

TEST_P(BadInput, of_ids_is_refused) {
    for (std::string id : {"", " ", "a b", "a'b", "a\"b", "../../etc\n", "é", "a;DROP TABLE party"})
        EXPECT_NE(fault({party(id, english("x"))}).find("id: "), std::string::npos) << id;
    EXPECT_NE(fault({party(std::string(201, 'x'), english("x"))}).find("id: "), std::string::npos);
    EXPECT_EQ(commit({party(std::string(200, 'x'), english("x")), party("a-_.~:/", english("x"))}).sequence, 1);
    record::Change two_ids = party("CAN", english("x"));
    two_ids.id = "MEX";
    EXPECT_EQ(fault({two_ids}), "MEX, id: is \"CAN\" in the record; write the same id in both places");
    EXPECT_NE(fault({removal("party", std::string(300, 'x'), 1)}), "");
    EXPECT_NE(fault({removal("party", "\xff", 1)}), "");
}

TEST_P(BadInput, of_other_kinds_is_refused) {
    EXPECT_EQ(fault({put("nothing", R"json({"id":"x"})json")}), "x: \"nothing\" is not a record type");
    EXPECT_EQ(fault({put("party", R"json({"id":"x","nme":1})json")}).substr(0, 30), "x, nme: is not a field here; t");
    record::Change endless = put("submission", R"json({"id":"S1","title":{"en":"x"},"agreement":"naaec","party":"CAN"})json");
    endless.record.as_object()["area"] = std::numeric_limits<double>::infinity();
    EXPECT_EQ(fault({endless}), "S1: has a number that is not finite");
    endless.record = boost::json::array{};
    EXPECT_NE(fault({endless}), "");
    endless.record = nullptr;
    EXPECT_NE(fault({endless}), "");
    const auto nobody = store().commit({"", "", {}, noon});
    ASSERT_FALSE(nobody);
    EXPECT_EQ(base::to_string(nobody.error().front()), "actor: is missing; say who or why");
    const auto endless_reason = store().commit({"a", std::string(2'001, 'x'), {}, noon});
    ASSERT_FALSE(endless_reason);
    EXPECT_EQ(base::to_string(endless_reason.error().front()), "reason: is too long or not UTF-8; write at most 2000 bytes");
}

TEST_P(BadInput, of_a_large_import_lists_each_fault_and_changes_nothing) {
    std::vector<record::Change> changes;
    for (int i = 0; i < 500; ++i)
        changes.push_back(i % 100 == 50 ? party(fmt::format("{}", i), 7) : party(fmt::format("{}", i), english("x")));
    const auto receipt = store().commit({"w", "r", changes, noon});
    ASSERT_FALSE(receipt);
    EXPECT_EQ(receipt.error().size(), 5U);
    EXPECT_EQ(store().head(), 0);
}

TEST_P(BadInput, of_numbers_at_the_edge_comes_back_as_it_was) {
    commit({put("party", R"json({"id":"CAN","name":{"en":"x"}})json")});
    for (const char* number : {"-0.0", "1e19", "1e300", "5e-324", "0.1", "123456789012345680", "-7"}) {
        const auto before = store().snapshot().read("submission", "S1", record::Audience::officers);
        commit({put(
            "submission",
            fmt::format(R"json({{"id":"S1","title":{{"en":"x"}},"agreement":"naaec","party":"CAN","area":{0}}})json", number),
            before ? before->version : 0)});
        EXPECT_EQ(store().snapshot().read("submission", "S1", record::Audience::officers)->record.at("area").to_number<double>(),
                  std::strtod(number, nullptr));
    }
    EXPECT_TRUE(verify(store().snapshot()).findings.empty());
}

}  // namespace comity::store::tests
