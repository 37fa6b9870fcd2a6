#include "insight/coverage.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/format.hpp"
#include "insight/chart.hpp"
#include "insight/plots.hpp"
#include "store/changes.hpp"

namespace comity::insight {

namespace {

constexpr std::size_t page = 2'000;  // records read at once, so that a record of any size fits into memory

bool any_text(std::span<const record::Field> fields) {
    return std::ranges::any_of(fields, [](const record::Field& field) {
        return field.of.kind == record::Kind::text || field.of.kind == record::Kind::place ||
               (field.of.parts && any_text(field.of.parts()));
    });
}

void count_text(Coverage& coverage, const record::Value& text) {
    const auto& object = text.as_object();
    const record::Value* const stale = object.if_contains("stale");
    ++coverage.texts;
    for (const base::Language language : base::languages) {
        const std::string_view code = base::code(language);
        LanguageCount& count = coverage.in[static_cast<std::size_t>(language)];
        if (object.at("original").as_string() == code)
            ++count.original;
        else if (!object.contains(code))
            ++count.missing;
        else if (stale && std::ranges::find(stale->as_array(), record::Value(code)) != stale->as_array().end())
            ++count.stale;
        else
            ++count.translated;
    }
}

void count_fields(Coverage& coverage, std::span<const record::Field> fields, const record::Value& object);

void count_value(Coverage& coverage, const record::Field& field, const record::Value& value) {
    if (field.of.kind == record::Kind::text) return count_text(coverage, value);
    if (field.of.parts) return count_fields(coverage, field.of.parts(), value);
    if (const record::Value* const name = value.as_object().if_contains("name")) count_text(coverage, *name);  // of a place
}

void count_fields(Coverage& coverage, std::span<const record::Field> fields, const record::Value& object) {
    for (const record::Field& field : fields) {
        if (!any_text({&field, 1})) continue;
        const record::Value* const value = object.as_object().if_contains(field.name);
        if (!value) continue;
        if (!field.of.list) {
            count_value(coverage, field, *value);
            continue;
        }
        for (const record::Value& element : value->as_array()) count_value(coverage, field, element);
    }
}

void add(Coverage& sum, const Coverage& of, std::int64_t times) {
    sum.records += times * of.records;
    sum.texts += times * of.texts;
    for (std::size_t at = 0; at < sum.in.size(); ++at) {
        sum.in[at].original += times * of.in[at].original;
        sum.in[at].translated += times * of.in[at].translated;
        sum.in[at].stale += times * of.in[at].stale;
        sum.in[at].missing += times * of.in[at].missing;
    }
}

// More changes than this, and counting everything is quicker than looking up what each record was before.
constexpr std::size_t most_changes = 1'000;

using Name = std::pair<const record::RecordType*, std::string>;  // of a record

// Whether a record of the type can be hidden from everyone: then a change of it can also hide or show what is part of it.
bool can_be_hidden(record::Catalog catalog, const record::RecordType& type) {
    if (type.field("visibility")) return true;
    return !type.part_of.empty() && can_be_hidden(catalog, *record::find_type(catalog, type.field(type.part_of)->refers));
}

// Every record that entries after `head` changed; nullopt where they are too many, or can decide who sees others.
std::optional<std::set<Name>> touched_since(const store::Snapshot& snapshot, std::int64_t head) {
    const auto changes = store::changes_since(snapshot, head, most_changes);
    if (!changes) return std::nullopt;
    std::set<Name> touched;
    for (const record::Change& change : *changes) {
        const record::RecordType* type = record::find_type(snapshot.catalog(), change.type);
        if (!type || can_be_hidden(snapshot.catalog(), *type)) return std::nullopt;
        touched.emplace(type, change.id);
    }
    return touched;
}

// What everyone could see of the record after that entry; nullopt where there was none.
std::optional<record::Value> seen_at(const store::Snapshot& snapshot, const Name& name, std::int64_t head) {
    std::optional<record::Value> found;
    for (store::Revision& revision : snapshot.history(name.first->name, name.second, record::Audience::officers)) {
        if (revision.sequence > head) break;
        found.reset();
        if (!revision.removed) found = std::move(revision.record);
    }
    return found ? record::visible(*name.first, *std::move(found), record::Audience::everyone) : std::nullopt;
}

// Takes out of the counts what the record was, and puts in what it is.
void recount(const store::Snapshot& snapshot, const Name& name, std::int64_t head, std::vector<Coverage>& types) {
    const auto of = std::ranges::find(types, name.first, &Coverage::type);
    if (of == types.end()) return;  // has no texts
    Coverage before, after;
    if (const auto was = seen_at(snapshot, name, head)) count_texts(before, *name.first, *was);
    if (const auto is = snapshot.read(name.first->name, name.second, record::Audience::everyone))
        count_texts(after, *name.first, is->record);
    add(*of, before, -1);
    add(*of, after, 1);
}

}  // namespace

double Coverage::share(base::Language language) const {
    const LanguageCount& count = (*this)[language];
    return texts == 0 ? 1 : static_cast<double>(count.original + count.translated) / static_cast<double>(texts);
}

bool has_texts(const record::RecordType& type) { return any_text(type.fields); }

void count_texts(Coverage& coverage, const record::RecordType& type, const record::Value& record) {
    ++coverage.records;
    count_fields(coverage, type.fields, record);
}

std::vector<Coverage> coverage(const store::Snapshot& snapshot, record::Audience audience) {
    std::vector<Coverage> types;
    for (const record::RecordType* const type : snapshot.catalog()) {
        if (!has_texts(*type)) continue;
        Coverage& of = types.emplace_back();
        of.type = type;
        for (std::string after;;) {
            const auto some = snapshot.list(type->name, audience, {.where = {}, .after = after, .limit = page});
            for (const store::Stored& stored : some) count_texts(of, *type, stored.record);
            if (some.size() < page) break;
            after = some.back().id;
        }
    }
    return types;
}

Coverage total(const std::vector<Coverage>& types) {
    Coverage sum;
    for (const Coverage& of : types) add(sum, of, 1);
    return sum;
}

std::shared_ptr<const Covered> covered(const store::Snapshot& snapshot, const std::shared_ptr<const Covered>& before) {
    auto now = std::make_shared<Covered>();
    now->head = snapshot.head();
    if (const auto touched = before ? touched_since(snapshot, before->head) : std::nullopt) {
        now->types = before->types;
        for (const Name& name : *touched) recount(snapshot, name, before->head, now->types);
    } else {
        now->types = coverage(snapshot, record::Audience::everyone);
    }
    return now;
}

std::string draw(const Coverage& of, std::span<const base::Language> languages, const base::Words& words, Shape shape) {
    BarChart chart;
    for (const double at : {0.0, 0.25, 0.5, 0.75, 1.0}) chart.ticks.push_back({at, percent_text(words, at)});
    for (const base::Language language : languages) {
        const std::string share = percent_text(words, of.share(language));
        const std::string n = base::format_number(words.language(), of[language].original + of[language].translated);
        chart.bars.push_back({.label = std::string(base::Words(language)("language.name")),
                              .note = words("performance.n_share", {{"n", n}, {"share", share}}),
                              .to = of.share(language)});
    }
    return draw(chart, {.language = words.language(),
                        .shape = shape,
                        .file = false,
                        .id = shape == Shape::broad ? "coverage-broad" : "coverage-tall",
                        .title = std::string(words("coverage.drawing")),
                        .subtitle = {}});
}

}  // namespace comity::insight
