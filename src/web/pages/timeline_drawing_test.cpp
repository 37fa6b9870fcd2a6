#include "web/pages/timeline_drawing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <charconv>

#include "web/pages/label_text.hpp"

namespace comity::pages {
namespace {

using base::Day;
using std::chrono::days;
using Look = TimelineDrawing::Look;

Day day(const char* text) { return base::parse_day(text).value(); }
base::Date date(const char* text) { return base::parse_date(text).value(); }
bool has(std::string_view all, std::string_view part) { return all.find(part) != std::string_view::npos; }
int count(std::string_view all, std::string_view part) {
    int n = 0;
    for (std::size_t at = 0; (at = all.find(part, at)) != std::string_view::npos; at += part.size()) ++n;
    return n;
}

template <class Draw>
std::string drawn(Draw draw, const TimelineDrawing& drawing) {
    html::Html h;
    draw(h, drawing);
    return h.take();
}

TimelineDrawing two_lanes() {
    TimelineDrawing drawing;
    drawing.id = "course";
    drawing.title = "Timeline";
    drawing.today = day("2021-06-21");
    drawing.today_label = "21 Jun 2021, day shown";
    drawing.lanes = {{"Secretariat", "Secretariat"}, {"Canada", "Canada"}};
    drawing.events = {{0, date("2021-04-27"), "27 Apr 2021", "Criteria met, response requested"}};
    drawing.clocks = {{1,
                       day("2021-04-27"),
                       day("2021-06-28"),
                       {},
                       {{"Response: 60 days, due 28 Jun 2021"}, {"7 days left", Look::note}},
                       {"Response due; 7 days left"},
                       "28 Jun 2021"}};
    return drawing;
}

// A label as it is drawn, as wide as it can be expected to be.
struct Rectangle {
    double left, top, right, bottom;
    std::string text;
    bool overlaps(const Rectangle& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};

double number_after(std::string_view tag, std::string_view attribute) {
    const std::size_t at = tag.find(attribute);
    if (at == std::string_view::npos) return 0;
    double number = 0;
    std::from_chars(tag.data() + at + attribute.size(), tag.data() + tag.size(), number);
    return number;
}

// The markup's own text elements, upright heads and years excepted.
std::vector<Rectangle> labels(std::string_view svg, double font) {
    std::vector<Rectangle> found;
    for (std::size_t at = 0; (at = svg.find("<text ", at)) != std::string_view::npos;) {
        const std::size_t end = svg.find("</text>", at);
        std::string_view element = svg.substr(at, end - at);
        at = end;
        const std::string_view start = element.substr(0, element.find('>') + 1);
        if (has(start, "rotate") || has(start, "\"year\"")) continue;
        std::size_t longest = 0, length = 0;
        double lines = 0;
        std::string text;
        element.remove_prefix(start.size());
        while (!element.empty()) {
            if (element.front() != '<') {
                const std::size_t next = std::min(element.find('<'), element.size());
                length += characters(element.substr(0, next));
                longest = std::max(longest, length);
                text += element.substr(0, next);
                element.remove_prefix(next);
                continue;
            }
            const std::string_view tag = element.substr(0, element.find('>') + 1);
            if (has(tag, "dy=")) lines += 1, length = 0, text += ' ';
            element.remove_prefix(tag.size());
        }
        const double wide = 0.475 * font * static_cast<double>(longest), x = number_after(start, " x=\""),
                     y = number_after(start, " y=\"");
        const double left = has(start, "\"end\"") ? x - wide : has(start, "\"middle\"") ? x - wide / 2 : x;
        found.push_back({left, y - 0.7 * font, left + wide, y + 0.2 * font + lines * (font + 2), text});
    }
    return found;
}

void expect_readable(std::string_view svg, double font) {
    const std::vector<Rectangle> all = labels(svg, font);
    const std::size_t box = svg.find("viewBox=\"0 0 ");
    const double width = font > 15 ? 960 : 340;
    const double height = number_after(svg.substr(box), font > 15 ? "0 0 960 " : "0 0 340 ");
    RC_ASSERT(height > 0);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Rectangle& one = all[i];
        if (one.left < -0.1 || one.top < -0.1 || one.right > width + 0.1 || one.bottom > height + 0.1)
            RC_FAIL("out of the drawing: " + one.text);
        for (std::size_t j = 0; j < i; ++j)
            if (one.overlaps(all[j])) RC_FAIL("\"" + one.text + "\" overlaps \"" + all[j].text + "\"");
    }
}

std::string some_text(int most_words) {
    static const std::vector<std::string> words{"a",
                                                "réponse",
                                                "de",
                                                "the",
                                                "Secretariat’s",
                                                "factual record",
                                                "30\u00a0jours",
                                                "información",
                                                "Ünal",
                                                "received",
                                                "1995",
                                                "Verkehrswegeplanungsbeschleunigungsgesetz"};
    std::string text;
    for (int n = *rc::gen::inRange(1, most_words + 1); n > 0; --n) text += *rc::gen::elementOf(words) + " ";
    text.pop_back();
    return text;
}

std::optional<base::Date> some_date(Day from, int span) {
    const Day at = from + days{*rc::gen::inRange(0, span + 1)};
    switch (*rc::gen::weightedElement<int>({{6, 0}, {1, 1}, {1, 2}, {1, 3}})) {
        case 0: return base::Date(at);
        case 1: return date(base::to_string(at).substr(0, 7).c_str());
        case 2: return date(base::to_string(at).substr(0, 4).c_str());
        default: return std::nullopt;
    }
}

TimelineDrawing some_drawing() {
    TimelineDrawing drawing = two_lanes();
    drawing.lanes.clear();
    drawing.events.clear();
    drawing.clocks.clear();
    const int span = *rc::gen::element(3, 40, 300, 1200, 4500);
    const Day from = day("1996-01-01") + days{*rc::gen::inRange(0, 9000)};
    drawing.today = from + days{*rc::gen::inRange(0, span + 1)};
    if (*rc::gen::arbitrary<bool>()) drawing.today_label.clear();
    const int lanes = *rc::gen::inRange(1, 7), events = *rc::gen::inRange(0, 21), clocks = *rc::gen::inRange(0, 12);
    for (int i = 0; i < lanes; ++i) drawing.lanes.push_back({some_text(3), "Canada"});
    const auto some_lane = [&] { return static_cast<std::size_t>(*rc::gen::inRange(0, lanes)); };
    for (int i = 0; i < events; ++i) {
        const auto when = some_date(from, span);
        drawing.events.push_back({some_lane(), when, when ? base::to_string(*when) : "Date not known", some_text(9)});
    }
    for (int i = 0; i < clocks; ++i) {
        TimelineDrawing::Clock clock{.lane = some_lane(), .opens = from + days{*rc::gen::inRange(0, span + 1)}};
        if (*rc::gen::arbitrary<bool>()) clock.due = clock.opens + days{*rc::gen::inRange(0, 200)};
        if (*rc::gen::arbitrary<bool>()) clock.ended = clock.opens + days{*rc::gen::inRange(0, 400)};
        clock.label = {{some_text(8)}, {some_text(4), Look::late}};
        clock.told = {some_text(8), Look::note};
        clock.when = base::to_string(clock.opens);
        drawing.clocks.push_back(std::move(clock));
    }
    return drawing;
}

TEST(Timeline, labels_never_overlap_and_stay_inside_the_broad_drawing) {
    ASSERT_TRUE(rc::check([] { expect_readable(drawn(broad, some_drawing()), 16); }));
}

TEST(Timeline, labels_never_overlap_and_stay_inside_the_tall_drawing) {
    ASSERT_TRUE(rc::check([] { expect_readable(drawn(tall, some_drawing()), 14); }));
}

TEST(Timeline, draws_a_running_clock_with_the_time_used_over_the_time_left) {
    const std::string one = drawn(broad, two_lanes());
    EXPECT_TRUE(has(one, R"(<rect class="left")") && has(one, R"(<rect class="used")")) << one;
    EXPECT_LT(one.find(R"(class="left")"), one.find(R"(class="used")"));
    EXPECT_EQ(count(one, R"(class="due")"), 1);
    EXPECT_FALSE(has(one, R"(class="late")"));
    EXPECT_TRUE(has(one, R"(<tspan class="note")"));
    EXPECT_TRUE(has(drawn(tall, two_lanes()), "Response due;")) << drawn(tall, two_lanes());
}

TEST(Timeline, hatches_what_is_late_and_dots_what_has_no_limit) {
    TimelineDrawing drawing = two_lanes();
    drawing.clocks[0].ended = day("2021-07-20");
    const std::string late = drawn(broad, drawing);
    EXPECT_TRUE(has(late, R"(<rect class="late")") && has(late, R"x(fill="url(#course-broad)")x")) << late;
    EXPECT_EQ(count(late, R"(id="course-broad")"), 1);
    drawing.clocks[0].due.reset();
    EXPECT_TRUE(has(drawn(broad, drawing), R"(<rect class="untimed")"));
    EXPECT_TRUE(has(drawn(tall, drawing), R"(<rect class="untimed")"));
}

TEST(Timeline, stacks_clocks_that_run_at_the_same_time) {
    TimelineDrawing drawing = two_lanes();
    drawing.clocks.push_back(drawing.clocks[0]);
    drawing.clocks[1].opens += days{10};
    drawing.clocks.push_back(drawing.clocks[0]);
    drawing.clocks[2].opens = *drawing.clocks[0].due;
    drawing.clocks[2].due = drawing.clocks[2].opens + days{5};
    const std::string one = drawn(broad, drawing);
    std::vector<double> tops;
    for (std::size_t at = 0; (at = one.find(R"(<rect class="used")", at)) != std::string::npos; ++at)
        tops.push_back(number_after(std::string_view(one).substr(at), " y=\""));
    ASSERT_EQ(tops.size(), 3u);
    EXPECT_EQ(tops[1], tops[0] + 17);
    EXPECT_EQ(tops[2], tops[0]) << "one that opens on the day the other ends follows it";
}

TEST(Timeline, tells_events_of_one_day_at_one_mark) {
    TimelineDrawing drawing = two_lanes();
    drawing.events.push_back({0, date("2021-04-27"), "27 Apr 2021", "Duty taken up"});
    const std::string one = drawn(broad, drawing);
    EXPECT_EQ(count(one, R"(<circle class="event")"), 1);
    EXPECT_EQ(count(one, ">27 Apr 2021<"), 1);
    EXPECT_TRUE(has(one, "Duty taken up"));
}

TEST(Timeline, draws_vague_dates_over_all_their_days_and_lists_unknown_ones) {
    TimelineDrawing drawing = two_lanes();
    drawing.events = {{0, date("2020"), "2020", "Filed"}, {1, std::nullopt, "Date not known", "Answered"}};
    const std::string one = drawn(broad, drawing);
    EXPECT_TRUE(has(one, R"(<rect class="vague")") && has(one, R"(<circle class="vague")")) << one;
    EXPECT_TRUE(has(one, "Date not known"));
    EXPECT_TRUE(has(drawn(tall, drawing), "Canada: Answered"));
    drawing.clocks.clear();
    drawing.events = {{1, std::nullopt, "Date not known", "Answered"}};
    drawing.today_label.clear();
    EXPECT_FALSE(has(drawn(broad, drawing), R"(class="year")")) << "an axis without dates says nothing";
    EXPECT_TRUE(has(drawn(tall, drawing), "Canada: Answered"));
}

TEST(Timeline, puts_a_clocks_note_under_the_event_that_ended_it) {
    TimelineDrawing drawing = two_lanes();
    drawing.clocks[0].ended = day("2021-06-20");
    drawing.clocks[0].told = {"Met early", Look::note};
    drawing.events.push_back({1, date("2021-06-20"), "20 Jun 2021", "Response received"});
    EXPECT_TRUE(has(drawn(tall, drawing), R"(Canada: Response received<)")) << drawn(tall, drawing);
    EXPECT_FALSE(has(drawn(tall, drawing), ">28 Jun 2021<"));
    drawing.events.back().date = date("2021-06");
    EXPECT_FALSE(has(drawn(tall, drawing), ">28 Jun 2021<"));
    drawing.events.pop_back();
    EXPECT_TRUE(has(drawn(tall, drawing), ">28 Jun 2021<"));
}

TEST(Timeline, draws_nothing_where_there_is_nothing) {
    TimelineDrawing empty;
    empty.id = "e";
    EXPECT_TRUE(has(drawn(broad, empty), "viewBox=\"0 0 960 56\""));
    EXPECT_TRUE(has(drawn(tall, empty), "<svg"));
}

TEST(Timeline, gives_each_pattern_its_own_id) {
    const TimelineDrawing drawing = two_lanes();
    html::Html h;
    broad(h, drawing);
    tall(h, drawing);
    key(h, drawing, {"event", "used", "left", "due", "late", "no limit", "vague"});
    for (const char* id : {"course-broad", "course-tall", "course-key", "course-broad-t", "course-tall-t"})
        EXPECT_EQ(count(h.str(), "id=\"" + std::string(id) + "\""), 1) << id;
    EXPECT_FALSE(has(h.str(), "vague"));
}

TEST(LabelText, breaks_into_few_and_even_lines) {
    using Lines = std::vector<std::string_view>;
    EXPECT_EQ(wrapped("Recommends a factual record", 20), (Lines{"Recommends a", "factual record"}));
    EXPECT_EQ(wrapped("Vote :\u00a0778 jours", 9), (Lines{"Vote", ":\u00a0778", "jours"}));
    EXPECT_EQ(wrapped("éééééé", 4), (Lines{"éééé", "éé"}));
    EXPECT_EQ(wrapped("", 10), Lines{});
    EXPECT_EQ(wrapped("one", 10), Lines{"one"});
}

TEST(LabelText, keeps_every_word_and_its_limit) {
    ASSERT_TRUE(rc::check([](const std::string& text) {
        const auto longest = static_cast<std::size_t>(*rc::gen::inRange(1, 30));
        std::string joined, wanted;
        for (const std::string_view line : wrapped(text, longest)) {
            RC_ASSERT(characters(line) <= longest);
            joined += line;
        }
        std::erase(joined, ' ');
        wanted = text;
        std::erase(wanted, ' ');
        RC_ASSERT(joined == wanted);
    }));
}

}  // namespace
}  // namespace comity::pages
