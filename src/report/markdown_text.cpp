#include "report/markdown_text.hpp"

#include <budgetdiff/text/unicode.hpp>

namespace budgetdiff {

std::string escaped(std::string_view text) {
  constexpr std::string_view markup = "\\`*_{}[]#|~@$";
  const std::string safe = printable(text, true);
  std::string out;
  for (const char c : safe) {
    if (c == '\n') {
      out += "<br>";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      const bool link = (c == '/' && out.ends_with(':')) ||
                        (c == '.' && (out.ends_with("www") || out.ends_with("WWW")));
      if (link || markup.find(c) != std::string_view::npos) {
        out += '\\';
      }
      out += c;
    }
  }
  return out;
}

}  // namespace budgetdiff
