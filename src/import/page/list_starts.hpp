#pragma once

/// Where a cell with a list of indicators may begin among the lines of its column.

#include "import/page/lines.hpp"

#include <vector>

namespace budgetdiff::import {

struct ListStarts {
  bool numbered = false;   ///< each cell begins with item 1; else with a category
  std::vector<bool> may;   ///< a cell may begin with the line
  std::vector<bool> must;  ///< and does, or else its categories stand out of the standard's order
  std::vector<bool> late;  ///< a cell hardly does: the line goes on in the standard's order

  [[nodiscard]] bool any() const;
};

/// Items are numbered, or they begin with their category (质量指标：…, 产出指标—…), and then those
/// of a cell stand in the standard's order: output, benefit, satisfaction.
[[nodiscard]] ListStarts list_starts(const std::vector<PdfLine>& lines);

}  // namespace budgetdiff::import
