#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <exception>

#include "command/options.hpp"

namespace {

using namespace comity;

void add_place(CLI::App& command, command::Place& place) {
    command.add_option("--data", place.data, "The data folder")->capture_default_str();
    command.add_option("--database", place.database, "A PostgreSQL address instead of SQLite in the data folder");
}

struct Given {
    command::Place place;
    std::filesystem::path folder;
    command::DocketOptions docket;
    command::DueOptions due;
    command::ReplayOptions replay;
    command::ServeOptions serve;
    command::ExplainOptions explain;
    command::DiffOptions diff;
    std::vector<std::string> files;
    std::string mechanism, language = "en", proof;
    int code = 0;
};

void add_record_commands(CLI::App& app, Given& given) {
    auto* read = app.add_subcommand("import", "Read a body's folder into the record; all of it or nothing");
    read->add_option("folder", given.folder, "data/bodies/cec or another")->required();
    read->callback([&] { given.code = command::import_body(given.place, given.folder); });
    auto* written = app.add_subcommand("export", "Write the record as a body's folder");
    written->add_option("folder", given.folder, "Where to; made if it is not there")->required();
    written->callback([&] { given.code = command::export_body(given.place, given.folder); });
    auto* verify = app.add_subcommand("verify", "Check the journal's chain, and that everything agrees with it");
    verify->callback([&] { given.code = command::verify(given.place); });
    auto* rebuild = app.add_subcommand("rebuild", "Make everything but the journal again, from the journal");
    rebuild->callback([&] { given.code = command::rebuild(given.place); });
    for (CLI::App* command : {read, written, verify, rebuild}) add_place(*command, given.place);
}

void add_docket_commands(CLI::App& app, Given& given) {
    auto* docket = app.add_subcommand("docket", "A case: its timeline, clocks and proofs");
    docket->add_option("id", given.docket.id, "SEM-21-001")->required();
    docket->add_option("--on", given.docket.on, "As of this day, YYYY-MM-DD");
    docket->add_option("--known", given.docket.known, "As it was on the record at the end of this day, YYYY-MM-DD");
    docket->add_flag("--json", given.docket.json, "As JSON");
    docket->add_option("--proof", given.docket.proof, "The proof of one clock (response, review-2), to be taken away");
    docket->callback([&] { given.code = command::docket(given.place, given.docket); });
    auto* due = app.add_subcommand("due", "Who must act, and by when");
    due->add_option("--on", given.due.on, "As of this day, YYYY-MM-DD");
    due->add_option("--within", given.due.within, "Only what is due within so many days")->check(CLI::Range(0, 36500));
    due->add_option("--party", given.due.party, "Only cases that concern this Party, by its code");
    due->add_option("--known", given.due.known, "As it was on the record at the end of this day, YYYY-MM-DD");
    due->add_flag("--json", given.due.json, "As JSON");
    due->callback([&] { given.code = command::due(given.place, given.due); });
    for (CLI::App* command : {docket, due}) add_place(*command, given.place);
}

void add_law_commands(CLI::App& app, Given& given) {
    auto* law = app.add_subcommand("law", "The rules as data")->require_subcommand(1);
    auto* check = law->add_subcommand("check", "Dead steps, clocks without an opener, missing citations, gaps between versions");
    check->add_option("files", given.files, "Files or folders; none: the law inside the program");
    check->callback([&] { given.code = command::law_check(given.files); });
    auto* draw = law->add_subcommand("draw", "A mechanism's state machine as SVG");
    draw->add_option("mechanism", given.mechanism, "usmca or another; or a folder of rules that holds one")->required();
    draw->add_option("--language", given.language, "en, fr or es")->capture_default_str();
    draw->callback([&] { given.code = command::law_draw(given.mechanism, given.language); });
    auto* tried = law->add_subcommand("try", "Works out a case that stands in a file: its clocks, and who must act");
    tried->add_option("case", given.folder, "A file in the form of tests/deadlines")->required();
    tried->add_option("rules", given.files, "Files or folders; none: the law inside the program");
    tried->callback([&] { given.code = command::law_try(given.folder.string(), given.files); });
    auto* replay = law->add_subcommand("replay", "Cases as they were, beside what other rules would have made of them");
    replay->add_option("--under", given.replay.under, "The other rules, such as NAAEC@2012")->required();
    replay->add_option("--cases", given.replay.cases, "Ids parted by commas; without it, every case");
    replay->add_option("--on", given.replay.on, "As of this day, YYYY-MM-DD");
    auto* json = replay->add_flag("--json", given.replay.json, "As JSON");
    replay->add_flag("--csv", given.replay.csv, "As CSV, a row for each clock")->excludes(json);
    replay->callback([&] { given.code = command::law_replay(given.place, given.replay); });
    auto* diff = law->add_subcommand("diff", "What changed from one version of the rules to another, step by step");
    diff->add_option("before", given.diff.before, "NAAEC@1999, NAAEC@guidelines-1999, NAAEC@1999-06-28, or USMCA")->required();
    diff->add_option("after", given.diff.after, "The same of the other version")->required();
    diff->add_option("--language", given.diff.language, "en, fr or es")->capture_default_str();
    diff->add_flag("--json", given.diff.json, "As JSON, in every language");
    diff->callback([&] { given.code = command::law_diff(given.diff); });
    auto* explain = law->add_subcommand("explain", "A clock's proof in words: why it is due when it is, and what is doubtful");
    explain->add_option("id", given.explain.id, "SEM-21-001")->required();
    explain->add_option("step", given.explain.step, "response; response-2 is the second clock of that step")->required();
    explain->add_option("--on", given.explain.on, "As of this day, YYYY-MM-DD");
    explain->add_option("--nth", given.explain.nth, "One of several clocks of the step: 1, 2, …; without it, all");
    explain->add_option("--language", given.explain.language, "en, fr or es")->capture_default_str();
    explain->add_flag("--markdown", given.explain.markdown, "As Markdown");
    explain->callback([&] { given.code = command::law_explain(given.place, given.explain); });
    for (CLI::App* command : {check, draw, replay, explain}) add_place(*command, given.place);
}

void add_proof_commands(CLI::App& app, Given& given) {
    auto* proof = app.add_subcommand("proof", "Proofs that were taken away")->require_subcommand(1);
    auto* check = proof->add_subcommand("check", "Work a proof out again from its file alone, and say what differs");
    check->add_option("file", given.proof, "What docket --proof wrote, or a case page; - for standard input")->required();
    check->callback([&] { given.code = command::proof_check(given.proof); });
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app(
        "Comity runs an international environmental cooperation body: its public docket under treaty deadlines, and all that "
        "surrounds it.",
        "comity");
    Given given;
    add_record_commands(app, given);
    add_docket_commands(app, given);
    add_law_commands(app, given);
    add_proof_commands(app, given);
    auto* serve = app.add_subcommand("serve", "Serve the site");
    serve->add_option("--listen", given.serve.listen, "HOST:PORT")->capture_default_str();
    serve->add_option("--origin", given.serve.origin, "The public address of the site, such as https://cec.example");
    serve->add_flag("--behind-proxy", given.serve.behind_proxy, "Take the client's address from X-Forwarded-For");
    add_place(*serve, given.place);
    serve->callback([&] { given.code = command::serve(given.place, given.serve); });
    try {
        app.parse(argc, argv);
        if (app.get_subcommands().empty()) {
            fmt::print(stderr, "{}", app.help());
            return 2;
        }
    } catch (const CLI::ParseError& error) { return app.exit(error) == 0 ? 0 : 2; } catch (const std::exception& error) {
        fmt::print(stderr, "comity: {}\n", error.what());
        return 2;
    }
    return given.code;
}
