#include <fmt/format.h>

#include "store/databases.hpp"

namespace comity::store::tests {

ON_EACH_DATABASE(Search);

namespace {

std::string found(const Snapshot& snapshot, std::string_view query, const std::vector<std::string_view>& types = {}) {
    std::string all;
    const SearchResult result = snapshot.search(types, query, 100);
    for (const Found& one : result.found) all += one.id + " ";
    EXPECT_EQ(result.count, result.found.size());
    return all;
}

std::string submission(std::string_view id, std::string_view title, std::string_view more = "") {
    return fmt::format(R"json({{"id":"{}","title":{},"agreement":"naaec","party":"CAN"{}}})json", id, title, more);
}

}  // namespace

TEST_P(Search, folds_accents_and_word_forms_in_each_language) {
    commit({put("party", R"json({"id":"CAN","name":{"en":"Canada"}})json"),
            put("submission", submission("en", R"json({"en":"Oceans and fisheries, effective enforcement of the law"})json")),
            put("submission", submission("fr", R"json({"fr":"L’océan et les forêts: œuvres protégées de l'État"})json")),
            put("submission",
                submission("es", R"json({"es":"Contaminación de los océanos; petición ciudadana sobre energía"})json"))});
    const Snapshot snapshot = store().snapshot();
    for (const char* ocean : {"océan", "ocean", "OCEANS", "océanos", "oceano", "l'océan", "d’océans"})
        EXPECT_EQ(snapshot.search({}, ocean, 10).count, 3U) << ocean;
    for (const char* query : {"forêt", "foret", "FORÊTS", "oeuvre", "œuvres", "oeuvres protegee", "état", "etat forets"})
        EXPECT_EQ(found(snapshot, query), "fr ") << query;
    for (const char* query :
         {"contaminacion", "contaminaciones", "peticiones", "energías", "energia", "ciudadano", "de los oceanos"})
        EXPECT_NE(found(snapshot, query).find("es "), std::string::npos) << query;
    for (const char* query : {"fishery", "enforced", "enforcing laws", "effectively enforce"})
        EXPECT_EQ(found(snapshot, query), "en ") << query;
    EXPECT_EQ(found(snapshot, "ocean volcano"), "");
}

TEST_P(Search, understands_phrases_beginnings_and_numbers) {
    commit_a_case();
    const Snapshot snapshot = store().snapshot();
    for (const char* query : {"SEM-21-001", "sem-21-001", "\"fairview terminal\"", "terminal-de-fairview", "fairv*", "21-001",
                              "Fisheries Act", "\"enforcement record\"", "prince rupert", "étude", "the", "the fairview"})
        EXPECT_EQ(found(snapshot, query), "SEM-21-001 ") << query;
    for (const char* query : {"\"terminal fairview\"", "SEM-21-002", "airv*", "\"Act CEAA\"", "\"noise ports\""})
        EXPECT_EQ(found(snapshot, query), "") << query;
}

TEST_P(Search, takes_anything_a_person_can_type) {
    commit_a_case();
    const Snapshot snapshot = store().snapshot();
    for (const char* query : {"",
                              " ",
                              "\"",
                              "\"\"",
                              "*",
                              "-",
                              "(",
                              "AND",
                              "a OR",
                              "NOT",
                              "NEAR(",
                              "title:",
                              "'",
                              "\\",
                              "':*",
                              "& |",
                              "^",
                              "%",
                              "\xff\xfe",
                              "fair\xc3",
                              ";--",
                              "{a b}:c",
                              "\u00a4submission",
                              "\u00b7",
                              "submission:*"})
        EXPECT_EQ(snapshot.search({}, query, 10).count, 0U) << query;
    for (const char* query :
         {"fairview'", "fairview\"", "(fairview)", "-fairview", "fairview & terminal", "fairview;DROP TABLE"}) {
        const auto count = snapshot.search({}, query, 10).count;
        EXPECT_EQ(count, std::string_view(query).find("DROP") == std::string_view::npos ? 1U : 0U) << query;
    }
    std::string long_query;
    for (int i = 0; i < 40; ++i) long_query += "fairview ";
    EXPECT_EQ(snapshot.search({}, long_query, 10).count, 1U);
    EXPECT_EQ(snapshot.search({}, long_query, 10).words_ignored, 24U);
    EXPECT_EQ(snapshot.search({}, std::string(1'000'000, 'x'), 10).count, 0U);
    EXPECT_EQ(snapshot.search({}, std::string(1'000'000, '"'), 10).count, 0U);
}

TEST_P(Search, never_finds_what_is_not_for_everyone) {
    commit_a_case();
    EXPECT_EQ(found(store().snapshot(), "Quillfeather"), "");
    EXPECT_EQ(found(store().snapshot(), "telephoned"), "");
    const auto stored = store().snapshot().read("submission", "SEM-21-001", record::Audience::officers);
    record::Change open{record::Change::Kind::put, "submission", "SEM-21-001", 1, stored->record};
    open.record.as_object()["confidential"] = false;
    commit({open});
    EXPECT_EQ(found(store().snapshot(), "Quillfeather"), "SEM-21-001 ");
    open.record.as_object()["confidential"] = true;
    open.on_version = 2;
    commit({open});
    EXPECT_EQ(found(store().snapshot(), "Quillfeather"), "");
}

TEST_P(Search, follows_a_record_and_its_parts) {
    commit_a_case();
    EXPECT_EQ(found(store().snapshot(), "Secretariat"), "SEM-21-001 ");
    commit({put("event", R"json({"id":"e1","submission":"SEM-21-001","summary":{"en":"A volcano"}})json", 1)});
    EXPECT_EQ(found(store().snapshot(), "Secretariat"), "");
    EXPECT_EQ(found(store().snapshot(), "volcanoes"), "SEM-21-001 ");
    EXPECT_EQ(found(store().snapshot(), "étude"), "SEM-21-001 ");
    // A paper that belongs to nothing has a document of its own.
    commit({put("paper", R"json({"id":"p1","title":{"fr":"Étude des forêts"}})json", 1)});
    EXPECT_EQ(found(store().snapshot(), "étude"), "p1 ");
    // An event with its paper moves to another submission.
    commit({put("paper", R"json({"id":"p1","event":"e1","title":{"fr":"Étude des forêts"}})json", 3),
            put("submission", submission("S2", R"json({"en":"Other"})json")),
            put("event", R"json({"id":"e1","submission":"S2","summary":{"en":"A volcano"}})json", 2)});
    EXPECT_EQ(found(store().snapshot(), "étude"), "S2 ");
    EXPECT_EQ(found(store().snapshot(), "volcano"), "S2 ");
    commit({removal("paper", "p1", 4), removal("event", "e1", 4), removal("submission", "S2", 4)});
    EXPECT_EQ(found(store().snapshot(), "volcano"), "");
    EXPECT_EQ(found(store().snapshot(), "fairview"), "SEM-21-001 ");
}

TEST_P(Search, keeps_to_the_types_and_ranks_by_weight) {
    commit({put("party", R"json({"id":"CAN","name":{"en":"Canada"}})json"),
            put("party", R"json({"id":"LAKES","name":{"en":"Lake people"}})json"),
            put("submission", submission("a", R"json({"en":"Other words stand here"})json", R"json(,"matters":["lake"])json")),
            put("submission", submission("b", R"json({"en":"The lake itself"})json"))});
    const Snapshot snapshot = store().snapshot();
    EXPECT_EQ(found(snapshot, "lakes", {"submission"}), "b a ");
    EXPECT_EQ(found(snapshot, "lakes", {"party"}), "LAKES ");
    EXPECT_EQ(snapshot.search({"party", "submission"}, "lakes", 10).count, 3U);
    EXPECT_EQ(snapshot.search({}, "lakes", 1).count, 3U);
    EXPECT_EQ(snapshot.search({}, "lakes", 1).found.size(), 1U);
}

}  // namespace comity::store::tests
