#include "web/html/html.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace comity::html {
namespace {

template <class Write>
std::string of(Write write) {
    Html h;
    write(h);
    return h.take();
}

TEST(Html, writes_elements_inside_each_other) {
    EXPECT_EQ(of([](Html& h) { h.div(cls("part"), [&] { h.p("text"); }); }), R"(<div class="part"><p>text</p></div>)");
    EXPECT_EQ(of([](Html& h) { h.p("See ", [&] { h.a(href("/en"), "here"); }, ", ", 3, " times"); }),
              R"(<p>See <a href="/en">here</a>, 3 times</p>)");
}

TEST(Html, ends_a_scope_where_the_block_ends) {
    EXPECT_EQ(of([](Html& h) {
                  {
                      auto section = h.open<"section">(cls("part"), attr<"aria-labelledby">("x"));
                      auto list = h.open<"ul">();
                      h.li(1);
                  }
                  h.hr();
              }),
              R"(<section class="part" aria-labelledby="x"><ul><li>1</li></ul></section><hr>)");
}

TEST(Html, escapes_markup_in_text) {
    EXPECT_EQ(of([](Html& h) { h.p("<b> & \"l'eau\""); }), "<p>&lt;b&gt; &amp; \"l'eau\"</p>");
    EXPECT_EQ(of([](Html& h) { h.write("</script><!--", std::string("&lt;")); }), "&lt;/script&gt;&lt;!--&amp;lt;");
}

TEST(Html, escapes_markup_and_quotes_in_attributes) {
    EXPECT_EQ(of([](Html& h) { h.i(id("<&>\"'"), cls("a\"b", "c'd"), attr<"data-x">("\"")); }),
              R"(<i id="&lt;&amp;&gt;&quot;&#39;" class="a&quot;b c&#39;d" data-x="&quot;"></i>)");
}

TEST(Html, writes_raw_only_when_asked) {
    EXPECT_EQ(of([](Html& h) { h.p(raw("<b>&amp;</b>"), "<"); }), "<p><b>&amp;</b>&lt;</p>");
}

TEST(Html, keeps_characters_of_every_length) {
    EXPECT_EQ(of([](Html& h) { h.write("é\u00A0ñ ő € 水 𝄞\t\r\n"); }), "é\u00A0ñ ő € 水 𝄞\t\r\n");
}

TEST(Html, replaces_what_is_not_utf8_or_not_allowed_in_html) {
    const std::string r = "\uFFFD";
    const auto written = [](std::string_view text) { return of([&](Html& h) { h.write(text); }); };
    EXPECT_EQ(written("a\xFF"
                      "b"),
              "a" + r + "b");
    EXPECT_EQ(written("\xC3"), r);            // cut off
    EXPECT_EQ(written("\xC3<"), r + "&lt;");  // the sign after a broken sequence is still escaped
    EXPECT_EQ(written("\xE2\x82<"), r + r + "&lt;");
    EXPECT_EQ(written("\xC0\xAF"), r + r);                  // overlong
    EXPECT_EQ(written("\xE0\x80\xBC"), r + r + r);          // overlong '<'
    EXPECT_EQ(written("\xED\xA0\x80"), r + r + r);          // surrogate
    EXPECT_EQ(written("\xF4\x90\x80\x80"), r + r + r + r);  // above U+10FFFF
    EXPECT_EQ(written(std::string_view("\0\x01\x7F", 3)), r + r + r);
    EXPECT_EQ(written("\xC2\x85"), r + r);  // C1 control
    EXPECT_EQ(of([](Html& h) { h.i(id("\xFF\"")); }), "<i id=\"" + r + "&quot;\"></i>");
}

// Long texts are looked at eight bytes at a time: every character at every place, with and without company.
TEST(Html, escapes_the_same_wherever_a_character_stands) {
    const auto expected = [](char c, bool in_attribute) -> std::string {
        switch (c) {
            case '&': return "&amp;";
            case '<': return "&lt;";
            case '>': return "&gt;";
            case '"': return in_attribute ? "&quot;" : "\"";
            case '\'': return in_attribute ? "&#39;" : "'";
            case '\t':
            case '\n':
            case '\r': return {c};
            default: return c >= 0x20 && c < 0x7F ? std::string{c} : "\uFFFD";
        }
    };
    for (int code = -128; code < 128; ++code)
        for (std::size_t before = 0; before < 17; ++before) {
            const char c = static_cast<char>(code);
            const std::string text = std::string(before, 'a') + c + std::string(9, 'z');
            EXPECT_EQ(of([&](Html& h) { h.write(text); }), std::string(before, 'a') + expected(c, false) + std::string(9, 'z'))
                << code;
            EXPECT_EQ(of([&](Html& h) { h.i(id(text)); }),
                      "<i id=\"" + std::string(before, 'a') + expected(c, true) + std::string(9, 'z') + "\"></i>")
                << code;
        }
}

TEST(Html, leaves_out_attributes_that_are_absent) {
    const std::optional<std::string> none, some = "x";
    EXPECT_EQ(
        of([&](Html& h) { h.a(href(none), id(some), only_if(false, lang("fr")), only_if(true, rel("next")), cls("", "")); }),
        R"(<a id="x" rel="next"></a>)");
    EXPECT_EQ(of([](Html& h) { h.p(cls("", "late", "", "b")); }), R"(<p class="late b"></p>)");
}

TEST(Html, writes_boolean_attributes_without_a_value) {
    EXPECT_EQ(of([](Html& h) { h.input(type("checkbox"), attr<"checked">(true), attr<"disabled">(false)); }),
              R"(<input type="checkbox" checked>)");
    EXPECT_EQ(of([](Html& h) { h.details(attr<"open">(true), attr<"aria-hidden">(false)); }),
              R"(<details open aria-hidden="false"></details>)");
}

TEST(Html, writes_numbers_without_a_locale) {
    EXPECT_EQ(of([](Html& h) { h.rect(attr<"x">(-1234567), attr<"y">(0.5), attr<"width">(1.0 / 3), attr<"height">(1e6)); }),
              R"(<rect x="-1234567" y="0.5" width="0.333" height="1000000"/>)");
    EXPECT_EQ(of([](Html& h) { h.write(1234567, " ", 12.0, " ", -0.0001, " ", 2.5F, " ", 10.0); }), "1234567 12 0 2.5 10");
}

TEST(Html, writes_svg_with_its_own_names) {
    EXPECT_EQ(of([](Html& h) {
                  h.svg(attr<"viewBox">("0 0 9 9"), role("img"), [&] {
                      h.title("t");
                      h.path(attr<"d">("M0 0h9"));
                      h.circle(attr<"r">(2), [&] { h.title("dot"); });
                      h.svg_text(attr<"text-anchor">("end"), [&] { h.tspan("n"); });
                      h.linear_gradient(id("g"));
                  });
              }),
              R"(<svg viewBox="0 0 9 9" role="img"><title>t</title><path d="M0 0h9"/><circle r="2"><title>dot</title></circle>)"
              R"(<text text-anchor="end"><tspan>n</tspan></text><linearGradient id="g"></linearGradient></svg>)");
}

TEST(Html, refuses_addresses_that_run_scripts) {
    for (const char* good : {"", "/en", "en/x?a=b:c", "#x", "?q=a:b", "./a:b", "//host/x", "http://a", "HTTPS://a", "mailto:a@b",
                             "tel:+1", "data:image/png;base64,AA=="})
        EXPECT_TRUE(is_safe_url(good)) << good;
    for (const char* bad : {"javascript:alert(1)", "JaVaScRiPt:x", " javascript:x", "java\nscript:x", "\x01javascript:x",
                            "vbscript:x", "data:text/html,x", "file:///etc/passwd", "blob:x", ":"})
        EXPECT_FALSE(is_safe_url(bad)) << bad;
    EXPECT_EQ(of([](Html& h) { h.a(href("javascript:x"), "a"); }), R"(<a href="about:invalid">a</a>)");
}

TEST(Html, writes_a_value_in_pieces) {
    EXPECT_EQ(of([](Html& h) { h.a(href("/en/", std::string("a&b"), ".json"), id("x-", "1")); }),
              R"(<a href="/en/a&amp;b.json" id="x-1"></a>)");
    EXPECT_EQ(of([](Html& h) { h.a(href("java", "script:x")); }), R"(<a href="about:invalid"></a>)");
    EXPECT_EQ(of([](Html& h) { h.a(href("http://[::1]/a?b[c]={d}|")); }), R"(<a href="http://[::1]/a?b%5Bc%5D=%7Bd%7D%7C"></a>)");
    EXPECT_EQ(of([](Html& h) { h.a(href("", "", "javascript:x")); }), R"(<a href="about:invalid"></a>)");
    EXPECT_EQ(of([](Html& h) { h.a(href("https://", "example.org", "/a:b")); }), R"(<a href="https://example.org/a:b"></a>)");
}

TEST(Html, knows_which_names_exist) {
    EXPECT_TRUE(is_attribute("aria-label") && is_attribute("data-section") && is_attribute("viewBox"));
    EXPECT_FALSE(is_attribute("aria-lable") || is_attribute("onclick") || is_attribute("style") || is_attribute("data-") ||
                 is_attribute("data-\"") || is_attribute("viewbox"));
    static_assert(find_tag("section") != nullptr && find_tag("sektion") == nullptr && find_tag("br") == nullptr);
}

TEST(Html, grows_beyond_what_it_reserved) {
    Html h(1);
    std::string expected;
    for (int i = 0; i < 10'000; ++i) {
        h.li(cls("x"), i);
        expected += "<li class=\"x\">" + std::to_string(i) + "</li>";
    }
    EXPECT_EQ(h.str(), expected);
}

}  // namespace
TEST(LinkedData, can_not_end_its_element) {
    Html h;
    h.linked_data(R"({"name":"</script><b>"})");
    EXPECT_EQ(h.str(), R"(<script type="application/ld+json">{"name":"\u003c/script>\u003cb>"}</script>)");
}

}  // namespace comity::html
