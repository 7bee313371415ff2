#pragma once

/// The cells of an indicator's row put together as its texts.

#include "import/table/records.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// `1-产出指标（50分）` as code, category and score.
struct CategoryText {
  std::string code;
  std::string name;
  std::string score;
};
[[nodiscard]] CategoryText category_text(std::string_view text);

/// Whether a cell names both levels of a category: 产出-数量, 产出指标/质量指标.
[[nodiscard]] bool names_both_levels(std::string_view text);

/// The indicator that a row holds. `left_out`: see TargetCells.
[[nodiscard]] Indicator indicator_of(const IndicatorText& row, std::vector<std::string>& left_out);

}  // namespace budgetdiff::import
