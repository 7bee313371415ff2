#include "import/table/ticked_boxes.hpp"

#include "import/text/source_lines.hpp"

namespace budgetdiff::import {

std::u32string ticked(std::u32string_view text) {
  constexpr std::u32string_view ticks = U"☑☒■√✓✔▣◉●";
  constexpr std::u32string_view open = U"□☐○◯";
  const bool boxes =
      text.find_first_of(ticks) != text.npos || text.find_first_of(open) != text.npos;
  if (!boxes) {
    return std::u32string(text);
  }
  std::u32string out;
  // Boxes stand before their words, or behind them: 新增□ 延续☑.
  const std::size_t first = text.find_first_not_of(U" \u3000\n");
  const bool behind = ticks.find(text[first]) == ticks.npos && open.find(text[first]) == open.npos;
  if (behind) {
    std::u32string word;
    for (const char32_t c : text) {
      const bool tick = ticks.find(c) != ticks.npos;
      if (tick || open.find(c) != open.npos) {
        out += tick ? (out.empty() ? U"" : U"、") + word : U"";
        word.clear();
      } else if (!is_space(c) && c != U'\n') {
        word += c;
      }
    }
    return out;
  }
  bool taking = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (ticks.find(c) != ticks.npos) {
      taking = true;
      if (!out.empty()) {
        out += U'、';
      }
    } else if (open.find(c) != open.npos) {
      taking = false;
    } else if (taking && c != U' ' && c != U'\n') {
      out += c;
    }
  }
  return out;
}

}  // namespace budgetdiff::import
