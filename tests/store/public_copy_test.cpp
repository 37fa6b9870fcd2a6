#include "store/public_copy.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "base/passing_folder.hpp"
#include "store/connection.hpp"
#include "store/databases.hpp"
#include "store/sqlite/sqlite.hpp"

namespace comity::store::tests {

namespace {

class PublicCopy : public OnEachDatabase {
  protected:
    std::filesystem::path file() const { return folder_.path() + "/public.sqlite"; }
    std::int64_t write() {
        return write_public_copy(store().snapshot(), file(),
                                 {"Commission", "https://cec.example/public.sqlite", "https://licence.example", day_});
    }
    // One row a line, cells parted by "|", as another program reads the file.
    std::string ask(const std::string& sql) const {
        std::string out;
        const auto connection = sqlite::connect(file().string(), Purpose::read);
        connection->query(sql, {}, [&](const Row& row) { out += (row.null(0) ? "NULL" : std::string(row.text(0))) + "\n"; });
        return out;
    }
    std::string bytes() const {
        std::ifstream stream(file(), std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_.path()), {}));
    }

  private:
    base::PassingFolder folder_;
    base::Day day_ = std::chrono::year{2026} / 11 / 28;
};
INSTANTIATE_TEST_SUITE_P(On, PublicCopy, testing::Values("sqlite", "postgres"),
                         [](const auto& held) { return std::string(held.param); });

}  // namespace

TEST_P(PublicCopy, holds_every_record_with_its_languages_apart) {
    commit_a_case();
    EXPECT_EQ(write(), 5);
    EXPECT_EQ(bytes().substr(0, 15), "SQLite format 3");
    EXPECT_EQ(bytes()[18], 1) << "a file in WAL mode can't be read where its folder can't be written";
    EXPECT_EQ(files(), 1U);
    EXPECT_EQ(ask("SELECT name_es || '/' || name_fr || '/' || name_en FROM party ORDER BY id DESC LIMIT 1"),
              "México/Mexique/Mexico\n");
    EXPECT_EQ(ask("SELECT name_fr FROM party WHERE id = 'CAN'"), "NULL\n");
    EXPECT_EQ(ask("SELECT name FROM party WHERE id = 'CAN'"), "{\"en\":\"Canada\",\"original\":\"en\"}\n");
    EXPECT_EQ(ask("SELECT filed || ' ' || pages || ' ' || area || ' ' || confidential FROM submission"), "2021-02 0 12.0 1\n");
    EXPECT_EQ(ask("SELECT json_extract(matters, '$[1]') FROM submission"), "ports\n");
    EXPECT_EQ(ask("SELECT p.title_fr FROM paper AS p JOIN event AS e ON e.id = p.event WHERE e.submission = 'SEM-21-001'"),
              "Étude des forêts\n");
    EXPECT_EQ(ask("SELECT body || ' ' || day || ' ' || journal_head || ' ' || license FROM comity_about"),
              "Commission 2026-11-28 1 https://licence.example\n");
}

TEST_P(PublicCopy, holds_nothing_that_is_not_for_everyone) {
    commit_a_case();
    commit(
        {put("submission", R"json({"id":"SEM-22-001","title":{"en":"Zanzibar","original":"en"},"agreement":"naaec","party":"CAN",
                "visibility":"officers"})json"),
         put("event", R"json({"id":"e2","submission":"SEM-22-001","summary":{"en":"Quetzalcoatlus","original":"en"}})json")});
    EXPECT_EQ(write(), 5);
    const std::string all = bytes();
    EXPECT_NE(all.find("Fairview"), std::string::npos);
    for (const char* hidden : {"Quillfeather", "Ondine", "telephoned", "Zanzibar", "SEM-22-001", "Quetzalcoatlus", "notes"})
        EXPECT_EQ(all.find(hidden), std::string::npos) << hidden;
}

TEST_P(PublicCopy, what_became_hidden_is_not_in_the_next_one) {
    commit_a_case();
    write();
    ASSERT_NE(bytes().find("Prince Rupert"), std::string::npos);
    const auto stored = store().snapshot().read("submission", "SEM-21-001", record::Audience::officers);
    auto object = stored->record;
    object.as_object()["visibility"] = "officers";
    commit({put("submission", boost::json::serialize(object), stored->version)});
    EXPECT_EQ(write(), 2);
    EXPECT_EQ(bytes().find("Prince Rupert"), std::string::npos);
    EXPECT_EQ(bytes().find("Secretariat asks"), std::string::npos) << "what is a part of it is hidden with it";
    EXPECT_EQ(files(), 1U);
}

TEST_P(PublicCopy, goes_on_over_more_records_than_it_reads_at_once) {
    std::vector<record::Change> changes;
    for (int i = 0; i < 2'000; ++i)
        changes.push_back(put("party", fmt::format(R"json({{"id":"P{0}","name":{{"en":"Party {0}","original":"en"}}}})json", i)));
    commit(std::move(changes));
    EXPECT_EQ(write(), 2'000);
    EXPECT_EQ(ask("SELECT count(DISTINCT id) FROM party"), "2000\n");
}

TEST_P(PublicCopy, that_can_not_be_written_leaves_what_is_there) {
    commit_a_case();
    write();
    const std::string before = bytes();
    EXPECT_THROW(write_public_copy(store().snapshot(), file() / "below" / "a.sqlite", {}), Unavailable);
    EXPECT_EQ(bytes(), before);
    EXPECT_EQ(files(), 1U);
}

}  // namespace comity::store::tests
