#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <charconv>

#include "store/journal.hpp"
#include "store/pool.hpp"
#include "store/store.hpp"
#include "store/utf8.hpp"

namespace comity::store {

namespace {

using record::Audience;
using record::Field;
using record::Visibility;

// A condition with its values, growing.
class Condition {
  public:
    void add(std::string_view part) { text_ += fmt::format("{}{}", text_.empty() ? " WHERE " : " AND ", part); }
    std::string value(Cell cell) {
        cells_.push_back(cell);
        return fmt::format("${}", cells_.size());
    }
    const std::string& text() const { return text_; }
    const std::vector<Cell>& cells() const { return cells_; }

  private:
    std::string text_;
    std::vector<Cell> cells_;
};

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// Adds field = value; false where nothing can be equal.
bool add_equal(const TypeSql& sql, const Equal& equal, Audience audience, Condition& condition) {
    if (!is_text(equal.value)) return false;  // PostgreSQL would refuse the whole query
    const record::RecordType& type = *sql.type;
    const std::string_view outer = std::string_view(equal.field).substr(0, equal.field.find('.'));
    const Field* field = type.field(outer);
    COMITY_ASSERT(field != nullptr);
    if (audience == Audience::everyone && field->visibility != Visibility::everyone) {
        const Field* flag = type.field("confidential");
        if (field->visibility == Visibility::officers) return false;
        if (flag) condition.add(fmt::format("(\"{0}\".\"confidential\" IS NULL OR \"{0}\".\"confidential\" = 0)", type.name));
    }
    if (field->of.list || field->of.parts) {
        condition.add(
            fmt::format("EXISTS (SELECT 1 FROM comity_member AS m WHERE m.type = {} AND m.field = {} AND m.value = {} AND m.id = "
                        "\"{}\".\"id\")",
                        condition.value(type.name), condition.value(std::string_view(equal.field)),
                        condition.value(std::string_view(equal.value)), type.name));
        return true;
    }
    const std::string column = fmt::format("\"{}\".\"{}\"", type.name, field->name);
    if (field->of.kind == record::Kind::boolean) {
        if (equal.value == "true")
            condition.add(column + " = 1");
        else
            condition.add(fmt::format("({0} IS NULL OR {0} = 0)", column));
        return true;
    }
    if (column_type(*field) == ColumnType::integer) {
        const auto number = whole_number(equal.value);
        if (!number) return false;
        condition.add(column + " = " + condition.value(*number));
        return true;
    }
    COMITY_ASSERT(column_type(*field) == ColumnType::text);
    condition.add(column + " = " + condition.value(std::string_view(equal.value)));
    return true;
}

// The condition of a selection without its cursor; nullopt where nothing can fulfil it.
std::optional<Condition> condition_of(const TypeSql& sql, Audience audience, const std::vector<Equal>& where) {
    Condition condition;
    if (audience == Audience::everyone && !sql.seen_by_everyone.empty()) condition.add(sql.seen_by_everyone);
    for (const Equal& equal : where)
        if (!add_equal(sql, equal, audience, condition)) return std::nullopt;
    return condition;
}

// What everyone may not see of a record today, they may not see of what it was either.
void hide_as_today(record::Value& old, const record::Value& today) {
    for (std::string_view flag : {"confidential", "visibility"})
        if (const auto* value = today.get_object().if_contains(flag)) old.get_object()[flag] = *value;
}

}  // namespace

Snapshot::Snapshot(Pool& pool, std::unique_ptr<Connection> connection, std::int64_t head)
    : pool_(&pool), connection_(std::move(connection)), head_(head) {}
Snapshot::Snapshot(Snapshot&&) noexcept = default;
Snapshot::~Snapshot() {
    if (connection_) pool_->give_back(std::move(connection_));
}

record::Catalog Snapshot::catalog() const { return pool_->types().catalog(); }

std::optional<Stored> Snapshot::read(std::string_view type, std::string_view id, Audience audience) const {
    std::vector<Stored> found = list(type, audience, {{{"id", std::string(id)}}, "", 1});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Stored> Snapshot::list(std::string_view type, Audience audience, const Selection& selection) const {
    const TypeSql& sql = pool_->types().of(type);
    std::optional<Condition> condition = condition_of(sql, audience, selection.where);
    if (!condition || !is_text(selection.after)) return {};
    if (!selection.after.empty())
        condition->add(fmt::format("\"{}\".\"id\" > {}", type, condition->value(std::string_view(selection.after))));
    std::string limit;
    if (selection.limit) limit = " LIMIT " + condition->value(static_cast<std::int64_t>(selection.limit));
    std::vector<Stored> found;
    connection_->query(fmt::format("SELECT {} FROM \"{}\"{} ORDER BY \"id\"{}", sql.columns, type, condition->text(), limit),
                       condition->cells(), [&](const Row& row) {
                           Stored stored = read_row(sql, row);
                           auto seen = record::visible(*sql.type, std::move(stored.record), audience);
                           if (!seen) return;
                           stored.record = std::move(*seen);
                           found.push_back(std::move(stored));
                       });
    return found;
}

std::vector<Stored> Snapshot::parts(std::string_view type, std::string_view owner, Audience audience) const {
    const std::string_view field = pool_->types().of(type).type->part_of;
    COMITY_ASSERT(!field.empty());
    return list(type, audience, {{{std::string(field), std::string(owner)}}, "", 0});
}

std::int64_t Snapshot::count(std::string_view type, Audience audience, const std::vector<Equal>& where) const {
    const TypeSql& sql = pool_->types().of(type);
    const std::optional<Condition> condition = condition_of(sql, audience, where);
    std::int64_t count = 0;
    if (condition)
        connection_->query(fmt::format("SELECT count(*) FROM \"{}\"{}", type, condition->text()), condition->cells(),
                           [&](const Row& row) { count = row.integer(0); });
    return count;
}

std::vector<Revision> Snapshot::history(std::string_view type, std::string_view id, Audience audience) const {
    const TypeSql& sql = pool_->types().of(type);
    if (!is_text(id)) return {};
    const auto today = read(type, id, Audience::officers);
    if (audience == Audience::everyone && !read(type, id, audience)) return {};
    std::vector<std::int64_t> sequences;
    connection_->query("SELECT sequence FROM comity_touched WHERE type = $1 AND id = $2 ORDER BY sequence", {type, id},
                       [&](const Row& row) { sequences.push_back(row.integer(0)); });
    std::vector<Revision> revisions;
    for (std::int64_t sequence : sequences) {
        for (record::Entry& entry : read_entries(*connection_, sequence - 1, 1)) {
            for (record::Change& change : record::parse_changes(entry.changes)) {
                if (change.type != type || change.id != id) continue;
                Revision revision{
                    entry.sequence, entry.time, entry.actor, entry.reason, change.kind == record::Change::Kind::remove, nullptr};
                if (!revision.removed) {
                    if (today && audience == Audience::everyone) hide_as_today(change.record, today->record);
                    auto seen = record::visible(*sql.type, std::move(change.record), audience);
                    if (seen) revision.record = std::move(*seen);
                }
                revisions.push_back(std::move(revision));
            }
        }
    }
    return revisions;
}

std::vector<record::Entry> Snapshot::entries(std::int64_t after, std::size_t limit) const {
    return read_entries(*connection_, after, limit);
}

}  // namespace comity::store
