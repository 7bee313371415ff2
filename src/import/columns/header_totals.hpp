#pragma once

/// Which lines that say 总计, 合计 or 小计 alone are a column's word and which a row's.

#include "import/text/source_lines.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// 总计 and 合计, and 小计 below a group of columns.
[[nodiscard]] bool is_total_word(std::u32string_view word);

class HeaderTotals {
 public:
  explicit HeaderTotals(const std::vector<Line>& lines);

  /// Whether the line, which is such a word alone, is a column's. It is none where another word of
  /// its page has a header's words beside it and it has not; 小计 is one before all amounts of the
  /// page, and then 合计 is a row's; of 总计 and 合计 it is 总计; of one alone no amount follows.
  [[nodiscard]] bool is_column(std::size_t at) const;

 private:
  /// Whether a line beside it, in its flow, holds words of columns of money.
  [[nodiscard]] bool has_money_beside(std::size_t at) const;

  const std::vector<Line>& lines_;
  std::set<std::u32string> words_;  ///< all such words of the document, alone or not
  std::set<int> in_lines_;          ///< pages with one in a line of words of a header
  std::set<std::pair<int, std::u32string>> beside_;  ///< and alone beside such a line
  std::set<std::size_t> behind_amounts_;             ///< lines that amounts of their page are above
};

}  // namespace budgetdiff::import
