#include "exchange/accent.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/embedded.hpp"

namespace comity::exchange {

TEST(Accent, measures_contrast_as_WCAG_does) {
    EXPECT_DOUBLE_EQ(contrast({0, 0, 0}, {255, 255, 255}), 21);
    EXPECT_DOUBLE_EQ(contrast({9, 9, 9}, {9, 9, 9}), 1);
    EXPECT_NEAR(contrast({0x77, 0x77, 0x77}, {255, 255, 255}), 4.48, 0.005);  // the known example of what just fails
}

TEST(Accent, knows_the_paper_of_the_style_sheet) {
    const auto css = base::embedded("src/web/pages/assets/comity.css");
    ASSERT_TRUE(css);
    EXPECT_NE(css->find(fmt::format("--paper: light-dark({}, {});", to_string(paper.light), to_string(paper.dark))),
              std::string_view::npos);
}

TEST(Accent, offers_a_colour_that_would_do_for_each_that_does_not) {
    rc::check([](std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
        const Accent accent{{red, green, blue}, {blue, red, green}};
        for (const base::Fault& fault : check_contrast(accent)) {
            const auto better = color_from(fault.right.substr(fault.right.find('#')));
            RC_ASSERT(better.has_value());
            Accent mended = accent;
            (fault.field == "light" ? mended.light : mended.dark) = *better;
            for (const base::Fault& left : check_contrast(mended)) RC_ASSERT(left.field != fault.field);
        }
    });
}

TEST(Accent, is_written_with_six_digits) {
    EXPECT_EQ(color_from("#0B5f69"), (Color{0x0b, 0x5f, 0x69}));
    for (const char* wrong : {"", "#fff", "0b5f690", "#0b5f6", "#0b5f6g", "#-b5f69", "red"})
        EXPECT_EQ(color_from(wrong), std::nullopt) << wrong;
}

}  // namespace comity::exchange
