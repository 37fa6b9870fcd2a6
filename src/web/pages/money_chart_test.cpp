#include "web/pages/money_chart.hpp"

#include <gtest/gtest.h>

namespace comity::pages {
namespace {

std::string drawn(const std::vector<MoneyBar>& bars) {
    html::Html h;
    money_chart(h, base::Words(base::Language::en), "total", "Totals", bars, "Read it so.");
    return h.take();
}

std::size_t times(std::string_view text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++count;
    return count;
}

const base::Money dollars{.amount = 9'000'000, .currency = "USD", .basis = "exact", .rate_date = {}};
const base::Money equivalent{.amount = 9'000'000, .currency = "USD", .basis = "equivalent", .rate_date = {}};
const base::Money canadian{.amount = 2'000'000, .currency = "CAD", .basis = "exact", .rate_date = {}};

TEST(MoneyChart, EachCurrencyHasADrawingOfItsOwn) {
    const std::string out = drawn({{"1997", dollars, ""}, {"1998", canadian, ""}});
    EXPECT_EQ(times(out, "<svg"), 4U);  // two currencies, for wide screens and for phones
    EXPECT_EQ(times(out, "id=\"total0-broad-title\""), 1U);
    EXPECT_EQ(times(out, "id=\"total1-tall-title\""), 1U);
    EXPECT_NE(out.find("C$2,000,000"), std::string::npos);
}

TEST(MoneyChart, AnEquivalentIsOutlinedAndSaysWhatItIs) {
    EXPECT_EQ(times(drawn({{"1997", dollars, ""}}), "class=\"outline\""), 0U);
    const std::string out = drawn({{"2009", equivalent, ""}});
    EXPECT_EQ(times(out, "class=\"outline\""), 2U);
    EXPECT_NE(out.find("the equivalent of US$9,000,000"), std::string::npos);
}

TEST(MoneyChart, WhatIsNotKnownIsNotDrawn) { EXPECT_EQ(drawn({{"2024", std::nullopt, ""}}), ""); }

TEST(MoneyChart, TheScaleHasEvenStepsThatCoverTheLargestAmount) {
    EXPECT_EQ(even_steps(9'000'000), (std::vector<double>{0, 5'000'000, 10'000'000}));
    EXPECT_EQ(even_steps(1'879'000), (std::vector<double>{0, 500'000, 1'000'000, 1'500'000, 2'000'000}));
    EXPECT_EQ(even_steps(0), (std::vector<double>{0, 1}));
}

}  // namespace
}  // namespace comity::pages
