// FormReader: the goals of a form, beside or below their labels and in parts.

#include "import/table/form_reader.hpp"

#include "import/table/amounts_below.hpp"
#include "import/table/columns.hpp"
#include "import/table/goal_parts.hpp"
#include "import/table/text_headings.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <iterator>
#include <utility>

namespace budgetdiff::import {

/// Takes a goal of several rows, with their numbers: 目标1：…
bool FormReader::take_goal_parts(const Grid& grid, const Cell& label,
                                 std::vector<Labelled>& context) {
  const std::vector<GoalPart> parts = goal_parts(grid, label);
  Cell whole = parts.empty() ? Cell{} : *parts.front().text;
  whole.lines.clear();
  for (const GoalPart& part : parts) {
    left_over_.take(*part.text);
    std::vector<TextLine> lines = part.text->lines;
    if (part.number != nullptr) {
      left_over_.take(*part.number);
      goal_numbers_.insert(part.number);
      const std::u32string number = part.number->packed();
      const bool marked = is_digit(number.back()) || is_cjk(number.back());
      lines.front().text = number +
                           (!marked             ? U""
                            : number.size() > 2 ? U"："
                                                : U".") +
                           lines.front().text;
    }
    std::move(lines.begin(), lines.end(), std::back_inserter(whole.lines));
  }
  if (!parts.empty()) {
    fields_.take(label, whole, cut_, context);
  }
  return !parts.empty();
}

/// Takes a goal whose text stands in several cells.
void FormReader::take_parts(const Cell& label, const std::vector<const Cell*>& parts,
                            std::vector<Labelled>& context) {
  Cell whole = *parts.front();
  for (const Cell* part : parts) {
    left_over_.take(*part);
    if (part != parts.front()) {
      whole.lines.insert(whole.lines.end(), part->lines.begin(), part->lines.end());
    }
  }
  fields_.take(label, whole, cut_, context);
}

/// Takes a goal that stands below a heading beside its label, or below the label beside another
/// heading; false where it does not.
bool FormReader::take_headed(const Grid& grid, const Cell& label, const Cell& value,
                             std::vector<Labelled>& context) {
  if (const auto parts = texts_of_content(grid, label, value); !parts.empty()) {
    take_parts(label, parts, context);
    return true;
  }
  const HeadedTexts texts = headed_texts(grid, label, value);
  if (texts.meant == nullptr) {
    return false;
  }
  take(grid, label, *texts.meant, context);
  if (texts.outcome != nullptr) {
    left_over_.take(*texts.outcome);
    add_once(records_.unread, without_colon(cell_word(*texts.outcome_heading)));
  }
  return true;
}

/// A label above its text: 年度目标 over a paragraph. `blank`: the empty cell beside it, if any,
/// where the next page may go on.
void FormReader::read_goal_under(const Grid& grid, const Cell& label, const Cell* blank,
                                 std::vector<Labelled>& context) {
  const Cell* const under = cell_below(grid, label);
  if (blank != nullptr || under == nullptr) {
    cut_.take(grid, blank != nullptr ? *blank : label, label_term(label).role);
  }
  // Over several narrower cells it heads a table of its own (名称 | 目标说明).
  if (under != nullptr && !under->is_blank() && under->columns >= label.columns &&
      label_term(*under).role == Role::none) {
    take(grid, label, *under, context);
  }
}

}  // namespace budgetdiff::import
