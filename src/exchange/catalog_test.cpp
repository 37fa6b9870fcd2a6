#include "exchange/catalog.hpp"

#include <gtest/gtest.h>

#include <set>

#include "record/codes.hpp"

namespace comity::exchange {
namespace {

void check_fields(const record::RecordType& type, std::span<const record::Field> fields, const std::string& path) {
    std::set<std::string_view> names;
    for (const record::Field& field : fields) {
        const std::string where = path + "." + std::string(field.name);
        EXPECT_TRUE(names.insert(field.name).second) << where << " is there twice";
        EXPECT_TRUE(field.label.starts_with("field.")) << where;
        EXPECT_EQ(field.of.kind == record::Kind::reference, !field.refers.empty()) << where;
        if (!field.refers.empty()) {
            EXPECT_NE(record::find_type(catalog(), field.refers), nullptr) << where << " refers to no type";
        }
        if (!field.code_list.empty()) {
            EXPECT_EQ(field.of.kind, record::Kind::string) << where;
            EXPECT_FALSE(record::code_list(field.code_list).empty()) << where;
        }
        if (field.of.parts) check_fields(type, field.of.parts(), where);
    }
}

}  // namespace

TEST(Catalog, has_every_type_once_with_fields_that_refer_to_types_and_code_lists_that_exist) {
    std::set<std::string_view> names, collections;
    for (const record::RecordType* type : catalog()) {
        EXPECT_TRUE(names.insert(type->name).second) << type->name;
        EXPECT_TRUE(collections.insert(type->collection).second) << type->collection;
        ASSERT_EQ(type->fields.front().name, "id") << type->name;
        check_fields(*type, type->fields, std::string(type->name));
        if (!type->part_of.empty()) {
            const record::Field* whole = type->field(type->part_of);
            ASSERT_NE(whole, nullptr) << type->name;
            EXPECT_EQ(whole->of.kind, record::Kind::reference) << type->name;
        }
    }
}

TEST(Catalog, has_no_status_or_outcome_of_a_submission) {
    const record::RecordType* submission = record::find_type(catalog(), "submission");
    ASSERT_NE(submission, nullptr);
    for (const char* derived : {"status", "outcome", "stage", "closed"})
        EXPECT_EQ(submission->field(derived), nullptr) << derived;
}

}  // namespace comity::exchange
