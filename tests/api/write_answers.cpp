// write_answers FOLDER: asks for every address that there is in a machine format, in each language for some cases and in English
// for all, and for some refusals; writes each answer to a file and says in index.json which is which.

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "api/application.hpp"
#include "base/json_writer.hpp"
#include "collections/collection.hpp"
#include "insight/table.hpp"
#include "web/api/api.hpp"
#include "web/server/target.hpp"
#include "web/site/routes.hpp"

namespace {

using namespace comity;

struct Asking {
    site::Page page;
    std::string format, target;
    int status = 200;
};

struct Written {
    std::filesystem::path folder;
    std::string index;
    base::JsonWriter json{index};
    int files = 0;

    server::Answer ask(const std::string& target) {
        auto parts = server::parse_target(target).value();
        return api::application().answer(
            {.method = server::Method::get, .target = target, .path = parts.path, .query = parts.query}, {});
    }

    void write(const Asking& asking) {
        const server::Answer answer = ask(asking.target);
        if (answer.status != asking.status)
            throw std::runtime_error(fmt::format("{} answers {}: {}", asking.target, answer.status, answer.body.substr(0, 300)));
        const std::string file = fmt::format("{:04}.{}", ++files, asking.format);
        std::ofstream(folder / file, std::ios::binary) << answer.body;
        json.begin_object().member("target", asking.target).member("file", file).member("status", answer.status);
        json.member("path", site::route(asking.page).paths.front()).member("format", asking.format);
        json.member("head", answer.head).end_object();
    }
};

std::vector<std::string> ids_of(site::Page page, Written& written) {
    std::vector<std::string> ids;
    if (page == site::Page::proof)
        for (const char* id : {"SEM-13-001", "SEM-21-001"}) ids.emplace_back(id);
    if (page == site::Page::process || page == site::Page::replay || page == site::Page::compare)
        for (const char* id : {"naaec", "usmca"}) ids.emplace_back(id);
    if (page == site::Page::fact_sheets)
        for (const char* id : {"minamata-convention", "montreal-protocol"}) ids.emplace_back(id);
    if (page == site::Page::dictionary)
        for (const char* id : {"publication", "docket_event"}) ids.emplace_back(id);
    if (page == site::Page::figure)
        for (const insight::Figure figure : insight::figures) ids.emplace_back(insight::code(figure));
    if (page == site::Page::clock)  // every kind of clock: long, short, met late, running
        for (const char* id : {"SEM-02-003", "SEM-13-001", "SEM-17-001", "SEM-21-001", "SEM-21-002"}) ids.emplace_back(id);
    if (page == site::Page::ogc_collection || page == site::Page::ogc_items)
        for (const collections::Collection& collection : collections::all()) ids.emplace_back(collection.type->collection);
    if (page == site::Page::ogc_item) ids = {"council-12", "canada-mexico-partnership-10"};
    if (const site::Shown* shown = site::shown_at(page); shown && shown->one == page && page != site::Page::submission) {
        // Of each collection the first records and those at its end.
        const std::string list(written.ask(site::address(shown->list, base::Language::en, {}, "csv", {{"fields", "id"}})).body);
        for (std::size_t at = list.find("\r\n"); at + 2 < list.size(); at = list.find("\r\n", at + 2))
            ids.push_back(site::in_address(list.substr(at + 2, list.find("\r\n", at + 2) - at - 2)));
        if (ids.size() > 12) ids.erase(ids.begin() + 6, ids.end() - 6);
        return ids;
    }
    if (page != site::Page::submission && page != site::Page::events) return ids;
    // The list as CSV: the id is what stands before the first comma of a row.
    const std::string list(written.ask(site::address(site::Page::submissions, base::Language::en, {}, "csv")).body);
    for (std::size_t at = list.find("\r\nSEM-"); at != std::string::npos; at = list.find("\r\nSEM-", at + 1))
        ids.push_back(list.substr(at + 2, list.find(',', at) - at - 2));
    return ids;
}

// What the last segment of the page's path captures.
const char* captured_name(site::Page page) {
    if (page == site::Page::dictionary) return "type";
    if (page == site::Page::figure) return "figure";
    return page == site::Page::ogc_collection || page == site::Page::ogc_items ? "collection" : "id";
}

void write_all(Written& written) {
    for (const site::Row& row : site::rows())
        for (std::string_view format : row.route.formats.empty() ? std::vector<std::string_view>{""} : row.route.formats) {
            if (!api::answer(row.page, format)) continue;
            const std::string name(format.empty() ? "fixed" : format);
            const bool captures = row.route.paths.front().find('{') != std::string_view::npos;
            std::vector<std::string> ids = ids_of(row.page, written);
            if (!captures) ids = {""};
            for (const std::string& id : ids)
                for (const base::Language language : base::languages) {
                    if (language != base::Language::en && id.starts_with("SEM") && !id.starts_with("SEM-2")) continue;
                    if (format == "csvm" && id == "docket_event") continue;  // has no list of its own
                    server::Parameters captured;
                    if (captures) captured = {{captured_name(row.page), id}};
                    if (row.page == site::Page::ogc_item) captured.push_back({"collection", "meetings"});
                    if (row.page == site::Page::clock) captured.push_back({"step", "review"});
                    if (row.page == site::Page::proof) captured.push_back({"clock", "review"});
                    written.write({row.page, name, site::address(row.page, language, captured, format)});
                }
        }
    const std::string list = site::address(site::Page::submissions, base::Language::fr, {}, "json");
    written.write({site::Page::submissions, "json", list + "?limit=7&party=MEX&sort=title"});
    written.write({site::Page::submissions, "json", list + "?on=2003-05-01"});
    written.write({site::Page::submission, "json", "/es/peticiones/SEM-20-001.json?on=2021-06-20"});
    for (const char* question : {"?layer=meetings&country=MEX&from=2003", "?bbox=150,-60,-150,60", "?q=agua"})
        written.write({site::Page::map, "json", site::address(site::Page::map, base::Language::es, {}, "json") + question});
    written.write(
        {site::Page::map, "problem", site::address(site::Page::map, base::Language::fr, {}, "json") + "?layer=rivers", 400});
    const std::string calculator = site::address(site::Page::calculator, base::Language::es, {}, "json");
    for (const char* question : {"?mechanism=naaec&step=review.filed&date=2013-04-11&merits=2013-08-01&party=MEX",
                                 "?mechanism=usmca&step=vote&date=2119-12-01"})
        written.write({site::Page::calculator, "json", calculator + question});
    const std::string replay = site::address(site::Page::replay, base::Language::fr, {{"id", "naaec"}}, "json");
    for (const char* question :
         {"?under=NAAEC@2012&agreement=naaec&agreement=usmca", "?under=USMCA&from=2012&party=MEX", "?from=2099"})
        written.write({site::Page::replay, "json", replay + question});
    written.write({site::Page::replay, "problem", replay + "?under=NAFTA@1994", 400});
    written.write({site::Page::proof, "problem", "/en/submissions/SEM-21-001/clocks/lunch/proof", 404});
    written.write({site::Page::compare, "json", "/en/process/naaec/compare.json?from=NAAEC@1999&to=USMCA"});
    for (const char* bad : {"on=2021-02-30", "limit=0", "sort=size", "from=13", "after=SEM-99-999", "overdue=no", "partei=MEX"})
        written.write({site::Page::submissions, "problem", list + "?" + bad, 400});
    written.write({site::Page::submission, "problem", "/en/submissions/SEM-99-999.json", 404});
}

}  // namespace

int main(int count, char** arguments) try {
    if (count != 2) throw std::runtime_error("write_answers FOLDER");
    Written written{.folder = arguments[1]};
    std::filesystem::remove_all(written.folder);
    std::filesystem::create_directories(written.folder);
    written.json.begin_array();
    write_all(written);
    written.json.end_array();
    std::ofstream(written.folder / "openapi.json") << written.ask(site::address(site::Page::openapi, base::Language::en)).body;
    std::ofstream(written.folder / "index.json") << written.index;
    std::cout << written.files << " answers\n";
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
}
