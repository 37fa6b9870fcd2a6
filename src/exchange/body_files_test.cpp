#include "exchange/body_files.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "exchange/catalog.hpp"

namespace comity::exchange {
namespace {

namespace fs = std::filesystem;

const char* const good_submission = R"({"id": "SEM-21-001", "title": {"en": "Fairview"}, "parties": ["CAN"], "agreement": "usmca",
  "matters": ["noise"], "as_of": "2021-08", "provenance": {"confidence": "sourced"}})";

// A folder with the given files, gone at the end of the test.
class Folder {
  public:
    Folder() {
        std::string name = testing::TempDir() + "/comity_body_XXXXXX";
        if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    Folder& file(const std::string& name, std::string_view content) {
        std::ofstream(path_ / name, std::ios::binary) << content;
        return *this;
    }
    Folder& submissions(std::string_view more = "") {
        return file("submissions.json", "[\n" + std::string(good_submission) + std::string(more) + "\n]\n");
    }
    const fs::path& path() const { return path_; }
    std::string content(const std::string& name) const {
        std::ifstream in(path_ / name, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }
    // Everything that is wrong with it, a line each, without the folder's name.
    std::string wrong(const FolderLimits& limits = {}) const {
        const auto read = read_body(path_, catalog(), limits);
        std::string all;
        if (read) return all;
        for (const base::Fault& fault : read.error()) all += base::to_string(fault) + "\n";
        for (std::size_t at; (at = all.find(path_.string() + "/")) != std::string::npos;)
            all.erase(at, path_.string().size() + 1);
        return all;
    }

  private:
    fs::path path_;
};

// The good submission with a text in it replaced.
std::string changed(std::string_view from, std::string_view to) {
    std::string text = good_submission;
    text.replace(text.find(from), from.size(), to);
    return "[" + text + "]";
}

std::string wrong_with(std::string_view from, std::string_view to) {
    return Folder().file("submissions.json", changed(from, to)).wrong();
}

}  // namespace

TEST(BodyFiles, are_read_in_their_normal_form_with_the_line_on_which_each_record_begins) {
    Folder folder;
    folder.submissions(
        ",\n\n{\"id\": \"SEM-00-001\", \"title\": {\"es\": \"Uno\"}, \"parties\": [\"MEX\"], \"agreement\": \"naaec\", "
        "\"as_of\": \"2024\", \"provenance\": {\"confidence\": \"recalled\"}}");
    const auto read = read_body(folder.path(), catalog());
    ASSERT_TRUE(read) << folder.wrong();
    ASSERT_EQ(read->size(), 2u);
    EXPECT_EQ(read->front().id, "SEM-00-001");
    EXPECT_EQ(read->front().file, (folder.path() / "submissions.json").string() + ":5");
    EXPECT_EQ(read->front().value.at("title").at("original"), "es");
}

TEST(BodyFiles, name_record_field_wrong_and_right_of_each_fault) {
    EXPECT_EQ(wrong_with("2021-08", "2021-13"),
              "submissions.json:1: SEM-21-001, as_of: \"2021-13\" has no month from 01 to 12; write a date such as 2013-05-24, "
              "2013-05 or 2013\n");
    EXPECT_EQ(
        wrong_with("\"matters\"", "\"mattters\""),
        "submissions.json:1: SEM-21-001, mattters: is not a field here; the fields are id, title, parties, agreement, summary, "
        "matters, laws, assertions, repeats, place, as_of, provenance\n");
    EXPECT_EQ(
        wrong_with("\"noise\"", "\"nois\""),
        "submissions.json:1: SEM-21-001, matters.[0]: \"nois\" is not in the code list matters; did you mean \"noise\"? The "
        "codes are in data/codes/matters.json\n");
    EXPECT_EQ(wrong_with("\"sourced\"", "\"surced\"")
                  .find("provenance.confidence: \"surced\" is not one of the codes; did you mean "
                        "\"sourced\"?"),
              std::string("submissions.json:1: SEM-21-001, ").size());
    EXPECT_EQ(wrong_with("\"as_of\": \"2021-08\",", ""), "submissions.json:1: SEM-21-001, as_of: is missing; give it a value\n");
    EXPECT_EQ(wrong_with("\"title\": {\"en\": \"Fairview\"},", ""),
              "submissions.json:1: SEM-21-001, title: is missing; give it a value\n");
    EXPECT_EQ(wrong_with("[\"CAN\"]", "[]"), "submissions.json:1: SEM-21-001, parties: is empty; give it a value\n");
    EXPECT_EQ(wrong_with("SEM-21-001", "../x y").substr(0, 40), "submissions.json:1: ../x y, id: has a ch");
}

TEST(BodyFiles, report_every_fault_of_every_record_at_once) {
    Folder folder;
    folder.submissions(",\n{\"id\": \"SEM-1\", \"parties\": [\"CND\"], \"agreement\": \"nafta\"}").file("filers.json", "[{}]");
    const std::string wrong = folder.wrong();
    for (const char* fault :
         {"submissions.json:4: SEM-1, title: is missing", "\"CND\" is not in the code list countries", "SEM-1, as_of: is missing",
          "filers.json:1, submission: is missing", "filers.json:1, kind: is missing"})
        EXPECT_NE(wrong.find(fault), std::string::npos) << fault << "\n" << wrong;
}

TEST(BodyFiles, refuse_an_id_that_is_there_already_and_name_both_places) {
    Folder folder;
    folder.submissions(",\n" + std::string(good_submission));
    EXPECT_EQ(folder.wrong(),
              "submissions.json:4: SEM-21-001, id: is there already, in submissions.json:2; give each record an id of "
              "its own\n");
}

TEST(BodyFiles, refuse_a_reference_without_its_target_also_inside_lists) {
    Folder folder;
    folder.submissions().file("docket-events.json", R"([{"id": "e", "submission": "SEM-21-01", "type": "filed", "position": 1,
  "joined_with": ["SEM-21-001", "nothing-of-the-kind"], "provenance": {"confidence": "sourced"}}])");
    EXPECT_EQ(folder.wrong(),
              "docket-events.json:1: e, submission: no submission is called \"SEM-21-01\"; did you mean \"SEM-21-001\"?\n"
              "docket-events.json:1: e, joined_with.[1]: no submission is called \"nothing-of-the-kind\"; add it to "
              "submissions.json, or name one that is there\n");
}

TEST(BodyFiles, refuse_what_is_not_JSON_and_say_on_which_line) {
    EXPECT_EQ(Folder().file("submissions.json", "[\n{\"id\": \"a\",\n}]").wrong().substr(0, 20), "submissions.json:3: ");
    EXPECT_EQ(Folder().file("submissions.json", "{}").wrong(),
              "submissions.json: is not a list of records; write [ {\"id\": …}, … ]\n");
    EXPECT_EQ(Folder().file("submissions.json", "[7]").wrong().substr(0, 37), "submissions.json:1: is not an object;");
    EXPECT_NE(Folder().file("submissions.json", "").wrong(), "");
}

TEST(BodyFiles, refuse_ten_megabytes_of_nesting) {
    const std::string wrong = Folder().file("submissions.json", std::string(10'000'000, '[')).wrong();
    EXPECT_EQ(wrong, "submissions.json:1: is nested deeper than 32 levels; write JSON in UTF-8: a list of records\n");
}

TEST(BodyFiles, refuse_what_is_not_UTF_8) { EXPECT_EQ(wrong_with("Fairview", "Fair\xff").substr(0, 20), "submissions.json:1: "); }

TEST(BodyFiles, refuse_a_key_that_is_there_twice) {
    EXPECT_EQ(wrong_with("\"parties\": [\"CAN\"]", "\"parties\": [\"CAN\"], \n\"parties\": [\"USA\"]"),
              "submissions.json:2, parties: is there twice in one object; give it once\n");
}

TEST(BodyFiles, refuse_an_unknown_file_and_suggest_the_one_that_was_meant) {
    Folder folder;
    folder.submissions().file("fillers.json", "[]").file(".hidden", "x");
    const std::string wrong = folder.wrong();
    EXPECT_NE(wrong.find("fillers.json: is no file of a body's folder; did you mean \"filers.json\"?"), std::string::npos)
        << wrong;
    EXPECT_NE(wrong.find(".hidden: is no file of a body's folder; the files are profile.toml, "), std::string::npos) << wrong;
}

TEST(BodyFiles, refuse_a_folder_that_is_not_there_or_has_no_records) {
    const auto none = read_body("/nowhere/at/all", catalog());
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().front().file, "/nowhere/at/all");
    const auto empty = read_body(Folder().path(), catalog());
    ASSERT_FALSE(empty);
}

TEST(BodyFiles, stop_at_their_limits) {
    Folder folder;
    folder.submissions();
    EXPECT_EQ(folder.wrong({.bytes = 10}).substr(0, 26), "submissions.json: has 181 ");
    Folder many;
    std::string faulty = "[{}";
    for (int i = 0; i < 100; ++i) faulty += ",{}";
    EXPECT_EQ(std::ranges::count(many.file("filers.json", faulty + "]").wrong({.faults = 20}), '\n'), 20);
    EXPECT_EQ(many.wrong({.records = 5}), "filers.json: has 101 records; at most 5 are read\n");
}

TEST(BodyFiles, are_written_as_they_were_read) {
    Folder first, second;
    first.submissions().file("profile.toml", "id = \"x\"\n");
    const auto read = read_body(first.path(), catalog());
    ASSERT_TRUE(read) << first.wrong();
    second.file("filers.json", "[{\"id\": \"old\"}]\n");
    ASSERT_TRUE(write_body(second.path(), catalog(), *read));
    EXPECT_EQ(second.content("filers.json"), "[]\n");
    const auto again = read_body(second.path(), catalog());
    ASSERT_TRUE(again) << second.wrong();
    Folder third;
    ASSERT_TRUE(write_body(third.path(), catalog(), *again));
    EXPECT_EQ(third.content("submissions.json"), second.content("submissions.json"));
    EXPECT_EQ(second.content("submissions.json"), R"([
  {
    "id": "SEM-21-001",
    "title": {"en": "Fairview", "original": "en"},
    "parties": ["CAN"],
    "agreement": "usmca",
    "matters": ["noise"],
    "as_of": "2021-08",
    "provenance": {"confidence": "sourced"}
  }
]
)");
    EXPECT_FALSE(fs::exists(third.path() / "filers.json"));
}

TEST(BodyFiles, are_not_written_where_that_is_not_possible) {
    Folder folder;
    folder.file("taken", "");
    const auto written = write_body(folder.path() / "taken", catalog(), {});
    ASSERT_FALSE(written);
    EXPECT_NE(written.error().wrong.find("can't be made"), std::string::npos);
}

}  // namespace comity::exchange
