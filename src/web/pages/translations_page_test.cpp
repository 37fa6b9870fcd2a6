#include "web/pages/translations_page.hpp"

#include <gtest/gtest.h>

#include "exchange/catalog.hpp"

namespace comity::pages {

TEST(TranslationsPage, has_a_name_for_every_type_of_record) {
    for (const record::RecordType* const type : exchange::catalog())
        for (const base::Language language : base::languages) {
            const std::string key = "type." + std::string(type->name);
            EXPECT_TRUE(base::Words(language).has(key.c_str())) << key;
        }
}

}  // namespace comity::pages
