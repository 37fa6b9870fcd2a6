#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <memory>
#include <string>

#include "store/catalog.hpp"
#include "store/store.hpp"

namespace comity::store::tests {

// The address of a new, empty database: "sqlite" in a file that goes with the program, "postgres" on a cluster that it started.
std::string new_database(const std::string& kind);

// A store with the test's catalog, on each database.
class OnEachDatabase : public testing::TestWithParam<const char*> {
  protected:
    OnEachDatabase();
    Options options() const { return {address_, catalog(), true}; }
    Store& store() { return *store_; }
    void close() { store_.reset(); }
    void reopen();

    // Commits, or fails the test and says why not.
    Receipt commit(std::vector<record::Change> changes);
    // The first fault of a commit that is refused, "" for one that is not.
    std::string fault(std::vector<record::Change> changes);
    // A party and a submission with an event with a paper.
    void commit_a_case();
    // One SQL statement on the database itself, behind the store's back.
    void tamper(const std::string& sql);
    // Everything that the store holds apart from its migrations, as text.
    std::string dump();

  private:
    std::string address_;
    std::unique_ptr<Store> store_;
};

inline constexpr Time noon{std::chrono::milliseconds{1'795'348'800'000}};  // 2026-11-22T12:00:00Z

#define ON_EACH_DATABASE(Suite)                                                \
    class Suite : public OnEachDatabase {};                                    \
    INSTANTIATE_TEST_SUITE_P(On, Suite, testing::Values("sqlite", "postgres"), \
                             [](const auto& held) { return std::string(held.param); })

}  // namespace comity::store::tests
