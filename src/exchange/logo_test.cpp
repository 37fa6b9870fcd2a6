#include "exchange/logo.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace comity::exchange {
namespace {

std::string refused(const std::string& svg) {
    const auto logo = read_logo(svg, "logo.svg");
    return logo ? "" : base::to_string(logo.error());
}

}  // namespace

TEST(Logo, is_shapes_in_a_frame_and_comes_back_as_a_file) {
    const auto logo = read_logo(R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44">
  <g fill="#274b8f" transform="rotate(45)">
    <path d="M0 4h30v8H0z"/><circle cx="9" cy="9" r="2.5" />
  </g>
</svg>
)svg",
                                "logo.svg");
    ASSERT_TRUE(logo) << base::to_string(logo.error());
    EXPECT_EQ(logo->view_box, "0 0 44 44");
    EXPECT_TRUE(logo->shapes.starts_with("<g fill=") && logo->shapes.ends_with("</g>")) << logo->shapes;
    const auto again = read_logo(logo_file(*logo), "logo.svg");
    ASSERT_TRUE(again);
    EXPECT_EQ(again->shapes, logo->shapes);
}

TEST(Logo, with_anything_else_is_refused_with_its_line) {
    const auto inside = [](const std::string& shapes) { return refused("<svg viewBox=\"0 0 4 4\">\n" + shapes + "</svg>"); };
    EXPECT_NE(inside("<script>alert(1)</script>").find("logo.svg:2: holds <script>; a logo is one <svg> of shapes: g, path"),
              std::string::npos);
    EXPECT_NE(inside("<style>a{}</style>").find("holds <style>"), std::string::npos);
    EXPECT_NE(inside("<foreignObject/>").find("holds <foreignObject>"), std::string::npos);
    EXPECT_NE(inside("<image href=\"https://a.example/b.png\"/>").find("holds <image>"), std::string::npos);
    EXPECT_NE(inside("<use href=\"#a\"/>").find("holds <use>"), std::string::npos);
    EXPECT_NE(inside("<svg/>").find("holds <svg>"), std::string::npos);
    EXPECT_NE(inside("<g onload=\"a()\"/>").find("<g> has the attribute onload"), std::string::npos);
    EXPECT_NE(inside("<g style=\"fill:red\"/>").find("<g> has the attribute style"), std::string::npos);
    EXPECT_NE(inside("<g id=\"content\"/>").find("<g> has the attribute id"), std::string::npos);
    EXPECT_NE(inside("<g fill=\"url(#a)\"/>").find("fill holds more than numbers"), std::string::npos);
    EXPECT_NE(inside("<path d=\"&#x3c;\"/>").find("d holds more than numbers"), std::string::npos);
    EXPECT_NE(inside("<g fill='red'/>").find("<g> is not well formed"), std::string::npos);
    EXPECT_NE(inside("<g>").find("</svg> ends nothing that is open"), std::string::npos);
    EXPECT_NE(inside("hello").find("holds text between its shapes"), std::string::npos);
    EXPECT_NE(inside("<!-- note -->").find("holds <>"), std::string::npos);
    EXPECT_NE(inside(" ").find("has no shapes"), std::string::npos);
    EXPECT_NE(refused("<?xml version=\"1.0\"?><svg/>").find("does not begin with <svg>"), std::string::npos);
    EXPECT_NE(refused("<svg width=\"9\" viewBox=\"0 0 4 4\"><g/></svg>").find("an svg has xmlns and viewBox"), std::string::npos);
    EXPECT_NE(refused("<svg><g/></svg>").find("has no viewBox"), std::string::npos);
    EXPECT_NE(refused("<svg viewBox=\"0 0 4 4\"><g/>").find("has no end"), std::string::npos);
    EXPECT_NE(refused("<svg viewBox=\"0 0 4 4\"><g/></svg><p/>").find("goes on after </svg>"), std::string::npos);
    EXPECT_NE(refused(std::string(most_bytes_of_a_logo + 1, ' ')).find("has 8193 bytes"), std::string::npos);
}

TEST(Logo, takes_any_bytes_and_gives_no_markup_of_its_own) {
    rc::check([](const std::string& bytes) {
        const auto logo = read_logo("<svg viewBox=\"0 0 4 4\"><g " + bytes + "/></svg>", "logo.svg");
        if (logo) RC_ASSERT(logo->shapes.find('&') == std::string::npos && logo->shapes.find("on") == std::string::npos);
    });
}

}  // namespace comity::exchange
