#include "import/page/goals_beside.hpp"

#include "import/page/text_shares.hpp"
#include "import/page/texts_beside.hpp"

#include "import/text/flow.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Of a goal's label that is broken over lines; it stands beside the texts.
const std::u32string last_line = U"目标";

/// A line inside a text that is far shorter than others and ends no sentence, or is far longer: the
/// rest of it, or more than it, is the other text's.
const Place* uneven_line(const PastedCell& text) {
  constexpr int unbreakable = 12;  ///< the longest that a line's end leaves to the next, in halves
  int most = 0;
  for (const TextLine& line : text) {
    most = std::max(most, width_of(line.text));
  }
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (width_of(text[i].text) + unbreakable < most && !closes_sentence(text[i].text)) {
      return &text[i].place;
    }
  }
  return nullptr;
}

/// Of two texts beside a label in the middle, one whose middle is elsewhere: print may have put
/// its lines out of order.
void doubt_order(const std::vector<Pieces>& lines, const PastedCell& text, std::size_t begin,
                 std::size_t end, std::vector<Place>& doubts) {
  for (std::size_t i = begin + 1; i < end && text.size() > 1; ++i) {
    if (!lines[i].front().is_label()) {
      continue;
    }
    const int label = lines[i].front().words.front().line;
    const int off = text.front().place.line + text.back().place.line - 2 * label;
    if (std::abs(off) > 1) {
      doubts.push_back(text.front().place);
    }
    return;
  }
}

/// Whether a line begins with what may be a part of the label at the side of both texts.
bool is_part_of_label(const Pieces& line) {
  constexpr std::size_t longest = 4;
  return line.size() > 1 && letters(line.front()) <= longest;
}

/// Whether these parts are a goal's label: 总体目 above 标.
bool has_broken_label(const std::vector<Pieces>& lines, std::size_t begin, std::size_t end) {
  std::u32string text;
  for (std::size_t i = begin; i < end; ++i) {
    text += is_part_of_label(lines[i]) ? text_of(lines[i].front().words) : U"";
  }
  return is_goal_role(label_of(text).role);
}

}  // namespace

GoalTexts goals_beside(const std::vector<Pieces>& lines, std::size_t begin, std::size_t end,
                       double first, double second, int page) {
  std::vector<std::vector<PdfWord>> words_of;
  const bool broken = has_broken_label(lines, begin, end);
  for (std::size_t i = begin; i < end; ++i) {
    std::vector<PdfWord>& words = words_of.emplace_back();
    for (const FormPiece& piece : lines[i]) {
      const bool of_label = broken && is_part_of_label(lines[i]) && &piece == &lines[i].front();
      if (!piece.is_label() && !of_label) {
        words.insert(words.end(), piece.words.begin(), piece.words.end());
      }
    }
  }
  GoalTexts out;
  for (const std::vector<std::vector<PdfWord>>& text :
       texts_beside(std::move(words_of), first, second)) {
    PastedCell& cell = out.row.cells.emplace_back();
    for (const std::vector<PdfWord>& words : text) {
      const PastedCell more = cell_of_piece(piece_of(words), page);
      cell.insert(cell.end(), more.begin(), more.end());
    }
    if (lacks_end(cell)) {
      out.doubts.push_back(cell.front().place);
    }
    if (const Place* const place = uneven_line(cell)) {
      out.doubts.push_back(*place);
    }
    doubt_order(lines, cell, begin, end, out.doubts);
  }
  return out;
}

bool is_goal_and_outcome(const Pieces& line) {
  if (line.size() < 2 || line.size() > 3 || line.back().term.role != Role::remark) {
    return false;
  }
  const FormPiece& label = line[line.size() - 2];
  if (line.size() == 2) {
    return is_goal_role(label.term.role);
  }
  const bool of_goals = is_goal_role(line.front().term.role) ||
                        is_goal_role(label_of(text_of(line.front().words) + last_line).role);
  return of_goals && (is_goal_role(label.term.role) ||
                      (!label.is_label() && text_of(label.words).ends_with(last_line)));
}

std::vector<PastedRow> goal_and_outcome(const PastedRow& labels, const PastedRow& texts) {
  const auto of_goal =
      std::find_if(labels.cells.begin(), labels.cells.end(), [](const PastedCell& cell) {
        return is_goal_role(look_up_header(to_utf8(packed(cell))).role);
      });
  PastedCell label = of_goal != labels.cells.end() ? *of_goal : labels.cells.front();
  if (of_goal == labels.cells.end()) {
    label.push_back({last_line, label.back().place});
  }
  PastedRow goal;
  goal.cells = {std::move(label), texts.cells.front()};
  PastedRow outcome;
  outcome.cells = {labels.cells.back(), texts.cells.back()};
  return {std::move(goal), std::move(outcome)};
}

}  // namespace budgetdiff::import
