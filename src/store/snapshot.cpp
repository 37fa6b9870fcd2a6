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

// Where rows come from: a record type's table under conditions, with their values, growing.
class Source {
  public:
    explicit Source(std::string_view type) : type_(type) {}
    void add(std::string_view part) { condition_ += fmt::format("{}{}", condition_.empty() ? " WHERE " : " AND ", part); }
    std::string value(Cell cell) {
        cells_.push_back(cell);
        return fmt::format("${}", cells_.size());
    }
    // The rows whose list has this value. The members stand in the order of ids, so a page of them ends as soon as it is full,
    // and the table is only looked at where they lead to.
    void from_members(std::string_view field, std::string_view member) {
        const std::string members =
            fmt::format("SELECT m.id AS owner FROM comity_member AS m WHERE m.type = {} AND m.field = {} AND m.value = {}",
                        value(type_), value(field), value(member));
        if (members_.empty())
            members_ = members;
        else
            add(fmt::format("\"{}\".\"id\" IN ({})", type_, members));
    }

    std::string rows() const {
        if (members_.empty()) return fmt::format("\"{}\"{}", type_, condition_);
        return fmt::format("({1}) AS members JOIN \"{0}\" ON \"{0}\".\"id\" = members.owner{2}", type_, members_, condition_);
    }
    // For counting alone: what has a member is there.
    std::string counted() const {
        return members_.empty() || !condition_.empty() ? rows() : fmt::format("({}) AS members", members_);
    }
    std::string id() const { return members_.empty() ? fmt::format("\"{}\".\"id\"", type_) : "members.owner"; }
    const std::vector<Cell>& cells() const { return cells_; }

  private:
    std::string_view type_;
    std::string members_, condition_;
    std::vector<Cell> cells_;
};

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// Adds field = value; false where nothing can be equal.
bool add_equal(const TypeSql& sql, const Equal& equal, Audience audience, Source& source) {
    if (!is_text(equal.value)) return false;  // PostgreSQL would refuse the whole query
    const record::RecordType& type = *sql.type;
    const std::string_view outer = std::string_view(equal.field).substr(0, equal.field.find('.'));
    const Field* field = type.field(outer);
    COMITY_ASSERT(field != nullptr);
    if (audience == Audience::everyone && field->visibility != Visibility::everyone) {
        const Field* flag = type.field("confidential");
        if (field->visibility == Visibility::officers) return false;
        if (flag) source.add(fmt::format("(\"{0}\".\"confidential\" IS NULL OR \"{0}\".\"confidential\" = 0)", type.name));
    }
    if (field->of.list || field->of.parts) {
        source.from_members(equal.field, equal.value);
        return true;
    }
    const std::string column = fmt::format("\"{}\".\"{}\"", type.name, field->name);
    if (field->of.kind == record::Kind::boolean) {
        if (equal.value == "true")
            source.add(column + " = 1");
        else
            source.add(fmt::format("({0} IS NULL OR {0} = 0)", column));
        return true;
    }
    if (column_type(*field) == ColumnType::integer) {
        const auto number = whole_number(equal.value);
        if (!number) return false;
        source.add(column + " = " + source.value(*number));
        return true;
    }
    COMITY_ASSERT(column_type(*field) == ColumnType::text);
    source.add(column + " = " + source.value(std::string_view(equal.value)));
    return true;
}

// The rows of a selection without its cursor; nullopt where there can be none.
std::optional<Source> source_of(const TypeSql& sql, Audience audience, const std::vector<Equal>& where) {
    Source source(sql.type->name);
    if (audience == Audience::everyone && !sql.seen_by_everyone.empty()) source.add(sql.seen_by_everyone);
    for (const Equal& equal : where)
        if (!add_equal(sql, equal, audience, source)) return std::nullopt;
    return source;
}

// The same from the cursor on, in order; a page of it.
std::optional<Source> source_of(const TypeSql& sql, Audience audience, const Selection& selection, std::string& order) {
    std::optional<Source> source = source_of(sql, audience, selection.where);
    if (!source || !is_text(selection.after)) return std::nullopt;
    if (!selection.after.empty())
        source->add(fmt::format("{} > {}", source->id(), source->value(std::string_view(selection.after))));
    order = " ORDER BY " + source->id();
    if (selection.limit) order += " LIMIT " + source->value(static_cast<std::int64_t>(selection.limit));
    return source;
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
    std::string order;
    const auto source = source_of(sql, audience, selection, order);
    std::vector<Stored> found;
    if (!source) return found;
    connection_->query(fmt::format("SELECT {} FROM {}{}", sql.columns, source->rows(), order), source->cells(),
                       [&](const Row& row) {
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
    const std::optional<Source> source = source_of(sql, audience, where);
    std::int64_t count = 0;
    if (source)
        connection_->query(fmt::format("SELECT count(*) FROM {}", source->counted()), source->cells(),
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
