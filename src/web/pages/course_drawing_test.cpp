#include "web/pages/course_drawing.hpp"

#include <gtest/gtest.h>

namespace comity::pages {
namespace {

base::Day day(const char* text) { return base::parse_day(text).value(); }

std::string drawn(const CourseDrawing& drawing) {
    html::Html h;
    course(h, drawing);
    return h.take();
}
bool has(const std::string& all, std::string_view part) { return all.find(part) != std::string::npos; }

TEST(Course, ends_square_when_closed_and_in_a_point_when_going) {
    const base::Day from = day("2010-01-01"), to = day("2014-01-01");
    EXPECT_TRUE(has(drawn({from, to, CourseDrawing::End::closed, {}}), R"(<path class="run" d="M2 2h52v10H2z"/>)"));
    EXPECT_TRUE(has(drawn({from, to, CourseDrawing::End::going, {}}), R"(<path class="run going" d="M2 2h52l6 5l-6 5H2z"/>)"));
    EXPECT_TRUE(has(drawn({from, to, CourseDrawing::End::unknown, {}}), R"(<path class="lost" d="M2 7H54"/>)"));
}

TEST(Course, stays_within_its_scale) {
    const base::Day from = day("1995-01-01");
    EXPECT_TRUE(has(drawn({from, day("2026-01-01"), CourseDrawing::End::closed, {}}), "M2 2h130v10H2z"));
    EXPECT_TRUE(has(drawn({from, day("2026-01-01"), CourseDrawing::End::going, {}}), "M2 2h126l6 5l-6 5H2z"));
    EXPECT_TRUE(has(drawn({from, from, CourseDrawing::End::closed, {}}), "M2 2h3v10H2z"));
    EXPECT_TRUE(has(drawn({from, day("1990-01-01"), CourseDrawing::End::unknown, {}}), "M2 7H12"));
}

TEST(Course, marks_steps_inside_the_bar_only) {
    const base::Day from = day("2010-01-01"), to = day("2014-01-01");
    const std::string one = drawn({from,
                                   to,
                                   CourseDrawing::End::closed,
                                   {from, day("2009-05-05"), day("2012-01-01"), day("2012-01-20"), to, day("2020-01-01")}});
    EXPECT_TRUE(has(one, R"(<path class="step" d="M27 2h2v10h-2z"/>)"));
    EXPECT_EQ(one.find("step"), one.rfind("step")) << one;
}

}  // namespace
}  // namespace comity::pages
