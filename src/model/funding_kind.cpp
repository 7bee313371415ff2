#include <budgetdiff/model/funding_kind.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace budgetdiff {

bool is_beside_total(std::string_view column) {
  return column == "multi_year_total" || column == "adjusted_budget" || column == "executed" ||
         column == "previous_year";
}

bool is_of_another_stage(std::string_view column) {
  constexpr std::string_view open = "（";
  constexpr std::string_view close = "）";
  std::string_view stage = column;
  const std::size_t at = column.find(open);
  if (at != column.npos && column.ends_with(close)) {
    stage = column.substr(at + open.size());
    stage.remove_suffix(close.size());
  }
  static constexpr std::array<std::string_view, 14> beginnings{
      "年初预算", "全年预算", "调整预算", "预算调整", "调整后", "调整前", "全年执行",
      "执行",     "实际执行", "全年支出", "实际支出", "决算",   "批复",   "预算数"};
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view word) { return stage.starts_with(word); });
}

bool is_part_of_fiscal(std::string_view column) {
  return column == "general_public_budget" || column == "government_funds" ||
         column == "state_capital";
}

}  // namespace budgetdiff
