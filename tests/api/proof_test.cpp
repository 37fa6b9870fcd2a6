// Every clock of every case of the demonstration body has a proof, and each is worked out again from its file alone.
#include "law/proof.hpp"

#include <gtest/gtest.h>

#include <map>

#include "api/application.hpp"
#include "law/clock_name.hpp"
#include "web/server/target.hpp"

namespace comity::api {

namespace {

std::string asked(const std::string& target) {
    const auto parts = server::parse_target(target).value();
    const server::Answer answer =
        application().answer({.method = server::Method::get, .target = target, .path = parts.path, .query = parts.query}, {});
    EXPECT_EQ(answer.status, 200) << target;
    return std::string(answer.body);
}

// The texts between two others, in their order.
std::vector<std::string> between(const std::string& text, const std::string& before, const std::string& after) {
    std::vector<std::string> found;
    for (std::size_t at = text.find(before); at != std::string::npos; at = text.find(before, at + 1)) {
        const std::size_t begin = at + before.size();
        found.push_back(text.substr(begin, text.find(after, begin) - begin));
    }
    return found;
}

}  // namespace

TEST(Proof, of_every_clock_of_every_case_comes_out_equal) {
    const auto own_law = law::shipped_files();
    std::size_t proofs = 0;
    for (const std::string& id : between(asked("/en/submissions.csv"), "\r\nSEM-", ",")) {
        const std::string address = "/en/submissions/SEM-" + id;
        std::map<std::string, int> times;
        const std::string page = asked(address + ".json");
        for (const std::string& step : between(page.substr(page.find("\"clocks\":")), "{\"step\":\"", "\"")) {
            const int nth = ++times[step];
            const std::string clock = nth > 1 ? step + "-" + std::to_string(nth) : step;
            const std::string proof = asked(address + "/clocks/" + clock + "/proof");
            const auto checked = law::check_proof({id + " " + clock, proof}, own_law);
            ASSERT_TRUE(checked.has_value()) << base::to_string(checked.error().front());
            EXPECT_TRUE(checked->differences.empty()) << id << " " << clock << ": " << checked->differences.front().where;
            EXPECT_TRUE(checked->news.empty()) << id << " " << clock << ": " << checked->news.front();
            ++proofs;
        }
    }
    EXPECT_GT(proofs, 500U);
}

}  // namespace comity::api
