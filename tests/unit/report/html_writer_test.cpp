#include "report/html/html_writer.hpp"

#include <gtest/gtest.h>

#include <tuple>

namespace budgetdiff::html {
namespace {

std::string body_of(Html& html) {
  const std::string page = html.take();
  return page.substr(page.find('\n') + 1);
}

TEST(HtmlWriter, ElementsCloseInTheOrderTheyWereOpened) {
  Html html;
  {
    const auto list = html.in("ul", {{"class", "a"}});
    const auto item = html.in("li");
    html.text("one");
    html.empty("br");
  }
  EXPECT_EQ(body_of(html), "<ul class=\"a\"><li>one<br></li></ul>");
}

class TextIsNeverMarkup
    : public ::testing::TestWithParam<std::tuple<std::string_view, std::string_view>> {};

TEST_P(TextIsNeverMarkup, InContentAndInValues) {
  const auto& [text, written] = GetParam();
  Html html;
  html.element("p", {{"title", std::string(text)}}, text);
  const std::string expected =
      "<p title=\"" + std::string(written) + "\">" + std::string(written) + "</p>";
  EXPECT_EQ(body_of(html), expected);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, TextIsNeverMarkup,
    ::testing::Values(std::tuple{"<script>", "&lt;script&gt;"},
                      std::tuple{"</p><img src=x onerror=a()>",
                                 "&lt;/p&gt;&lt;img src=x onerror=a()&gt;"},
                      std::tuple{"\" onclick=\"a()", "&quot; onclick=&quot;a()"},
                      std::tuple{"it's & <!-- -->", "it&#39;s &amp; &lt;!-- --&gt;"},
                      std::tuple{"&lt;", "&amp;lt;"},
                      std::tuple{"a\xE2\x80\xAE"
                                 "b",
                                 "a\\u202eb"},
                      std::tuple{"a\x1b[31m", "a\\x1b[31m"}, std::tuple{"≥95%", "≥95%"}));

TEST(HtmlWriter, LinksStayInThePage) {
  Html html;
  html.element("a", {{"href", "javascript:alert(1)"}}, "x");
  html.element("a", {{"href", "#c1"}}, "y");
  html.empty("img", {{"src", "http://example.org/"}});
  EXPECT_EQ(body_of(html), "<a href=\"#\">x</a><a href=\"#c1\">y</a><img src=\"#\">");
}

TEST(HtmlWriter, AttributesWithoutAValueAreLeftOut) {
  Html html;
  html.element("td", {{"rowspan", ""}, {"class", "n"}}, "1");
  html.empty("option", {{"value", ""}});
  EXPECT_EQ(body_of(html), "<td class=\"n\">1</td><option value=\"\">");
}

TEST(HtmlWriter, ShapesOfPicturesEndThemselves) {
  Html html;
  html.empty("rect", {{"x", "1"}});
  html.empty("br");
  EXPECT_EQ(body_of(html), "<rect x=\"1\"/><br>");
}

}  // namespace
}  // namespace budgetdiff::html
