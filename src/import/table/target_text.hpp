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

/// `51000021R000000019951-名称` as code and name; no code where there is none.
struct CodedName {
  std::string code;
  std::string name;
};
[[nodiscard]] CodedName coded_name(std::string_view text);

/// Whether a cell names both levels of a category: 产出-数量, 产出指标/质量指标.
[[nodiscard]] bool names_both_levels(std::string_view text);

/// Whether a code is what is left of a longer one that a spreadsheet took for a number, which keeps
/// fifteen digits: 5.1E+19, 51000021000020000000. Projects that share it need not be one.
[[nodiscard]] bool is_rounded_code(std::string_view code);

/// The indicator that a row holds. `left_out`: see TargetCells.
[[nodiscard]] Indicator indicator_of(const IndicatorText& row, std::vector<std::string>& left_out);

}  // namespace budgetdiff::import
