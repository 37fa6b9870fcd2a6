#pragma once

#include <boost/json/parse.hpp>

#include "exchange/public_record.hpp"

// A record for the tests of those who write records of any type.
namespace comity::exchange {

inline const Publisher& commission() {
    static const Publisher publisher{
        text_in(boost::json::parse(R"({"n":{"en":"Commission","fr":"Commission de coopération","original":"en"}})"), "n"),
        "https://cec.example"};
    return publisher;
}

// Its references lead to a record with the name "To ID", but for the id "hidden", which leads nowhere.
inline PublicRecord seen(const record::RecordType& type, const record::Value& object, std::string_view title = "title",
                         std::string_view date = "date") {
    return {.type = type,
            .object = object,
            .title = text_in(object, title),
            .date = date_in(object, date),
            .address = "https://cec.example/en/x",
            .pages = {"https://cec.example/en/x", "https://cec.example/fr/x", "https://cec.example/es/x"},
            .publisher = commission(),
            .linked = [](std::string_view kind, std::string_view id) -> std::optional<Linked> {
                if (id == "hidden") return std::nullopt;
                Linked to;
                to.title[base::Language::en] = "To " + std::string(id);
                to.address = "https://cec.example/en/" + std::string(kind) + "/" + std::string(id);
                return to;
            }};
}

}  // namespace comity::exchange
