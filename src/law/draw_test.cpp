#include "law/draw.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "law/draw_layout.hpp"

namespace comity::law {
namespace {

// What a label covers, by the same estimate of a letter's width that wrapped its lines.
Box covered(const Arrow& arrow) {
    std::size_t longest = 0;
    for (const std::string& line : arrow.label) longest = std::max(longest, line.size());
    Box box{.width = static_cast<double>(longest) * 12 * 0.5, .height = 13.0 * static_cast<double>(arrow.label.size()) - 4};
    box.x = arrow.label_ends ? arrow.label_x - box.width : arrow.label_x;
    box.y = arrow.label_y - box.height;
    return box;
}

bool overlap(const Box& a, const Box& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

}  // namespace

TEST(Drawing, lets_no_box_or_label_lie_on_another) {
    for (const Mechanism& mechanism : shipped()->list)
        for (const base::Language language : base::languages) {
            const Layout layout = lay_out(mechanism, language);
            std::vector<Box> covering = layout.boxes;
            for (const Arrow& arrow : layout.arrows) covering.push_back(covered(arrow));
            for (std::size_t a = 0; a < covering.size(); ++a) {
                EXPECT_GE(covering[a].x, 0);
                EXPECT_LE(covering[a].y + covering[a].height, layout.height);
                for (std::size_t b = a + 1; b < covering.size(); ++b)
                    EXPECT_FALSE(overlap(covering[a], covering[b]))
                        << mechanism.id << ' ' << base::code(language) << ' ' << a << ' ' << b << " at " << covering[a].x << ','
                        << covering[a].y;
            }
        }
}

TEST(Drawing, shows_each_step_with_its_limit_and_citation) {
    const std::string svg = draw(*find_mechanism(*shipped(), "usmca"), base::Language::en, DrawAs::file);
    for (const char* part : {"role=\"img\"", "<title", "<style>", "Response of the Party", "60 days", "USMCA 24.27(4)",
                             "Time runs out", "until 7 Feb 2021: 30 working days", "Submission withdrawn"})
        EXPECT_NE(svg.find(part), std::string::npos) << part;
    EXPECT_EQ(draw(*find_mechanism(*shipped(), "usmca"), base::Language::en, DrawAs::figure).find("<style>"), std::string::npos);
}

}  // namespace comity::law
