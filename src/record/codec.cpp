#include "record/codec.hpp"

#include <fmt/format.h>

#include "record/canonical.hpp"
#include "record/codes.hpp"

namespace comity::record {

namespace {

std::unexpected<Misfit> misfit(std::string wrong, std::string right) {
    return std::unexpected(Misfit{"", std::move(wrong), std::move(right)});
}

std::string said(const Value& value) {
    std::string text = canonical(value);
    if (text.size() > 60) text = text.substr(0, 57) + "…";
    return text;
}

Fit<std::string> string_in(const Value& v) {
    const auto* text = v.if_string();
    if (!text) return misfit(said(v) + " is not a text", "write it in quotation marks");
    return std::string(*text);
}

std::string str(const boost::json::object& object, std::string_view key) {
    const Value* value = object.if_contains(key);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

// The first key of the object that is none of those known.
std::optional<Misfit> unknown_key(const boost::json::object& object, std::initializer_list<std::string_view> known) {
    for (const auto& [key, value] : object)
        if (std::ranges::find(known, std::string_view(key)) == known.end()) {
            std::string names;
            for (std::string_view name : known) names += (names.empty() ? "" : ", ") + std::string(name);
            return Misfit{std::string(key), "is not a key here", "the keys are " + names};
        }
    return std::nullopt;
}

// Fills `held` from object[key], if that is there.
template <class T, class Held>
std::optional<Misfit> take(const boost::json::object& object, std::string_view key, Held& held) {
    const Value* value = object.if_contains(key);
    if (!value || value->is_null()) return std::nullopt;
    auto fit = Codec<T>::in(*value);
    if (!fit) {
        Misfit wrong = std::move(fit.error());
        wrong.at = std::string(key) + (wrong.at.empty() ? "" : "." + wrong.at);
        return wrong;
    }
    held = std::move(*fit);
    return std::nullopt;
}

}  // namespace

Value Codec<std::string>::out(const std::string& held) { return Value(held); }
Fit<std::string> Codec<std::string>::in(const Value& v) { return string_in(v); }

Value Codec<std::int64_t>::out(const std::int64_t& held) { return held; }
Fit<std::int64_t> Codec<std::int64_t>::in(const Value& v) {
    if (auto* number = v.if_int64()) return *number;
    return misfit(said(v) + " is not a whole number", "write digits without quotation marks, such as 42");
}

Value Codec<double>::out(const double& held) { return held; }
Fit<double> Codec<double>::in(const Value& v) {
    if (auto* number = v.if_double()) return *number;
    if (auto* number = v.if_int64()) return static_cast<double>(*number);
    return misfit(said(v) + " is not a number", "write it without quotation marks, such as 25.5");
}

Value Codec<bool>::out(const bool& held) { return held ? Value(true) : Value(); }
Fit<bool> Codec<bool>::in(const Value& v) {
    if (auto* truth = v.if_bool()) return *truth;
    return misfit(said(v) + " is neither true nor false", "write true or false");
}

Value Codec<base::Date>::out(const base::Date& held) { return Value(base::to_string(held)); }
Fit<base::Date> Codec<base::Date>::in(const Value& v) {
    auto text = string_in(v);
    if (!text) return std::unexpected(text.error());
    auto date = base::parse_date(*text);
    if (!date) return misfit(date.error(), "write a date such as 2013-05-24, 2013-05 or 2013");
    return *date;
}

Value Codec<Ref>::out(const Ref& held) { return Value(held.id); }
Fit<Ref> Codec<Ref>::in(const Value& v) {
    auto text = string_in(v);
    if (!text) return std::unexpected(text.error());
    return Ref{std::move(*text)};
}

Fit<std::size_t> code_index(const Value& value, std::span<const std::string_view> codes) {
    const auto* text = value.if_string();
    for (std::size_t i = 0; text && i < codes.size(); ++i)
        if (std::string_view(*text) == codes[i]) return i;
    std::string known;
    for (std::string_view code : codes) known += (known.empty() ? "" : ", ") + std::string(code);
    const std::string_view near = text ? nearest(codes, *text) : std::string_view();
    return misfit(said(value) + " is not one of the codes",
                  (near.empty() ? "" : fmt::format("did you mean \"{}\"? ", near)) + "write one of: " + known);
}

Value Codec<base::Text>::out(const base::Text& held) {
    if (held.empty()) return Value();
    boost::json::object object;
    boost::json::array stale;
    for (base::Language language : base::languages) {
        if (!held[language].empty()) object.emplace(base::code(language), held[language]);
        if (held.stale[static_cast<std::size_t>(language)]) stale.emplace_back(base::code(language));
    }
    object.emplace("original", base::code(held.original));
    if (!stale.empty()) object.emplace("stale", std::move(stale));
    return object;
}

Fit<base::Text> Codec<base::Text>::in(const Value& v) {
    const auto* object = v.if_object();
    if (!object) return misfit(said(v) + " is not a text by language", R"(write {"en": "…", "original": "en"})");
    if (auto unknown = unknown_key(*object, {"en", "fr", "es", "original", "stale"})) return std::unexpected(*unknown);
    base::Text text;
    int held = 0;
    for (base::Language language : base::languages) {
        if (auto wrong = take<std::string>(*object, base::code(language), text[language])) return std::unexpected(*wrong);
        if (!text[language].empty()) {
            if (++held == 1) text.original = language;
        }
    }
    if (const Value* original = object->if_contains("original")) {
        const auto language =
            original->is_string() ? base::language_from(std::string_view(original->get_string())) : std::nullopt;
        if (!language) return std::unexpected(Misfit{"original", said(*original) + " is not a language", "write en, fr or es"});
        if (text[*language].empty())
            return std::unexpected(Misfit{"original", "has no text in " + said(*original), "name a language that has a text"});
        text.original = *language;
    } else if (held > 1) {
        return std::unexpected(Misfit{"original", "is missing", "say which of the languages is the original"});
    }
    if (const Value* stale = object->if_contains("stale")) {
        const auto* list = stale->if_array();
        if (!list) return std::unexpected(Misfit{"stale", said(*stale) + " is not a list", R"(write ["fr"])"});
        for (const Value& element : *list) {
            const auto language =
                element.is_string() ? base::language_from(std::string_view(element.get_string())) : std::nullopt;
            if (!language || *language == text.original || text[*language].empty())
                return std::unexpected(
                    Misfit{"stale", said(element) + " is not a translation here", "name a language that has a translation"});
            text.stale[static_cast<std::size_t>(*language)] = true;
        }
    }
    if (held == 0) return misfit("has no text in any language", "write en, fr or es");
    return text;
}

Value Codec<base::Money>::out(const base::Money& held) {
    boost::json::object object{{"amount", held.amount}};
    if (!held.currency.empty()) object.emplace("currency", held.currency);
    if (!held.basis.empty()) object.emplace("basis", held.basis);
    if (held.rate_date) object.emplace("rate_date", base::to_string(*held.rate_date));
    return object;
}

Fit<base::Money> Codec<base::Money>::in(const Value& v) {
    const auto* object = v.if_object();
    if (!object) return misfit(said(v) + " is not an amount of money", R"(write {"amount": 9000000, "currency": "USD"})");
    if (auto unknown = unknown_key(*object, {"amount", "currency", "basis", "rate_date"})) return std::unexpected(*unknown);
    base::Money money;
    if (!object->contains("amount")) return std::unexpected(Misfit{"amount", "is missing", "write a whole number"});
    if (auto wrong = take<std::int64_t>(*object, "amount", money.amount)) return std::unexpected(*wrong);
    if (auto wrong = take<std::string>(*object, "currency", money.currency)) return std::unexpected(*wrong);
    if (auto wrong = take<std::string>(*object, "basis", money.basis)) return std::unexpected(*wrong);
    if (auto wrong = take<base::Date>(*object, "rate_date", money.rate_date)) return std::unexpected(*wrong);
    if (!money.currency.empty() &&
        (money.currency.size() != 3 || money.currency.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos))
        return std::unexpected(
            Misfit{"currency", said(Value(money.currency)) + " is not a currency", "write its three letters, such as CAD"});
    return money;
}

Value Codec<Place>::out(const Place& held) {
    boost::json::object object;
    if (!held.name.empty()) object.emplace("name", Codec<base::Text>::out(held.name));
    if (!held.country.empty()) object.emplace("country", held.country);
    if (held.latitude) object.emplace("latitude", *held.latitude);
    if (held.longitude) object.emplace("longitude", *held.longitude);
    return object;
}

Fit<Place> Codec<Place>::in(const Value& v) {
    const auto* object = v.if_object();
    if (!object)
        return misfit(said(v) + " is not a place",
                      R"(write {"name": {"en": "…"}, "country": "MEX", "latitude": 25.5, "longitude": -112.6})");
    if (auto unknown = unknown_key(*object, {"name", "country", "latitude", "longitude"})) return std::unexpected(*unknown);
    Place place;
    if (auto wrong = take<base::Text>(*object, "name", place.name)) return std::unexpected(*wrong);
    if (auto wrong = take<std::string>(*object, "country", place.country)) return std::unexpected(*wrong);
    if (auto wrong = take<double>(*object, "latitude", place.latitude)) return std::unexpected(*wrong);
    if (auto wrong = take<double>(*object, "longitude", place.longitude)) return std::unexpected(*wrong);
    if (place.latitude.has_value() != place.longitude.has_value())
        return misfit("has only one of latitude and longitude", "give both or neither");
    if (place.latitude && !(*place.latitude >= -90 && *place.latitude <= 90))
        return std::unexpected(
            Misfit{"latitude", fmt::format("{} is not on the globe", *place.latitude), "write -90 to 90, north positive"});
    if (place.longitude && !(*place.longitude >= -180 && *place.longitude <= 180))
        return std::unexpected(
            Misfit{"longitude", fmt::format("{} is not on the globe", *place.longitude), "write -180 to 180, east positive"});
    return place;
}

namespace {

Value claim_out(const Claim& claim) {
    boost::json::object object{{"field", claim.field}};
    if (!claim.value.empty()) object.emplace("value", claim.value);
    if (claim.confidence) object.emplace("confidence", code_of(*claim.confidence));
    if (!claim.source.empty()) object.emplace("source", claim.source);
    if (!claim.note.empty()) object.emplace("note", claim.note);
    return object;
}

Fit<Claim> claim_in(const Value& v) {
    const auto* object = v.if_object();
    if (!object) return misfit(said(v) + " is not a claim", R"(write {"field": "date", "value": "…", "source": "…"})");
    if (auto unknown = unknown_key(*object, {"field", "value", "confidence", "source", "note"})) return std::unexpected(*unknown);
    Claim claim;
    if (str(*object, "field").empty())
        return std::unexpected(Misfit{"field", "is missing", "name the field that the claim is about"});
    if (auto wrong = take<std::string>(*object, "field", claim.field)) return std::unexpected(*wrong);
    if (auto wrong = take<std::string>(*object, "value", claim.value)) return std::unexpected(*wrong);
    if (auto wrong = take<Confidence>(*object, "confidence", claim.confidence)) return std::unexpected(*wrong);
    if (auto wrong = take<std::string>(*object, "source", claim.source)) return std::unexpected(*wrong);
    if (auto wrong = take<std::string>(*object, "note", claim.note)) return std::unexpected(*wrong);
    return claim;
}

// Fills a list from object[key] with `in` for each element.
template <class T>
std::optional<Misfit> take_list(const boost::json::object& object, std::string_view key, std::vector<T>& held,
                                Fit<T> (*in)(const Value&)) {
    const Value* value = object.if_contains(key);
    if (!value) return std::nullopt;
    const auto* list = value->if_array();
    if (!list) return Misfit{std::string(key), said(*value) + " is not a list", "write [ … ]"};
    for (std::size_t i = 0; i < list->size(); ++i) {
        auto fit = in((*list)[i]);
        if (!fit) {
            Misfit wrong = std::move(fit.error());
            wrong.at = fmt::format("{}[{}]{}{}", key, i, wrong.at.empty() ? "" : ".", wrong.at);
            return wrong;
        }
        held.push_back(std::move(*fit));
    }
    return std::nullopt;
}

}  // namespace

Value Codec<Provenance>::out(const Provenance& held) {
    boost::json::object object;
    boost::json::array sources, claims;
    for (const std::string& source : held.sources) sources.emplace_back(source);
    for (const Claim& claim : held.claims) claims.push_back(claim_out(claim));
    if (!sources.empty()) object.emplace("sources", std::move(sources));
    object.emplace("confidence", code_of(held.confidence));
    if (!claims.empty()) object.emplace("claims", std::move(claims));
    if (!held.note.empty()) object.emplace("note", held.note);
    return object;
}

Fit<Provenance> Codec<Provenance>::in(const Value& v) {
    const auto* object = v.if_object();
    if (!object) return misfit(said(v) + " is not a provenance", R"(write {"sources": ["…"], "confidence": "sourced"})");
    if (auto unknown = unknown_key(*object, {"sources", "confidence", "claims", "note"})) return std::unexpected(*unknown);
    Provenance held;
    if (!object->contains("confidence"))
        return std::unexpected(Misfit{"confidence", "is missing", "say how far the record can be trusted"});
    if (auto wrong = take_list<std::string>(*object, "sources", held.sources, string_in)) return std::unexpected(*wrong);
    if (auto wrong = take<Confidence>(*object, "confidence", held.confidence)) return std::unexpected(*wrong);
    if (auto wrong = take_list<Claim>(*object, "claims", held.claims, claim_in)) return std::unexpected(*wrong);
    if (auto wrong = take<std::string>(*object, "note", held.note)) return std::unexpected(*wrong);
    return held;
}

}  // namespace comity::record
