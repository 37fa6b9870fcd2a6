#include "web/site/vocabulary.hpp"

#include "base/messages.hpp"
#include "exchange/csv.hpp"
#include "exchange/skos.hpp"
#include "record/codes.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"

// The shared vocabulary for programs.
namespace comity::api {

namespace {

base::Text words_of(const char* key) {
    base::Text text;
    for (const base::Language language : base::languages) text[language] = base::Words(language)(key);
    return text;
}

// Where a concept is for good: on the page in the first language.
std::string permanent(const site::Site& site, const std::string& anchor) {
    return absolute(site, {site::Page::vocabulary, base::Language::en, {}, {}}) + "#" + anchor;
}

void write_concept(base::JsonWriter& json, const site::Site& site, const site::SharedList& list, const site::SharedConcept& one) {
    json.begin_object().member("id", one.of->id).member("address", permanent(site, site::concept_anchor(list.id, one.of->id)));
    write_text(json, "name", one.of->name);
    write_text(json, "definition", one.of->definition);
    json.key("terms").begin_array();
    for (const site::OwnTerm& term : one.terms) {
        json.begin_object().member("mechanism", term.mechanism->id).member("id", term.id);
        write_text(json, "name", *term.name);
        json.end_object();
    }
    json.end_array().end_object();
}

exchange::SkosScheme scheme_of(const site::Site& site, const site::SharedList& list) {
    exchange::SkosScheme scheme{permanent(site, std::string(list.id) + "-list"), words_of(list.name_key), {}};
    for (const site::SharedConcept& one : list.concepts)
        scheme.concepts.push_back(
            {permanent(site, site::concept_anchor(list.id, one.of->id)), one.of->id, one.of->name, one.of->definition, {}, {}});
    return scheme;
}

// Each mechanism's own list: its terms say the same as a shared concept, or less.
exchange::SkosScheme own_scheme(const site::Site& site, const law::Mechanism& mechanism, const site::SharedList& list) {
    exchange::SkosScheme scheme{permanent(site, mechanism.id + "-" + std::string(list.id)), mechanism.name, {}};
    for (const site::SharedConcept& one : list.concepts)
        for (const site::OwnTerm& term : one.terms)
            if (term.mechanism == &mechanism)
                scheme.concepts.push_back({permanent(site, site::term_anchor(mechanism, list.id, term.id)),
                                           std::string(term.id),
                                           *term.name,
                                           {},
                                           {permanent(site, site::concept_anchor(list.id, one.of->id))},
                                           {}});
    return scheme;
}

exchange::SkosScheme scheme_of(const site::Site& site, const site::CodeList& list) {
    exchange::SkosScheme scheme{permanent(site, std::string(list.id) + "-list"), words_of(list.name_key), {}};
    for (const record::Code& code : record::code_list(list.id)) {
        exchange::SkosConcept& added = scheme.concepts.emplace_back(
            exchange::SkosConcept{permanent(site, site::concept_anchor(list.id, code.code)), code.code, code.label, {}, {}, {}});
        if (!code.uri.empty()) added.same.push_back(code.uri);
    }
    return scheme;
}

}  // namespace

server::Response vocabulary_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    std::string out;
    base::JsonWriter json(out);
    json.begin_object().key("lists").begin_array();
    for (const site::SharedList& list : site::shared_lists(site)) {
        json.begin_object().member("id", list.id);
        write_text(json, "name", words_of(list.name_key));
        json.key("concepts").begin_array();
        for (const site::SharedConcept& one : list.concepts) write_concept(json, site, list, one);
        json.end_array().end_object();
    }
    json.end_array().key("code_lists").begin_array();
    for (const site::CodeList& list : site::code_lists) {
        json.begin_object().member("id", list.id);
        write_text(json, "name", words_of(list.name_key));
        json.key("codes").begin_array();
        for (const record::Code& code : record::code_list(list.id)) {
            json.begin_object().member("code", code.code);
            write_text(json, "label", code.label);
            write_code(json, "uri", code.uri);
            json.end_object();
        }
        json.end_array().end_object();
    }
    json.end_array();
    write_links(json, site, {site::Page::vocabulary, match.language, {}, {}});
    json.end_object();
    return answered("json", std::move(out));
}

server::Response vocabulary_csv(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    std::string out;
    exchange::append_csv_row(out, {"list", "concept", "name", "definition", "mechanism", "term", "term_name"});
    for (const site::SharedList& list : site::shared_lists(site))
        for (const site::SharedConcept& one : list.concepts) {
            const std::string name = in_language(one.of->name, match.language),
                              definition = in_language(one.of->definition, match.language);
            if (one.terms.empty()) exchange::append_csv_row(out, {list.id, one.of->id, name, definition, "", "", ""});
            for (const site::OwnTerm& term : one.terms)
                exchange::append_csv_row(out, {list.id, one.of->id, name, definition, term.mechanism->id, term.id,
                                               in_language(*term.name, match.language)});
        }
    return answered("csv", std::move(out));
}

server::Response vocabulary_jsonld(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    std::vector<exchange::SkosScheme> schemes;
    for (const site::SharedList& list : site::shared_lists(site)) {
        schemes.push_back(scheme_of(site, list));
        for (const law::Mechanism& mechanism : site.law().list)
            if (auto own = own_scheme(site, mechanism, list); !own.concepts.empty()) schemes.push_back(std::move(own));
    }
    for (const site::CodeList& list : site::code_lists) schemes.push_back(scheme_of(site, list));
    std::string out;
    exchange::append_skos(out, schemes);
    return answered("jsonld", std::move(out));
}

}  // namespace comity::api
