#include "import/page/side_of_indicators.hpp"

#include "import/page/text_parts.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>

namespace budgetdiff::import {

void leave_goal_label(HeaderBand& header) {
  std::vector<HeaderCell>& cells = header.cells;
  const bool of_form = std::none_of(cells.begin(), cells.end(), [](const HeaderCell& cell) {
    return cell.term.role == Role::project_name;
  });
  const Role first = cells.front().term.role;
  if (!of_form || cells.size() < 3 || is_text(cells.front().words) ||
      (first != Role::goal && first != Role::annual_goal) || cells[1].term.role != Role::level1) {
    return;
  }
  cells.erase(cells.begin());
  header.top = header.bottom;
  for (const HeaderCell& cell : cells) {
    for (const PdfWord& word : cell.words) {
      header.top = std::min(header.top, word.middle() - word.size);
    }
  }
}

void drop_side_label(std::vector<PdfWord>& words, const StripColumns& columns) {
  const Role first = columns.roles.front();
  if (first == Role::project_name) {
    return;
  }
  const auto aside = [&](const PdfWord& word) {
    return first == Role::indicators || word.box.right < columns.first_left + 0.3 * word.size;
  };
  std::u32string text;
  for (const PdfWord& word : words) {
    text += aside(word) ? without_space(word.text) : U"";
  }
  const Role role = look_up_header(to_utf8(text)).role;
  // 年度目标表, 绩效指标: no category ends so but those that are listed.
  const bool heads = !is_text(words) && (text.ends_with(U"目标表") || text.ends_with(U"指标表"));
  if (role == Role::indicators || heads || (first == Role::indicators && text.empty())) {
    std::erase_if(words, aside);
  }
  // Whatever else a form calls the table of its indicators (年度目标表), it is no category.
  if (first == Role::level1 && is_text(words)) {
    std::erase_if(words, [&](const PdfWord& word) {
      return aside(word) && !is_piece_of_level1(to_utf8(without_space(word.text)));
    });
  }
}

}  // namespace budgetdiff::import
