#include "import/pdf/cell_words.hpp"

#include "import/page/lines.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <cstddef>
#include <string_view>

namespace budgetdiff::import {

void deal_word(const PdfWord& word, TableFrame& frame, AreaWords& words) {
  constexpr std::u32string_view closing = U"，。；：、”’）》】";
  /// A letter stands on a line where so much of it is on either side.
  constexpr double on_line = 0.15;
  const std::size_t columns = frame.xs.size() - 1;
  const std::size_t row = column_at(frame.ys, word.middle());
  const auto area_at = [&](double place) {
    return frame.cell_of[row * columns + column_at(frame.xs, place)];
  };
  const auto area_of = [&](std::size_t i) {
    return area_at((word.char_left[i] + word.char_right[i]) / 2);
  };
  const auto is_mark = [&](std::size_t i) { return closing.find(word.text[i]) != closing.npos; };
  const auto stands_on_line = [&](std::size_t i) {
    const double width = word.char_right[i] - word.char_left[i];
    return is_cjk(word.text[i]) && !is_mark(i) &&
           area_at(word.char_left[i] + on_line * width) !=
               area_at(word.char_right[i] - on_line * width);
  };
  if (read_published_amount(word.text)) {
    words[area_at((word.box.left + word.box.right) / 2)].push_back(word);
    return;
  }
  std::size_t begin = 0;
  bool runs_over = false;
  for (std::size_t i = 1; i <= word.text.size(); ++i) {
    runs_over = runs_over || (i < word.text.size() && stands_on_line(i));
    if (i == word.text.size() || (!runs_over && area_of(i) != area_of(begin) && !is_mark(i))) {
      const std::size_t area = area_of(begin);
      words[area].push_back(part_of(word, begin, i));
      frame.broken[area] = frame.broken[area] || runs_over;
      begin = i;
    }
  }
}

}  // namespace budgetdiff::import
