#include "report/text_paint.hpp"

#include <budgetdiff/text/unicode.hpp>

namespace budgetdiff {

std::string Paint::operator()(Tone tone, std::string_view text) const {
  if (!on_ || tone == Tone::plain || text.empty()) {
    return std::string(text);
  }
  const char* code = "1";
  switch (tone) {
    case Tone::dim:
      code = "2";
      break;
    case Tone::good:
      code = "32";
      break;
    case Tone::bad:
      code = "31";
      break;
    case Tone::warn:
      code = "33";
      break;
    case Tone::heading:
      code = "1;36";
      break;
    default:
      break;
  }
  return std::string("\x1b[") + code + "m" + std::string(text) + "\x1b[0m";
}

std::string pad_right(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(used < width ? width - used : 0, ' ') + std::string(text);
}

std::string shortened(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) {
    return std::string(text);
  }
  std::string out;
  std::size_t width = 1;
  for (const char32_t point : to_code_points(text)) {
    const std::string next = to_utf8(std::u32string_view(&point, 1));
    width += display_width(next);
    if (width > columns) {
      break;
    }
    out += next;
  }
  return out + "…";
}

}  // namespace budgetdiff
