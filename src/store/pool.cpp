#include "store/pool.hpp"

#include <boost/json/value.hpp>
#include <fmt/format.h>

namespace comity::store {

namespace {

constexpr std::size_t most_idle = 8;

void add_concepts(Connection& connection, const TypeSql& sql, Thesaurus& thesaurus, Stemmer& stemmer) {
    const std::string& seen = sql.seen_by_everyone;
    connection.query(fmt::format("SELECT {} FROM \"{}\"{}{}", sql.columns, sql.type->name, seen.empty() ? "" : " WHERE ", seen),
                     {}, [&](const Row& row) {
                         const auto record = record::visible(*sql.type, read_row(sql, row).record, record::Audience::everyone);
                         if (!record) return;
                         for (const record::Field* field : sql.concepts) {
                             const auto* label = record->as_object().if_contains(field->name);
                             if (!label || !label->is_object()) continue;
                             Concept idea;
                             for (base::Language language : base::languages)
                                 if (const auto in = reference_of(*label, base::code(language)); !in.empty())
                                     idea.forms[static_cast<std::size_t>(language)].emplace_back(in);
                             thesaurus.add(idea, stemmer);
                         }
                     });
}

}  // namespace

std::unique_ptr<Connection> Pool::take() {
    while (true) {
        std::unique_ptr<Connection> connection;
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                connection = std::move(idle_.back());
                idle_.pop_back();
            }
        }
        const bool kept = connection != nullptr;
        if (!connection) connection = connect(address_, Purpose::read, &kept_lists_);
        try {
            connection->begin_read();
            return connection;
        } catch (const Unavailable&) {
            if (!kept) throw;  // a kept connection may have died since; a new one has not
        }
    }
}

void Pool::give_back(std::unique_ptr<Connection> connection) noexcept {
    connection->rollback();
    if (!connection->usable()) return;
    const std::lock_guard lock(mutex_);
    if (idle_.size() < most_idle) idle_.push_back(std::move(connection));
}

std::shared_ptr<const Thesaurus> Pool::thesaurus(Connection& connection) {
    std::string state;
    for (const auto& sql : types_.all())
        if (!sql->concepts.empty())
            connection.query(fmt::format("SELECT count(*), coalesce(max(\"version\"), 0) FROM \"{}\"", sql->type->name), {},
                             [&](const Row& row) { state += fmt::format("{} {} ", row.integer(0), row.integer(1)); });
    {
        const std::lock_guard lock(mutex_);
        if (thesaurus_ && thesaurus_of_ == state) return thesaurus_;
    }
    auto made = std::make_shared<Thesaurus>();
    Stemmer stemmer;
    for (const auto& sql : types_.all())
        if (!sql->concepts.empty()) add_concepts(connection, *sql, *made, stemmer);
    const std::lock_guard lock(mutex_);
    thesaurus_of_ = state;
    thesaurus_ = made;
    return made;
}

}  // namespace comity::store
