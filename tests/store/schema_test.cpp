#include "store/schema.hpp"

#include <fmt/format.h>

#include <fstream>

#include "base/passing_folder.hpp"
#include "exchange/catalog.hpp"
#include "store/connection.hpp"
#include "store/databases.hpp"

namespace comity::store::tests {

class Schema : public testing::TestWithParam<const char*> {
  protected:
    std::string address_ = new_database(GetParam());
};
INSTANTIATE_TEST_SUITE_P(On, Schema, testing::Values("sqlite", "postgres"),
                         [](const auto& held) { return std::string(held.param); });

TEST_P(Schema, of_all_migrations_is_what_the_record_types_describe) {
    const auto opened = open({address_, exchange::catalog()});
    ASSERT_TRUE(opened) << opened.error();
    const auto found = connect(address_, Purpose::read)->tables();
    EXPECT_EQ(fmt::format("{}", fmt::join(differences(wanted_tables(exchange::catalog()), found), "\n")), "")
        << "A record type has changed. Before the first release: build the target store_schema and write what it prints to "
           "src/store/migrations/0002_records.sql. After it: add a migration.";
}

TEST_P(Schema, names_each_difference) {
    const auto opened = open({address_, catalog(), true});
    ASSERT_TRUE(opened) << opened.error();
    const auto connection = connect(address_, Purpose::write);
    EXPECT_EQ(differences(wanted_tables(catalog()), connection->tables()), std::vector<std::string>{});
    connection->script(
        "DROP INDEX event_submission_index; DROP TABLE paper; CREATE TABLE stray (id TEXT); "
        "ALTER TABLE party ADD COLUMN age BIGINT");
    EXPECT_EQ(
        differences(wanted_tables(catalog()), connection->tables()),
        (std::vector<std::string>{"event.submission should be TEXT NOT NULL, indexed and is TEXT NOT NULL", "paper is missing",
                                  "party.age belongs to no record type", "stray belongs to no record type"}));
}

TEST_P(Schema, is_made_once) {
    ASSERT_TRUE(open({address_, exchange::catalog()}));
    ASSERT_TRUE(open({address_, exchange::catalog()}));
}

TEST_P(Schema, newer_than_the_program_is_refused) {
    ASSERT_TRUE(open({address_, catalog(), true}));
    connect(address_, Purpose::write)
        ->script("INSERT INTO comity_migration (number, name, hash) VALUES (999, '0999_later.sql', 'x')");
    const auto opened = open({address_, catalog(), true});
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().substr(0, 85),
              "the database was made by a newer program: it has had migration 0999_later.sql, and th");
}

TEST_P(Schema, made_with_another_form_of_a_migration_is_refused) {
    ASSERT_TRUE(open({address_, catalog(), true}));
    connect(address_, Purpose::write)->script("UPDATE comity_migration SET hash = 'x' WHERE number = 1");
    const auto opened = open({address_, catalog(), true});
    ASSERT_FALSE(opened);
    EXPECT_NE(opened.error().find("another form of migration 0001_journal.sql"), std::string::npos) << opened.error();
}

TEST(Open, says_why_it_can_not) {
    const auto nowhere = open({"sqlite:/nowhere/at/all.db", catalog(), true});
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error(), "/nowhere/at/all.db can't be opened: unable to open database file");
    const base::PassingFolder folder;
    std::ofstream(folder.path() + "/letter.txt")
        << "Dear Council, this is no database, and it is long enough to be looked at." << std::string(500, '.');
    const auto letter = open({"sqlite:" + folder.path() + "/letter.txt", catalog(), true});
    ASSERT_FALSE(letter);
    EXPECT_EQ(letter.error(), folder.path() + "/letter.txt is not a database");
    const auto nobody = open({"host=/nowhere dbname=x", catalog(), true});
    ASSERT_FALSE(nobody);
    EXPECT_NE(nobody.error().find("can't be reached"), std::string::npos) << nobody.error();
}

}  // namespace comity::store::tests
