// write_standards BODY FOLDER: every record of a body in each of the standards that take a record of any type, written to files
// that other people's readers take (check_standards.py, check_standards.mjs).

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>

#include "exchange/body_files.hpp"
#include "exchange/catalog.hpp"
#include "exchange/citation.hpp"
#include "exchange/data_dictionary.hpp"
#include "exchange/dcat.hpp"
#include "exchange/record_csv.hpp"
#include "exchange/schema_org.hpp"

namespace {

using namespace comity;

std::string address_of(const record::RecordType& type, std::string_view id, std::string_view language) {
    return "https://cec.example/" + std::string(language) + "/" + std::string(type.collection) + "/" + std::string(id);
}

// The first text that could be a title, or the id: pages take more care.
base::Text title_of(const record::Value& object) {
    for (const char* field : {"title", "name", "short_title", "label", "metric"}) {
        if (base::Text text = exchange::text_in(object, field); !text.empty()) return text;
        if (const auto text = exchange::string_in(object, field); !text.empty()) {
            base::Text made;
            made[base::Language::en] = text;
            return made;
        }
    }
    base::Text id;
    id[base::Language::en] = exchange::string_in(object, "id");
    return id;
}

std::optional<base::Date> date_of(const record::Value& object) {
    for (const char* field : {"date", "start_date", "year"})
        if (const auto date = exchange::date_in(object, field)) return date;
    return std::nullopt;
}

struct Body {
    std::vector<exchange::FiledRecord> records;
    std::map<std::pair<std::string_view, std::string_view>, const exchange::FiledRecord*> by_id;
    exchange::Publisher publisher;

    exchange::PublicRecord seen(const exchange::FiledRecord& filed) const {
        exchange::PublicRecord record{.type = *filed.type,
                                      .object = filed.value,
                                      .title = title_of(filed.value),
                                      .date = date_of(filed.value),
                                      .address = address_of(*filed.type, filed.id, "en"),
                                      .publisher = publisher,
                                      .linked = [this](std::string_view type, std::string_view id) { return linked(type, id); }};
        for (const base::Language language : base::languages)
            record.pages[static_cast<std::size_t>(language)] = address_of(*filed.type, filed.id, base::code(language));
        return record;
    }

    std::optional<exchange::Linked> linked(std::string_view type, std::string_view id) const {
        const auto found = by_id.find({type, id});
        if (found == by_id.end()) return std::nullopt;
        return exchange::Linked{title_of(found->second->value), address_of(*found->second->type, id, "en")};
    }
};

Body read(const std::filesystem::path& folder) {
    auto records = exchange::read_body(folder, exchange::catalog());
    if (!records) throw std::runtime_error(base::to_string(records.error().front()));
    Body body{.records = std::move(*records), .by_id = {}, .publisher = {}};
    body.publisher.name.in = {"Commission for Environmental Cooperation", "Commission de coopération environnementale",
                              "Comisión para la Cooperación Ambiental"};
    body.publisher.address = "https://cec.example/";
    for (const exchange::FiledRecord& filed : body.records) {
        const auto [place, made] =
            body.by_id.emplace(std::pair<std::string_view, std::string_view>(filed.type->name, filed.id), &filed);
        if (!made) throw std::runtime_error(place->second->file + ": comes twice");
    }
    return body;
}

void write(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream stream(file, std::ios::binary);
    stream << bytes;
    if (!stream.flush()) throw std::runtime_error(file.string() + " can not be written");
}

void write_citations(const Body& body, const std::filesystem::path& folder) {
    const base::Day day = std::chrono::year{2026} / 11 / 28;
    std::string csl = "[", bibtex, ris;
    for (const exchange::FiledRecord& filed : body.records)
        for (const base::Language language : base::languages) {
            exchange::Citation citation = exchange::cite(body.seen(filed), language, day);
            citation.id += ":" + std::string(base::code(language));  // so that one file can hold all three
            if (csl.size() > 1) csl += ",\n";
            append_csl_json(csl, citation);
            append_bibtex(bibtex, citation);
            append_ris(ris, citation);
        }
    write(folder / "citations.json", csl + "]");
    write(folder / "citations.bib", bibtex);
    write(folder / "citations.ris", ris);
}

void write_schema_org(const Body& body, const std::filesystem::path& folder) {
    std::string all = "[";
    for (const exchange::FiledRecord& filed : body.records) {
        if (all.size() > 1) all += ",\n";
        append_schema_org(all, body.seen(filed));
    }
    write(folder / "schema_org.json", all + "]");
}

base::Text text(std::string en, std::string fr, std::string es) {
    base::Text made;
    made.in = {std::move(en), std::move(fr), std::move(es)};
    return made;
}

void write_catalog(const Body& body, const std::filesystem::path& folder) {
    const std::string site = "https://cec.example/";
    exchange::DcatCatalog catalog{.address = site + "catalog",
                                  .title = text("Data of the Commission", "Données de la Commission", "Datos de la Comisión"),
                                  .description = text("All public records.", "Toutes les fiches publiques.", "Todas las fichas."),
                                  .homepage = site,
                                  .publisher = body.publisher.name,
                                  .publisher_address = body.publisher.address,
                                  .license = "https://creativecommons.org/licenses/by/4.0/",
                                  .rights = text("Name the sources.", "Citez les sources.", "Cite las fuentes."),
                                  .languages = {base::Language::en, base::Language::fr, base::Language::es},
                                  .theme_schemes = {{site + "topics", text("Topics", "Thèmes", "Temas")}},
                                  .issued = base::parse_date("1995").value(),
                                  .modified = exchange::Instant{std::chrono::milliseconds{1'795'348'800'007}}};
    exchange::DcatService api{.address = site + "api",
                              .title = text("API", "API", "API"),
                              .description = text("Every page for programs.", "Chaque page.", "Cada página."),
                              .endpoint = site,
                              .endpoint_description = site + "openapi.json",
                              .conforms_to = "https://spec.openapis.org/oas/v3.1.0"};
    for (const record::RecordType* type : exchange::catalog()) {
        const std::string address = site + "en/" + std::string(type->collection);
        exchange::DcatDataset dataset{.address = address,
                                      .title = text(std::string(type->collection), "", ""),
                                      .description = text("The records.", "Les fiches.", "Las fichas."),
                                      .keywords = {text("environment", "environnement", "medio ambiente")},
                                      .themes = {{site + "topics/air", text("Air", "Air", "Aire")}},
                                      .landing_page = address,
                                      .described_by = address + "/dictionary",
                                      .issued = base::parse_date("1995-06").value(),
                                      .modified = catalog.modified,
                                      .from = base::parse_date("1994").value(),
                                      .countries = {"CAN", "MEX", "USA"}};
        for (const auto& [suffix, media_type] : {std::pair{".csv", "text/csv"}, std::pair{".json", "application/json"}})
            dataset.distributions.push_back({.address = address + suffix + "#distribution",
                                             .title = text(suffix, "", ""),
                                             .media_type = media_type,
                                             .access_page = address,
                                             .download = address + suffix,
                                             .conforms_to = "https://www.rfc-editor.org/info/rfc4180",
                                             .bytes = 12});
        api.serves.push_back(dataset.address);
        catalog.datasets.push_back(std::move(dataset));
    }
    catalog.services.push_back(std::move(api));
    std::string out;
    append_dcat(out, catalog);
    write(folder / "catalog.jsonld", out);
}

// <collection>.csv with its metadata and its dictionary, for each record type.
void write_tables(const Body& body, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    for (const record::RecordType* type : exchange::catalog()) {
        const std::string name(type->collection);
        std::string table, metadata, dictionary;
        exchange::append_csv_columns(table, *type);
        for (const exchange::FiledRecord& filed : body.records)
            if (filed.type == type) exchange::append_csv_value(table, *type, filed.value);
        exchange::append_csvw(metadata, {.type = *type,
                                         .title = text(name, name, name),
                                         .address = name + ".csv",
                                         .license = "https://creativecommons.org/licenses/by/4.0/",
                                         .dictionary = name + "-dictionary.csv",
                                         .page_of = [](std::string_view of) {
                                             const auto* found = record::find_type(exchange::catalog(), of);
                                             return found ? address_of(*found, "{id}", "en") : std::string();
                                         }});
        exchange::append_dictionary_csv(dictionary, *type, exchange::catalog());
        write(folder / (name + ".csv"), table);
        write(folder / (name + ".csv-metadata.json"), metadata);
        write(folder / (name + "-dictionary.csv"), dictionary);
    }
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) {
        std::cerr << "write_standards BODY FOLDER\n";
        return 2;
    }
    try {
        const std::filesystem::path folder = words[2];
        std::filesystem::create_directories(folder);
        const Body body = read(words[1]);
        write_citations(body, folder);
        write_schema_org(body, folder);
        write_catalog(body, folder);
        write_tables(body, folder / "tables");
    } catch (const std::exception& error) {
        std::cerr << "write_standards: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
