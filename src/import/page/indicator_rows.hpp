#pragma once

/// The rows of a table without ruled lines that has a row an indicator: project
/// and categories span as many rows as they have indicators.

#include "import/page/lines.hpp"
#include "import/table/grid.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// What stands in one column below the header, from top to bottom.
struct ColumnText {
  Role role = Role::none;
  std::vector<PdfLine> lines;
};

/// The cells of `columns` in a grid with `first` rows left free for the header.
/// `continued`: the first rows may belong to a project of the page before.
[[nodiscard]] Grid indicator_rows(std::vector<ColumnText> columns, std::size_t first,
                                  bool continued);

}  // namespace budgetdiff::import
