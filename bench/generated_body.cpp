#include "bench/generated_body.hpp"

#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

#include "record/codec.hpp"

namespace comity::bench {

using record::Field;
using record::Value;

namespace {

// Of each hundred thousand records that are generated. What is not named has only the demonstration body's own.
constexpr std::pair<std::string_view, double> shares[] = {
    {"publication", 50'000}, {"news_item", 20'000}, {"meeting", 10'000},         {"grant", 7'500}, {"project", 4'000},
    {"decision", 2'500},     {"submission", 1'500}, {"instrument", 1'000},       {"person", 750},  {"impact_figure", 1'500},
    {"body", 150},           {"topic", 100},        {"governance_document", 200}};

enum Purpose : std::uint64_t { for_mould = 1, for_id, for_values };

std::string_view string_in(const Value& object, std::string_view field) {
    const Value* value = object.get_object().if_contains(field);
    return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

std::uint64_t hash(std::string_view text) { return Random(0, text, 0, 0).next(); }

// Every date in a value, whatever holds it.
void dates_in(std::span<const Field> fields, const Value& object, std::vector<base::Date>& dates) {
    for (const Field& field : fields) {
        const Value* value = object.get_object().if_contains(field.name);
        if (!value) continue;
        const auto one = [&](const Value& v) {
            if (field.of.kind == record::Kind::date) dates.push_back(base::parse_date(v.get_string()).value());
            if (field.of.parts) dates_in(field.of.parts(), v, dates);
        };
        if (const auto* list = value->if_array())
            for (const Value& element : *list) one(element);
        else
            one(*value);
    }
}

void texts_in(const Value& value, std::vector<std::string>* by_language) {
    if (const auto* list = value.if_array()) {
        for (const Value& element : *list) texts_in(element, by_language);
    } else if (const auto* object = value.if_object()) {
        const bool is_text = object->contains("original");
        for (const auto& [key, member] : *object) {
            const auto language = is_text ? base::language_from(key) : std::nullopt;
            if (language && member.is_string())
                by_language[static_cast<std::size_t>(*language)].emplace_back(member.get_string());
            if (!is_text) texts_in(member, by_language);
        }
    }
}

base::Day clamped(base::Day day) {
    return std::clamp(day, base::Day(std::chrono::year{1000} / 1 / 1), base::Day(std::chrono::year{2999} / 1 / 1));
}

Value moved(const Value& date, std::chrono::days by) {
    const base::Date was = base::parse_date(date.get_string()).value();
    const std::string day = base::to_string(clamped(was.first() + by));
    const std::size_t length = was.precision() == base::Precision::year ? 4 : was.precision() == base::Precision::month ? 7 : 10;
    return Value(day.substr(0, length));
}

// The same shape in other letters and figures: "C/C.01/98-02" gives "K/R.37/41-90".
std::string remade(std::string_view model, Random& random) {
    std::string out;
    for (char c : model) {
        if (c >= '0' && c <= '9')
            c = static_cast<char>('0' + random.below(10));
        else if (c >= 'A' && c <= 'Z' && random.chance(0.5))
            c = static_cast<char>('A' + random.below(26));
        out += c;
    }
    return out;
}

}  // namespace

struct GeneratedBody::Kind {
    const record::RecordType* type = nullptr;
    std::size_t count = 0;  // with those of the demonstration body
    std::vector<const Value*> models;
    Kind* owner = nullptr;
    std::vector<const Kind*> parts;
    std::map<std::string, std::vector<const Value*>, std::less<>> models_by_owner;  // of a part
    std::map<std::string_view, std::vector<const Value*>> seen;                     // the values of each field
    std::set<std::string_view> telling_apart;  // fields whose values are nearly all different
    struct Dates {
        base::Day first{}, last{};  // of the model and its parts
        base::Day from{}, to{};     // where the first may be moved
        bool any = false;
    };
    std::vector<Dates> dates;  // by model

    bool grows() const { return count > models.size(); }
    bool is_whole() const { return parts.empty() && !owner; }  // no parts, and no part
};

struct GeneratedBody::Mould {
    std::size_t model = 0;
    std::size_t number = 0;
    std::string_view type{};  // of the record
    std::string old_id, id;
    std::chrono::days moved_by{0};
};

GeneratedBody::GeneratedBody(const std::string& folder, record::Catalog catalog, const Recipe& recipe) : recipe_(recipe) {
    auto read = exchange::read_body(folder, catalog);
    if (!read) throw std::runtime_error(base::to_string(read.error().front()));
    models_ = *std::move(read);
    learn_models(catalog);
    learn_words(folder);
}

GeneratedBody::~GeneratedBody() = default;

void GeneratedBody::learn_models(record::Catalog catalog) {
    for (const record::RecordType* type : catalog) {
        kinds_.push_back(std::make_unique<Kind>());
        kinds_.back()->type = type;
    }
    const auto known = [&](std::string_view type) { return const_cast<Kind*>(&kind(type)); };
    for (const auto& of : kinds_) {
        if (of->type->part_of.empty()) continue;
        of->owner = known(of->type->field(of->type->part_of)->refers);
        of->owner->parts.push_back(of.get());
    }
    for (const exchange::FiledRecord& filed : models_) {
        Kind& of = *known(filed.type->name);
        of.models.push_back(&filed.value);
        if (of.owner) of.models_by_owner[std::string(string_in(filed.value, of.type->part_of))].push_back(&filed.value);
        for (const auto& [name, value] : filed.value.get_object()) {
            const Field* field = of.type->field(name);
            if (const auto* list = value.if_array(); list && field->of.list)
                for (const Value& element : *list) of.seen[field->name].push_back(&element);
            else
                of.seen[field->name].push_back(&value);
        }
    }
    for (const auto& of : kinds_) {
        of->count = of->models.size();
        for (const auto& [type, share] : shares)
            if (type == of->type->name && !of->models.empty())
                of->count += static_cast<std::size_t>(share / 100'000 * static_cast<double>(recipe_.records));
        for (const auto& [field, values] : of->seen) {
            std::set<std::string_view> different;
            for (const Value* value : values)
                if (value->is_string()) different.insert(value->get_string());
            if (different.size() * 10 > values.size() * 7) of->telling_apart.insert(field);
        }
        learn_dates(*of);
    }
}

// Where dates of a model may be moved: within those of the models that are governed by the same agreement, if it has one.
void GeneratedBody::learn_dates(Kind& of) {
    std::map<std::string_view, std::pair<base::Day, base::Day>> ends;
    for (const Value* model : of.models) {
        std::vector<base::Date> dates;
        dates_in(of.type->fields, *model, dates);
        for (const Kind* part : of.parts)
            if (const auto found = part->models_by_owner.find(string_in(*model, "id")); found != part->models_by_owner.end())
                for (const Value* each : found->second) dates_in(part->type->fields, *each, dates);
        Kind::Dates& known = of.dates.emplace_back();
        if (dates.empty()) continue;
        const auto [first, last] = std::ranges::minmax(dates);
        known = {first.first(), last.first(), {}, {}, true};
        const auto [at, is_new] = ends.try_emplace(string_in(*model, "agreement"), known.first, known.last);
        at->second.first = std::min(at->second.first, known.first);
        at->second.second = std::max(at->second.second, known.last);
    }
    for (std::size_t i = 0; i < of.models.size(); ++i) {
        if (!of.dates[i].any) continue;
        const auto& [first, last] = ends.at(string_in(*of.models[i], "agreement"));
        of.dates[i].from = first;
        of.dates[i].to = last - (of.dates[i].last - of.dates[i].first);
    }
}

// The demonstration body has little French and Spanish as yet; the interface's words help out.
void GeneratedBody::learn_words(const std::string& folder) {
    std::vector<std::string> texts[base::languages.size()];
    for (const exchange::FiledRecord& filed : models_) texts_in(filed.value, texts);
    for (base::Language language : base::languages) {
        const auto catalog = std::filesystem::path(folder) / "../../messages" / (std::string(base::code(language)) + ".po");
        std::ifstream file(catalog);
        if (!file) throw std::runtime_error(catalog.string() + " can't be read");
        auto& of = texts[static_cast<std::size_t>(language)];
        constexpr std::string_view key = "msgstr \"";
        for (std::string line; std::getline(file, line);)
            if (line.starts_with(key) && line.size() > key.size() + 1)
                of.push_back(line.substr(key.size(), line.size() - key.size() - 1));
        words_.emplace_back(of);
    }
}

const GeneratedBody::Kind& GeneratedBody::kind(std::string_view type) const {
    const auto at = std::ranges::find_if(kinds_, [&](const auto& of) { return of->type->name == type; });
    if (at == kinds_.end()) throw std::runtime_error(fmt::format("there is no record type \"{}\"", type));
    return **at;
}

std::size_t GeneratedBody::count(std::string_view type) const { return kind(type).count; }

std::string GeneratedBody::id(std::string_view type, std::size_t number) const {
    const Kind& of = kind(type);
    return number < of.models.size() ? std::string(string_in(*of.models[number], "id")) : mould(of, number).id;
}

GeneratedBody::Mould GeneratedBody::mould(const Kind& of, std::size_t number) const {
    Random random(recipe_.seed, of.type->name, number, for_mould);
    Mould made{.model = random.below(of.models.size()), .number = number, .type = of.type->name};
    const Kind::Dates& dates = of.dates[made.model];
    if (dates.any) {
        const auto room = static_cast<std::size_t>(std::max<std::int64_t>((dates.to - dates.from).count(), 0) + 1);
        made.moved_by = dates.from + std::chrono::days(random.below(room)) - dates.first;
    }
    made.old_id = string_in(*of.models[made.model], "id");
    if (of.type->name == "submission") {
        const std::string year = base::to_string(clamped(dates.first + made.moved_by)).substr(2, 2);
        made.id = fmt::format("SEM-{}-{:04}", year, number);
    } else {
        Random words(recipe_.seed, of.type->name, number, for_id);
        const std::string scheme = made.old_id.substr(0, made.old_id.find('/') + 1);
        made.id = fmt::format("{}{}-{:06}", scheme, words_.front().slug(words, 4), number);
    }
    return made;
}

void GeneratedBody::each(const std::function<void(record::Change)>& take) const {
    for (const exchange::FiledRecord& filed : models_)
        take({record::Change::Kind::put, std::string(filed.type->name), filed.id, 0, filed.value});
    for (const auto& of : kinds_) {
        const Kind& owner = of->owner ? *of->owner : *of;
        for (std::size_t number = owner.models.size(); number < owner.count; ++number) {
            const Mould from = mould(owner, number);
            if (!of->owner) {
                take(made(*of, *of->models[from.model], from));
            } else if (const auto parts = of->models_by_owner.find(from.old_id); parts != of->models_by_owner.end()) {
                for (const Value* part : parts->second) take(made(*of, *part, from));
            }
        }
    }
}

record::Change GeneratedBody::made(const Kind& of, const Value& model, const Mould& mould) const {
    Random random(recipe_.seed, of.type->name, mould.number, for_values + hash(string_in(model, "id")));
    boost::json::object record;
    for (const Field& field : of.type->fields) {
        const Value* value = model.get_object().if_contains(field.name);
        if (!value) continue;
        const auto* list = value->if_array();
        if (!field.of.list || !list) {
            record[field.name] = changed(&of, field, *value, mould, random);
            continue;
        }
        boost::json::array all;
        for (const Value& element : *list) {
            Value another = changed(&of, field, element, mould, random);
            if (std::ranges::find(all, another) == all.end()) all.push_back(std::move(another));
        }
        record[field.name] = std::move(all);
    }
    Value made = std::move(record);
    if (of.is_whole()) add_absent(of, made, mould, random);
    const std::string id(string_in(made, "id"));
    return {record::Change::Kind::put, std::string(of.type->name), id, 0, record::normal(*of.type, made)};
}

// What is rare in the demonstration body but a large body has: longer texts, and references between its records.
void GeneratedBody::add_absent(const Kind& of, Value& made, const Mould& mould, Random& random) const {
    for (const Field& field : of.type->fields) {
        if (made.get_object().contains(field.name)) continue;
        const bool is_text = field.of.kind == record::Kind::text && !field.of.list && field.search_weight > 0;
        if (is_text && random.chance(0.3))
            made.get_object()[field.name] = text(20 + random.below(50), base::Language::en, random);
        if (field.of.kind != record::Kind::reference || field.refers == of.type->name || kind(field.refers).owner) continue;
        if (!random.chance(0.25)) continue;
        Value to(reference(&of, field, "", mould, random));
        made.get_object()[field.name] = field.of.list ? Value(boost::json::array{std::move(to)}) : std::move(to);
    }
}

Value GeneratedBody::changed(const Kind* of, const Field& field, const Value& model, const Mould& mould, Random& random) const {
    switch (field.of.kind) {
        case record::Kind::text: {
            const auto original = base::language_from(string_in(model, "original")).value_or(base::Language::en);
            return text(words_in(string_in(model, base::code(original))), original, random);
        }
        case record::Kind::date: {
            Value date = moved(model, mould.moved_by);
            if (of && of->is_whole() && date.get_string().size() == 10 && random.chance(0.1))
                date = Value(std::string_view(date.get_string()).substr(0, random.chance(0.5) ? 4 : 7));
            return date;
        }
        case record::Kind::integer:
            if (!of || !of->is_whole()) return model;
            return std::max<std::int64_t>(1, static_cast<std::int64_t>(model.to_number<double>() * (0.3 + 1.4 * random.share())));
        case record::Kind::number: return model.to_number<double>() * (0.3 + 1.4 * random.share());
        case record::Kind::boolean: return field.name == "confidential" && random.chance(0.05) ? Value(true) : model;
        case record::Kind::money: {
            Value money = model;
            auto& amount = money.get_object()["amount"];
            amount = static_cast<std::int64_t>(amount.to_number<double>() * (0.3 + 1.4 * random.share())) + 1;
            return money;
        }
        case record::Kind::place: return place(model, random);
        case record::Kind::reference: return Value(reference(of, field, std::string(model.get_string()), mould, random));
        case record::Kind::string: return Value(changed_string(of, field, std::string(model.get_string()), mould, random));
        case record::Kind::structure: {
            boost::json::object structure;
            for (const Field& part : field.of.parts()) {
                const Value* value = model.get_object().if_contains(part.name);
                if (!value) continue;
                if (const auto* list = value->if_array(); list && part.of.list) {
                    boost::json::array all;
                    for (const Value& element : *list) all.push_back(changed(nullptr, part, element, mould, random));
                    structure[part.name] = std::move(all);
                } else {
                    structure[part.name] = changed(nullptr, part, *value, mould, random);
                }
            }
            return structure;
        }
        case record::Kind::code:
            return of && of->is_whole() ? *of->seen.at(field.name)[random.below(of->seen.at(field.name).size())] : model;
        case record::Kind::provenance: return model;
    }
    return model;
}

std::string GeneratedBody::changed_string(const Kind* of, const Field& field, const std::string& model, const Mould& mould,
                                          Random& random) const {
    const std::string inside = mould.old_id + "/";
    if (of && field.name == "id") {
        if (!of->owner) return mould.id;
        return mould.id + "/" + (model.starts_with(inside) ? model.substr(inside.size()) : model);
    }
    if (model.starts_with(inside)) return mould.id + model.substr(mould.old_id.size());
    if (!of) return model;
    if (model.starts_with("http")) return fmt::format("{}#{}", model, mould.number);
    if (!of->is_whole() && !of->telling_apart.contains(field.name)) return model;
    if (!of->telling_apart.contains(field.name)) {
        const auto& seen = of->seen.at(field.name);
        return std::string(seen[random.below(seen.size())]->get_string());
    }
    if (!field.code_list.empty()) return model;
    const std::size_t words = words_in(model);
    return words > 1 ? words_.front().prose(random, words) : remade(model, random);
}

// What is referred to most are the oldest records, as it is with plans and series.
std::string GeneratedBody::reference(const Kind* of, const Field& field, const std::string& model, const Mould& mould,
                                     Random& random) const {
    // Records of other types can have the same id: a working group and the instrument that founds it.
    if (model == mould.old_id && field.refers == mould.type) return mould.id;
    if (model.starts_with(mould.old_id + "/")) return mould.id + model.substr(mould.old_id.size());
    const Kind& to = kind(field.refers);
    if (!model.empty() && (to.owner || !to.grows())) {
        if (!of || !of->is_whole()) return model;
        const auto& seen = of->seen.at(field.name);
        return std::string(seen[random.below(seen.size())]->get_string());
    }
    const auto place = [this](const Kind& which) {
        return std::ranges::find_if(kinds_, [&](const auto& each) { return each.get() == &which; });
    };
    // Of a type that comes later, or of the same, only the demonstration body's are there when the record is committed.
    const bool earlier = of && place(to) < place(*of);
    const double share = random.share();
    return id(to.type->name,
              static_cast<std::size_t>(share * share * static_cast<double>(earlier ? to.count : to.models.size())));
}

Value GeneratedBody::text(std::size_t words, base::Language original, Random& random) const {
    boost::json::object text;
    const double translated = random.share();
    boost::json::array stale;
    for (base::Language language : base::languages) {
        if (language != original && translated < 0.3) continue;
        if (language == base::Language::es && language != original && translated < 0.4) continue;
        text[base::code(language)] = words_[static_cast<std::size_t>(language)].prose(random, std::max<std::size_t>(words, 1));
        if (language != original && random.chance(0.03)) stale.push_back(Value(base::code(language)));
    }
    text["original"] = base::code(original);
    if (!stale.empty()) text["stale"] = std::move(stale);
    return text;
}

Value GeneratedBody::place(const Value& model, Random& random) const {
    boost::json::object place = model.get_object();
    if (const auto name = place.find("name"); name != place.end())
        name->value() =
            text(words_in(string_in(name->value(), string_in(name->value(), "original"))), base::Language::en, random);
    const auto near = [&](std::string_view what, double least, double most) {
        if (const auto at = place.find(what); at != place.end())
            at->value() =
                std::clamp(std::round((at->value().to_number<double>() + 8 * random.share() - 4) * 1000) / 1000, least, most);
    };
    near("latitude", -90, 90);
    near("longitude", -180, 180);
    return place;
}

std::size_t load(store::Store& store, const GeneratedBody& body, store::Time time) {
    constexpr std::size_t batch = 5'000;
    std::size_t records = 0;
    store::Commit commit{.actor = "bench", .reason = "a generated body", .changes = {}, .time = time};
    const auto write = [&] {
        const auto receipt = store.commit(commit);
        if (!receipt) throw std::runtime_error(base::to_string(receipt.error().front()));
        records += commit.changes.size();
        commit.changes.clear();
    };
    body.each([&](record::Change change) {
        commit.changes.push_back(std::move(change));
        if (commit.changes.size() == batch) write();
    });
    write();
    return records;
}

}  // namespace comity::bench
