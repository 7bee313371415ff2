#pragma once

/// Labels of a form without ruled lines that have no value of their own.

#include "import/page/form_pieces.hpp"

#include <vector>

namespace budgetdiff::import {

[[nodiscard]] bool is_goal(const FormPiece& piece);

/// A value at the height of one of its label's lines. On a page it stands at the
/// label's middle; text has no half lines.
[[nodiscard]] bool is_value_of(const FormPiece& label, const FormPiece& value);

/// Makes headings of labels like 项目绩效目标 at the side of 长期目标 and 年度目标, which stand
/// above and below its middle: what is beside it is theirs.
void find_side_labels(std::vector<FormPiece>& pieces);

/// Marks as unknown labels short texts in the column of labels, with no label before them on
/// their line. `line_step` is the page's, 0 where it is not known: then none are.
void find_unknown_labels(std::vector<FormPiece>& pieces, double line_step);

/// Marks as unknown labels texts that stand in a line behind a label's value, in a cell of their
/// own: a wide gap parts them, and the next text is theirs (项目名称 | 抽检 | 项目用途 | 检验).
void find_labels_behind_values(std::vector<FormPiece>& pieces);

}  // namespace budgetdiff::import
