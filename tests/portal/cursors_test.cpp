#include <fmt/format.h>

#include <algorithm>

#include "portal/records.hpp"
#include "store/databases.hpp"

// What everyone who walks a list by its cursors relies on: whatever is added, changed and removed meanwhile, a record that is
// there all the while as it was is read exactly once, and in the order of the list.
namespace comity::portal {

namespace {

class Cursors : public testing::TestWithParam<const char*> {
  protected:
    bench::Portal portal_{store::tests::new_database(GetParam())};
    bench::Random random_{7};
    int made_ = 0;

    std::string new_id() { return fmt::format("SEM-{:04}", 1 + (++made_ * 7919) % 9973); }  // in no order

    // Adds, changes or removes a record; one that is no longer as it was is no longer steady.
    void disturb(const Kind& kind, std::vector<std::string>& there, std::vector<std::string>& steady) {
        if (there.empty() || random_.chance(0.4)) {
            there.push_back(new_id());
            commit(portal_.store(), put(portal_.store(), kind, there.back(), random_));
            return;
        }
        const std::size_t at = random_.below(there.size());
        const std::string id = there[at];
        std::erase(steady, id);
        const bool gone = random_.chance(0.5);
        if (gone) there.erase(there.begin() + static_cast<std::ptrdiff_t>(at));
        commit(portal_.store(), gone ? removal(portal_.store(), kind, id) : put(portal_.store(), kind, id, random_));
    }
};

INSTANTIATE_TEST_SUITE_P(On, Cursors, testing::Values("sqlite", "postgres"),
                         [](const auto& held) { return std::string(held.param); });

}  // namespace

TEST_P(Cursors, read_what_stays_exactly_once_and_in_order) {
    for (const Kind& kind : kinds()) {
        std::vector<std::string> there;
        std::vector<record::Change> changes;
        for (int i = 0; i < 40; ++i) {
            there.push_back(new_id());
            for (record::Change& change : put(portal_.store(), kind, there.back(), random_)) changes.push_back(std::move(change));
        }
        commit(portal_.store(), std::move(changes));
        for (const std::string_view order : kind.orders) {
            const std::string query = fmt::format("sort={}{}", order, order == "relevance" ? "&q=water" : "");
            std::vector<std::string> steady = there, walked;
            for (std::string target = fmt::format("{}.json?{}&limit={}", kind.list, query, 1 + random_.below(7));
                 !target.empty();) {
                const Page page = read(portal_, target);
                walked.insert(walked.end(), page.ids.begin(), page.ids.end());
                target = page.next;
                for (std::size_t changes_made = random_.below(3); changes_made > 0; --changes_made) disturb(kind, there, steady);
            }
            const auto is_steady = [&](const std::string& id) { return std::ranges::find(steady, id) != steady.end(); };
            std::erase_if(walked, [&](const std::string& id) { return !is_steady(id); });
            std::vector<std::string> expected = read(portal_, fmt::format("{}.json?{}&limit=1000", kind.list, query)).ids;
            std::erase_if(expected, [&](const std::string& id) { return !is_steady(id); });
            EXPECT_EQ(walked, expected) << kind.list << " by " << order;
            EXPECT_EQ(expected.size(), steady.size()) << kind.list << " by " << order;
        }
    }
}

}  // namespace comity::portal
