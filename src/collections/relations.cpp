#include "collections/relations.hpp"

#include <algorithm>

namespace comity::collections {

namespace {

struct Path {
    std::string path;
    const record::Field* outermost;
    std::string_view refers;
};

void collect(std::span<const record::Field> fields, const std::string& prefix, const record::Field* outermost,
             std::vector<Path>& found) {
    for (const record::Field& field : fields) {
        const std::string path = prefix + std::string(field.name);
        if (field.of.kind == record::Kind::reference) found.push_back({path, outermost ? outermost : &field, field.refers});
        if (field.of.parts) collect(field.of.parts(), path + ".", outermost ? outermost : &field, found);
    }
}

std::vector<Path> references_of(const record::RecordType& type) {
    std::vector<Path> found;
    collect(type.fields, "", nullptr, found);
    return found;
}

}  // namespace

std::vector<Relation> naming(const store::Snapshot& snapshot, std::string_view type, std::string_view id, std::size_t most) {
    std::vector<Relation> relations;
    for (const record::RecordType* other : snapshot.catalog())
        for (const Path& path : references_of(*other)) {
            if (path.refers != type) continue;
            const std::vector<store::Equal> where{{path.path, std::string(id)}};
            std::vector<std::string> ids;
            if (most > 0)
                for (store::Stored& stored : snapshot.list(other->name, record::Audience::everyone, {where, "", most + 1}))
                    ids.push_back(std::move(stored.id));
            std::size_t count = ids.size();
            if (most == 0 || count > most) {
                count = static_cast<std::size_t>(snapshot.count(other->name, record::Audience::everyone, where));
                ids.resize(std::min(most, ids.size()));
            }
            if (count == 0) continue;
            relations.push_back({other, path.path, path.outermost, std::move(ids), count});
        }
    return relations;
}

}  // namespace comity::collections
