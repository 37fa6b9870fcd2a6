#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "store/databases.hpp"
#include "store/verify.hpp"

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
    for (const char* query :
         {"SEM-21-001", "sem-21-001", "\"fairview terminal\"", "terminal-de-fairview", "fairv*", "fairv* termin* princ* rupe*",
          "21-001", "Fisheries Act", "\"enforcement record\"", "prince rupert", "étude", "the", "the fairview"})
        EXPECT_EQ(found(snapshot, query), "SEM-21-001 ") << query;
    for (const char* query : {"\"terminal fairview\"", "SEM-21-002", "airv*", "\"Act CEAA\"", "\"noise ports\""})
        EXPECT_EQ(found(snapshot, query), "") << query;
}

TEST_P(Search, finds_a_phrase_where_its_words_follow_each_other_and_nowhere_else) {
    commit({put("party", R"json({"id":"CAN","name":{"en":"Canada"}})json"),
            put("submission", submission("all", R"json({"en":"The shore of the red lake"})json")),
            put("submission", submission("pairs", R"json({"en":"Lakes, red; shore of the lake; the red shore"})json")),
            put("submission", submission("apart", R"json({"en":"Shore of the red","fr":"Lake Ontario","original":"en"})json",
                                         R"json(,"matters":["the red"])json"))});
    const Snapshot snapshot = store().snapshot();
    EXPECT_EQ(found(snapshot, "\"of the red lake\""), "all ");
    EXPECT_EQ(found(snapshot, "\"the red lake\""), "all ");
    EXPECT_EQ(found(snapshot, "\"red lakes\""), "all ");
    EXPECT_EQ(found(snapshot, "\"of the\" \"red shore\""), "pairs ");
    EXPECT_EQ(found(snapshot, "\"red lake ontario\""), "");
    EXPECT_EQ(found(snapshot, "\"of the red\" \"lake ontario\""), "apart ");
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
    EXPECT_EQ(snapshot.search({}, long_query, 10).query.words_ignored, 24U);
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

TEST_P(Search, follows_changes_of_what_words_of_many_records_find) {
    std::vector<record::Change> changes{put("party", R"json({"id":"CAN","name":{"en":"Canada"}})json")};
    for (int i = 0; i < 1'200; ++i)
        changes.push_back(put("submission", submission(fmt::format("s{:04}", i), R"json({"en":"The blue lake"})json")));
    commit(std::move(changes));
    const auto matches = [](const Snapshot& snapshot, std::string_view words) {
        const SearchResult result = snapshot.search({.words = words, .limit = 3'000});
        EXPECT_EQ(result.found.size(), result.count);
        return result.count;
    };
    const Snapshot first = store().snapshot();
    EXPECT_EQ(matches(first, "lake"), 1'200U);
    EXPECT_EQ(matches(first, "\"blue lake\""), 1'200U);
    commit({removal("submission", "s0000", 1), removal("submission", "s1199", 1),
            put("submission", submission("s0001", R"json({"en":"The lake, blue"})json"), 1),
            put("submission", submission("s0002", R"json({"en":"A river"})json"), 1),
            put("submission", submission("new", R"json({"en":"Another blue lake"})json"))});
    const Snapshot second = store().snapshot();
    EXPECT_EQ(matches(second, "lake"), 1'198U);
    EXPECT_EQ(matches(first, "lake"), 1'200U);
    EXPECT_EQ(matches(second, "\"blue lake\""), 1'197U);
    EXPECT_EQ(matches(second, "river"), 1U);
    std::vector<record::Change> removals;
    for (int i = 1'000; i < 1'100; ++i) removals.push_back(removal("submission", fmt::format("s{}", i), 1));
    commit(std::move(removals));
    commit({put("party", R"json({"id":"LAK","name":{"en":"Lake"}})json")});
    EXPECT_EQ(matches(store().snapshot(), "lake"), 1'099U);
    EXPECT_EQ(matches(second, "lake"), 1'198U);
    ASSERT_TRUE(rebuild(options()));
    EXPECT_EQ(matches(store().snapshot(), "lake"), 1'099U);
    commit({put("submission", submission("s0002", R"json({"en":"A lake"})json"), 2)});
    EXPECT_EQ(matches(store().snapshot(), "lake"), 1'100U);
    EXPECT_EQ(matches(store().snapshot(), "river"), 0U);
    std::vector<record::Change> many;
    for (int i = 0; i < 150; ++i)
        many.push_back(put("submission", submission(fmt::format("t{:04}", i), R"json({"en":"A river, the blue lake"})json")));
    commit(std::move(many));
    EXPECT_EQ(matches(store().snapshot(), "lake"), 1'250U);
    EXPECT_EQ(matches(store().snapshot(), "river"), 150U);
    EXPECT_EQ(matches(store().snapshot(), "\"blue lake\""), 1'247U);
    commit({removal("submission", "t0000", 6), put("submission", submission("t0001", R"json({"en":"A lake"})json"), 6),
            put("submission", submission("u", R"json({"en":"A blue river"})json"))});
    EXPECT_EQ(matches(store().snapshot(), "lake"), 1'249U);
    EXPECT_EQ(matches(store().snapshot(), "river"), 149U);
    EXPECT_EQ(matches(store().snapshot(), "\"blue lake\""), 1'245U);
    std::string long_title = "A blue lake";
    for (int i = 0; i < 15'000; ++i) long_title += " brook";
    commit({put("submission", submission("v", fmt::format(R"json({{"en":"{}, river"}})json", long_title)))});
    EXPECT_EQ(matches(store().snapshot(), "lake"), 1'250U);
    EXPECT_EQ(matches(store().snapshot(), "river"), 150U);
    EXPECT_EQ(matches(store().snapshot(), "\"blue lake\""), 1'246U);
}

TEST_P(Search, finds_what_means_the_same_in_the_other_languages) {
    commit({put("party", R"json({"id":"CAN","name":{"en":"Canada"}})json"),
            put("party", R"json({"id":"MEX","name":{"en":"Mexico","fr":"Mexique","es":"México","original":"es"}})json"),
            put("submission", submission("en", R"json({"en":"Drinking water from the rivers of Mexico"})json")),
            put("submission", submission("fr", R"json({"fr":"L’eau potable et les changements climatiques"})json")),
            put("submission", submission("es", R"json({"es":"El agua potable y el cambio climático"})json"))});
    const Snapshot snapshot = store().snapshot();
    const std::vector<std::string_view> submissions{"submission"};
    // What was typed comes first, then what means the same.
    EXPECT_EQ(found(snapshot, "water", submissions), "en es fr ");
    EXPECT_EQ(found(snapshot, "agua", submissions), "es en fr ");
    EXPECT_EQ(found(snapshot, "l'eau", submissions), "fr en es ");
    EXPECT_EQ(found(snapshot, "climate change", submissions), "fr es ");  // changements is change, as a stem
    EXPECT_EQ(found(snapshot, "cambio climatico", submissions), "es fr ");
    EXPECT_EQ(found(snapshot, "le changement climatique et l’eau", submissions), "fr es ");
    EXPECT_EQ(found(snapshot, "drinking water", submissions), "en es fr ");
    EXPECT_EQ(found(snapshot, "ríos mexique", submissions), "en ");  // the names of records that name concepts
    EXPECT_EQ(found(snapshot, "climate", submissions), "es fr ");
    // A phrase means itself, and the words of a concept apart from each other are words.
    EXPECT_EQ(found(snapshot, "\"water\"", submissions), "en ");
    EXPECT_EQ(found(snapshot, "\"climate change\"", submissions), "");
    EXPECT_EQ(found(snapshot, "change volcano", submissions), "");
    EXPECT_EQ(snapshot.search({.words = "agua", .types = submissions}).query.words.front().word.folded, "agua");
}

TEST_P(Search, finds_the_names_of_concepts_as_the_records_have_them_now) {
    commit({put("party", R"json({"id":"X","name":{"en":"Gulf of Maine","es":"Golfo del norte","original":"en"}})json"),
            put("party", R"json({"id":"CAN","name":{"en":"Canada"}})json"),
            put("submission", submission("a", R"json({"es":"Peces del golfo del norte"})json"))});
    const std::vector<std::string_view> submissions{"submission"};
    EXPECT_EQ(found(store().snapshot(), "gulf of Maine", submissions), "a ");
    commit({put("party", R"json({"id":"X","name":{"en":"Bay of Maine","es":"Golfo del norte","original":"en"}})json", 1)});
    EXPECT_EQ(found(store().snapshot(), "gulf of Maine", submissions), "");
    EXPECT_EQ(found(store().snapshot(), "bay of Maine", submissions), "a ");
}

TEST_P(Search, counts_the_types_that_are_asked_for_and_others_where_that_is_wanted) {
    commit({put("party", R"json({"id":"CAN","name":{"en":"Canada of the lakes"}})json"),
            put("party", R"json({"id":"LAKES","name":{"en":"Lake people"}})json"),
            put("submission", submission("a", R"json({"en":"A lake"})json"))});
    const Snapshot snapshot = store().snapshot();
    const SearchResult all = snapshot.search({.words = "lake"});
    EXPECT_EQ(all.counts, (std::map<std::string, std::size_t, std::less<>>{{"party", 2}, {"submission", 1}}));
    EXPECT_EQ(all.count, 3U);
    SearchResult one = snapshot.search({.words = "lake", .types = {"submission"}, .count_others = true});
    EXPECT_EQ(one.counts, all.counts);
    EXPECT_EQ(one.count, 1U);
    EXPECT_EQ(one.found.size(), 1U);
    one = snapshot.search({.words = "lake", .types = {"submission"}});
    EXPECT_EQ(one.counts, (std::map<std::string, std::size_t, std::less<>>{{"submission", 1}}));
    EXPECT_EQ(one.found.size(), 1U);
    EXPECT_EQ(snapshot.search({.words = "lake", .limit = 0}).counts, all.counts);
    EXPECT_TRUE(snapshot.search({.words = "volcano"}).counts.empty());
}

TEST_P(Search, goes_on_after_any_one_found) {
    std::vector<record::Change> changes{put("party", R"json({"id":"CAN","name":{"en":"Lake country"}})json")};
    for (int i = 0; i < 40; ++i)
        changes.push_back(put("submission", submission(fmt::format("s{:02}", (i * 7) % 40),
                                                       i % 3 == 0 ? R"json({"en":"Lakes"})json" : R"json({"en":"Other"})json",
                                                       i % 3 == 0 ? "" : R"json(,"matters":["lac"])json")));
    commit(std::move(changes));
    const Snapshot snapshot = store().snapshot();
    const SearchResult whole = snapshot.search({.words = "lake", .limit = 100});
    ASSERT_EQ(whole.found.size(), 41U);
    EXPECT_EQ(whole.found.front().id, "CAN");
    EXPECT_EQ(whole.found.back().id, "s39");
    EXPECT_TRUE(std::ranges::is_sorted(whole.found, comes_before));
    for (std::size_t limit : {1, 7, 41}) {
        std::vector<std::string> ids;
        std::optional<Found> last;
        while (true) {
            const SearchResult page = snapshot.search({.words = "lake", .limit = limit, .after = last});
            if (page.found.empty()) break;
            for (const Found& one : page.found) ids.push_back(one.id);
            EXPECT_EQ(page.count, 41U);
            last = page.found.back();
        }
        ASSERT_EQ(ids.size(), 41U);
        for (std::size_t i = 0; i < ids.size(); ++i) EXPECT_EQ(ids[i], whole.found[i].id);
    }
}

TEST_P(Search, takes_a_word_that_is_not_finished) {
    commit({put("party", R"json({"id":"CAN","name":{"en":"Canada"}})json"),
            put("submission", submission("es", R"json({"es":"Contaminación de los océanos"})json")),
            put("submission", submission("en", R"json({"en":"Contaminated soil"})json"))});
    const Snapshot snapshot = store().snapshot();
    auto unfinished = [&](std::string_view words) {
        std::string all;
        for (const Found& one : snapshot.search({.words = words, .types = {"submission"}, .unfinished = true}).found)
            all += one.id + " ";
        return all;
    };
    const std::string_view whole = "contaminación";
    for (std::size_t letters = 3; letters <= whole.size(); ++letters) {
        if (letters < whole.size() && static_cast<unsigned char>(whole[letters]) >> 6 == 2) continue;  // half of the ó
        EXPECT_NE(unfinished(whole.substr(0, letters)).find("es "), std::string::npos) << whole.substr(0, letters);
    }
    EXPECT_EQ(unfinished("oce"), "es ");
    EXPECT_EQ(unfinished("océanos cont"), "es ");
    EXPECT_EQ(unfinished("ocean"), "es ");  // a word as it is, with its other forms
    EXPECT_EQ(unfinished("oce "), "");      // finished
    EXPECT_EQ(unfinished("\"oce"), "");
    EXPECT_EQ(unfinished("o"), "");
    EXPECT_EQ(found(snapshot, "oce"), "");
    EXPECT_EQ(found(snapshot, "oce* contaminación"), "es ");
}

TEST_P(Search, suggests_what_a_misspelled_word_may_have_been) {
    commit({put("party", R"json({"id":"CAN","name":{"en":"Canada"}})json"),
            put("submission",
                submission("a", R"json({"en":"Protection of oceans","es":"Protección de los océanos","original":"en"})json")),
            put("submission", submission("b", R"json({"fr":"Protection des forêts"})json",
                                         R"json(,"confidential":true,"filer":"Ondine Quillfeather")json"))});
    const Snapshot snapshot = store().snapshot();
    auto suggestion = [&](std::string_view words) {
        return snapshot.suggestion(snapshot.search({.words = words}).query).value_or("");
    };
    EXPECT_EQ(suggestion("protetcion"), "protection");
    EXPECT_EQ(suggestion("Protektion of Ocaens"), "protection of oceans");
    EXPECT_EQ(suggestion("océnos"), "oceanos");
    EXPECT_EQ(suggestion("foret"), "");      // found
    EXPECT_EQ(suggestion("protected"), "");  // a form of a word that is found
    EXPECT_EQ(suggestion("volcano"), "");
    EXPECT_EQ(suggestion("\"protetcion\" of"), "");
    EXPECT_EQ(suggestion("protetcion volcano"), "");  // it would find nothing
    EXPECT_EQ(suggestion("Quilfeather"), "");         // not for everyone
    EXPECT_EQ(suggestion("ocaens ocaens ocaens ocaens ocaens"), "oceans oceans oceans oceans oceans");
    EXPECT_EQ(suggestion("ocaens ocaens ocaens ocaens ocaens ocaens"), "");  // a mistake in each word is another language
    commit({removal("submission", "a", 1)});
    const Snapshot later = store().snapshot();
    EXPECT_EQ(later.suggestion(later.search({.words = "ocaens"}).query), std::nullopt);
}

TEST_P(Search, ranks_titles_first_where_more_match_than_are_ranked) {
    std::vector<record::Change> changes{put("party", R"json({"id":"CAN","name":{"en":"Canada"}})json")};
    for (int i = 0; i < 120; ++i)
        changes.push_back(put("submission", submission(fmt::format("s{:03}", i),
                                                       i > 110 ? R"json({"en":"Lakes"})json" : R"json({"en":"Other"})json",
                                                       i > 110 ? "" : R"json(,"matters":["lake"])json")));
    commit(std::move(changes));
    const Snapshot snapshot = store().snapshot();
    const SearchResult result = snapshot.search({.words = "lake", .limit = 11, .most = 100});
    EXPECT_EQ(result.count, 101U);
    EXPECT_EQ(result.counts.at("submission"), 101U);
    EXPECT_EQ(result.only_best(), 100U);
    EXPECT_EQ(snapshot.search({.words = "lake", .limit = 11, .most = 120}).only_best(), 0U);
    ASSERT_EQ(result.found.size(), 11U);
    EXPECT_EQ(result.found[0].id, "s111");
    EXPECT_EQ(result.found[8].id, "s119");
    EXPECT_LT(result.found[9].rank, result.found[8].rank);
}

TEST_P(Search, ranks_some_of_each_type_where_there_are_too_many) {
    std::vector<record::Change> changes;
    for (int i = 0; i < 60; ++i)
        changes.push_back(put("party", fmt::format(R"json({{"id":"P{0:02}","name":{{"en":"Lake {0}"}}}})json", i)));
    for (int i = 0; i < 90; ++i)
        changes.push_back(put("submission", fmt::format(R"json({{"id":"s{0:02}","title":{{"en":"{1} {0}"}},"agreement":"naaec",
            "party":"P00","matters":["lake"]}})json",
                                                        i, i % 3 ? "Other" : "Lake")));
    commit(std::move(changes));
    const Snapshot snapshot = store().snapshot();
    for (const std::size_t most : {10U, 58U, 60U, 61U, 100U, 149U, 150U}) {
        const SearchResult all = snapshot.search({.words = "lake", .limit = 1000, .most = most});
        EXPECT_EQ(all.found.size(), most);
        EXPECT_EQ(all.only_best(), most == 150 ? 0U : most);
        EXPECT_EQ(all.counts.at("party"), std::min<std::size_t>(60, most + 1)) << most;
        EXPECT_EQ(all.counts.at("submission"), std::min<std::size_t>(90, most + 1)) << most;
        std::set<std::string> once;
        for (const Found& one : all.found) once.insert(one.type + one.id);
        EXPECT_EQ(once.size(), most);
        const auto parties = std::ranges::count(all.found, "party", &Found::type);
        EXPECT_EQ(parties, std::min<std::ptrdiff_t>(60, static_cast<std::ptrdiff_t>(most) / 2)) << most;
        // By pages it is the same.
        std::vector<Found> by_pages;
        for (std::optional<Found> last; by_pages.size() < most;) {
            const SearchResult page = snapshot.search({.words = "lake", .limit = 7, .after = last, .most = most});
            ASSERT_FALSE(page.found.empty()) << most;
            by_pages.insert(by_pages.end(), page.found.begin(), page.found.end());
            last = by_pages.back();
        }
        EXPECT_TRUE(std::ranges::equal(by_pages, all.found, {}, &Found::id, &Found::id)) << most;
        // Of one type alone all that is ranked is of it, and the others are counted.
        const SearchResult one =
            snapshot.search({.words = "lake", .types = {"submission"}, .limit = 1000, .count_others = true, .most = most});
        EXPECT_EQ(one.found.size(), std::min<std::size_t>(90, most));
        EXPECT_EQ(one.counts.at("party"), std::min<std::size_t>(60, most + 1)) << most;
        EXPECT_EQ(std::ranges::count(one.found, "party", &Found::type), 0);
    }
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
