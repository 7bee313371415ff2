#include "report/html/page.hpp"

#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff {
extern const unsigned char report_css[];
extern const std::size_t report_css_size;
extern const unsigned char report_js[];
extern const std::size_t report_js_size;

namespace html {
namespace {

std::string_view asset(const unsigned char* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

/// The digest of an asset as a policy names it: "sha256-" and base64.
std::string policy_digest(std::string_view source) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  const std::string hex = sha256_hex(source);
  std::string out = "'sha256-";
  // 32 bytes are 10 groups of three and one of two: 43 digits and a filler.
  unsigned bits = 0;
  int held = 0;
  for (const char c : hex) {
    bits = (bits << 4U) | static_cast<unsigned>(value(c));
    held += 4;
    if (held >= 6) {
      held -= 6;
      out += digits[(bits >> static_cast<unsigned>(held)) & 63U];
    }
  }
  out += digits[(bits << static_cast<unsigned>(6 - held)) & 63U];
  return out + "='";
}

bool has_chinese(std::string_view text) {
  const std::u32string points = to_code_points(text);
  return std::any_of(points.begin(), points.end(), is_cjk);
}

}  // namespace

Page::Page(Language language, std::string_view title) : say_(language) {
  const std::string_view css = asset(report_css, report_css_size);
  const std::string_view js = asset(report_js, report_js_size);
  open("html", {{"lang", language == Language::chinese ? "zh-Hans" : "en"}});
  line();
  open("head");
  line();
  empty("meta", {{"charset", "utf-8"}});
  empty("meta",
        {{"http-equiv", "Content-Security-Policy"},
         {"content", "default-src 'none'; style-src " + policy_digest(css) + "; script-src " +
                         policy_digest(js) + "; base-uri 'none'; form-action 'none'"}});
  empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  empty("meta", {{"name", "generator"}, {"content", "budgetdiff " BUDGETDIFF_VERSION}});
  line();
  element("title", title);
  line();
  style_asset(css);
  close();
  line();
  open("body");
  line();
}

std::string Page::lang_of(std::string_view text) const {
  return say_.language() == Language::english && has_chinese(text) ? "zh" : "";
}

void Page::name(std::string_view text) {
  element("bdi", {{"lang", lang_of(text)}}, text);
}

void Page::linked_name(std::string_view text, const std::string& id) {
  if (!listed_.contains(id)) {
    name(text);
    return;
  }
  const auto anchor = in("a", {{"href", "#" + id}});
  name(text);
}

void Page::names(const std::vector<ProjectRef>& refs, std::string_view mark) {
  bool first = true;
  for (const ProjectRef& ref : refs) {
    if (!first) {
      text(mark);
    }
    first = false;
    name(ref.name);
  }
}

void Page::delta(const std::optional<Amount>& delta, const std::optional<std::string>& percent) {
  if (!delta) {
    element("span", {{"class", "delta"}}, say_(BD_TR("not comparable")));
    return;
  }
  const char* tone = delta->is_zero() ? "delta" : delta->is_negative() ? "delta down" : "delta up";
  const auto span = in("span", {{"class", tone}});
  text(signed_money(*delta));
  if (percent && !delta->is_zero()) {
    text(" ");
    element("span", {{"class", "percent"}}, "(" + signed_percent(percent) + ")");
  }
}

void Page::text_cell(std::string_view text) {
  const auto cell = in("td");
  if (text.empty()) {
    element("span", {{"class", "none"}}, say_(BD_TR("(none)")));
  } else {
    name(text);
  }
}

std::string Page::finish() {
  script_asset(asset(report_js, report_js_size));
  line();
  close();  // body
  line();
  close();  // html
  line();
  return take();
}

}  // namespace html
}  // namespace budgetdiff
