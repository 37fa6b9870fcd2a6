#include "insight/plots.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "insight/registry.hpp"

// What holds of every drawing of the retrospective; how they look is looked at (tests/browser keeps pictures).
namespace comity::insight {
namespace {

const Naming naming{base::Language::fr, [](std::string_view list, std::string_view code) {
                        return std::string(list) + " <" + std::string(code) + "> & so on";
                    }};

Retrospective on(base::Day day) {
    static const auto docket = demonstration_docket();
    return retrospect(docket, *law::shipped(), day);
}

TEST(Drawing, is_named_and_escapes_what_it_names) {
    const Retrospective found = on(std::chrono::year{2026} / 11 / 22);
    for (const Figure figure : figures)
        for (const Shape shape : {Shape::broad, Shape::tall}) {
            const std::string svg = draw(found, figure, naming, shape, false);
            EXPECT_TRUE(svg.starts_with("<svg ")) << code(figure);
            EXPECT_NE(svg.find("role=\"img\""), std::string::npos) << code(figure);
            EXPECT_NE(svg.find("<title id=\"" + std::string(code(figure))), std::string::npos) << code(figure);
            EXPECT_EQ(svg.find("& so"), std::string::npos) << code(figure);
            EXPECT_EQ(svg.find("nan"), std::string::npos) << code(figure);
            EXPECT_EQ(svg.find("inf"), std::string::npos) << code(figure);
            EXPECT_EQ(svg.find("<style"), std::string::npos) << "a page's policy refuses it";
        }
}

TEST(Drawing, as_a_file_brings_its_looks_its_heading_and_its_basis) {
    const std::string svg = draw(on(std::chrono::year{2026} / 11 / 22), Figure::survival, naming, Shape::broad, true);
    EXPECT_NE(svg.find("stroke=\"#274b8f\""), std::string::npos);
    EXPECT_EQ(svg.find("<style"), std::string::npos) << "refused where it is opened from the site";
    EXPECT_EQ(svg.find("class="), std::string::npos);
    EXPECT_NE(svg.find("Temps jusqu’à la fin"), std::string::npos);
    EXPECT_NE(svg.find("94 de 105 communications"), std::string::npos);
}

TEST(Drawing, of_a_day_without_cases_says_so) {
    const Retrospective nothing = on(std::chrono::year{1994} / 6 / 1);
    for (const Figure figure : figures)
        EXPECT_NE(draw(nothing, figure, naming, Shape::tall, false).find("rien à montrer"), std::string::npos) << code(figure);
}

TEST(Drawing, of_any_day_can_be_made) {
    for (int year = 1995; year <= 2027; ++year)
        for (const Figure figure : figures)
            EXPECT_FALSE(draw(on(std::chrono::year{year} / 7 / 1), figure, naming, Shape::broad, false).empty()) << year;
}

}  // namespace
}  // namespace comity::insight
