#pragma once

/// Labels of forms without ruled lines that are broken over lines.

#include "import/page/form_pieces.hpp"

#include <vector>

namespace budgetdiff::import {

/// Labels broken over lines: 主管部门 and 及代码 below it.
void join_broken_labels(std::vector<FormPiece>& pieces);

/// The same of text, line by line: 项目名 | 河道清淤 above 称.
void join_broken_labels(std::vector<std::vector<FormPiece>>& lines);

}  // namespace budgetdiff::import
