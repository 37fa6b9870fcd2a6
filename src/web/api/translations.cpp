#include "exchange/csv.hpp"
#include "insight/coverage.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"

// In which languages the record can be read, for programs.
namespace comity::api {

namespace {

using insight::Coverage;

std::shared_ptr<const insight::Covered> asked(const site::Site& site, const server::Request& request,
                                              const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    return site.covered();
}

void write_counts(base::JsonWriter& json, const site::Site& site, const Coverage& of) {
    json.member("records", of.records).member("texts", of.texts).key("languages").begin_array();
    for (const base::Language language : site.languages()) {
        const insight::LanguageCount& count = of[language];
        json.begin_object()
            .member("language", base::code(language))
            .member("original", count.original)
            .member("translated", count.translated)
            .member("stale", count.stale)
            .member("missing", count.missing)
            .end_object();
    }
    json.end_array();
}

}  // namespace

server::Response translations_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    const auto covered = asked(site, request, match);
    const std::vector<Coverage>& types = covered->types;
    std::string out;
    base::JsonWriter json(out);
    json.begin_object().key("all").begin_object();
    write_counts(json, site, insight::total(types));
    json.end_object().key("types").begin_array();
    for (const Coverage& of : types) {
        const std::string key = "type." + std::string(of.type->name);
        json.begin_object().member("type", of.type->name).member("name", base::Words(match.language)(key.c_str()));
        write_counts(json, site, of);
        json.end_object();
    }
    json.end_array();
    write_links(json, site, {site::Page::translations, match.language, {}, {}});
    json.end_object();
    return answered("json", std::move(out));
}

server::Response translations_csv(const site::Site& site, const server::Request& request, const server::Match& match) {
    std::string out;
    exchange::append_csv_row(out, {"type", "language", "records", "texts", "original", "translated", "stale", "missing"});
    const auto covered = asked(site, request, match);
    for (const Coverage& of : covered->types)
        for (const base::Language language : site.languages()) {
            const insight::LanguageCount& count = of[language];
            exchange::append_csv_row(
                out, {of.type->name, base::code(language), std::to_string(of.records), std::to_string(of.texts),
                      std::to_string(count.original), std::to_string(count.translated), std::to_string(count.stale),
                      std::to_string(count.missing)});
        }
    return answered("csv", std::move(out));
}

}  // namespace comity::api
