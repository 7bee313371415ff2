#pragma once

/// Which of a form's totals its other amounts are parts of: the year's, or that of several
/// years (中期资金总额).

#include "import/table/grid.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// A label without the colon at its end.
[[nodiscard]] std::string without_colon(std::string word);

/// What an amount of a form is of.
struct FormKey {
  std::string key;
  std::string part_key = {};  ///< see MoneyText, as the next two
  std::string stage_key = {};
  std::string_view stage_column = {};
};

/// The totals of one project's form, as far as it was read.
class FormSums {
 public:
  /// Looks at the labels of a row before its amounts are asked about: where 财政拨款 stands in it
  /// as often as sums stand above, each is of its own, whatever columns they are said to be in
  /// (text counts those anew in each row). Below words of their own (资金来源项目 | 金额) sources
  /// are of no sum above.
  void see_row(const Grid& grid, std::size_t row);

  /// What an amount is of whose label stands at `label` and means `key`. 财政拨款 below or beside
  /// the total of several years is a part of that one, and not of the year's; where it stands
  /// twice in a row, below 预算数 and below 执行数 beside that, the second is a part of what was
  /// spent. Totals and parts are remembered.
  [[nodiscard]] FormKey key_of(const Cell& label, std::string_view key);

  /// The label of the total that an amount is a part of whose label stands at `label`, or "".
  [[nodiscard]] std::string sum_over(const Cell& label) const;

  /// Whether a total stands at the left of `label`, in its row.
  [[nodiscard]] bool has_total_before(const Cell& label) const;

  /// Remembers a label of a total that no word is listed for (财政审定数).
  void see_total(const Cell& label);

 private:
  /// A label of a sum that the amounts below or beside it are parts of.
  struct Sum {
    std::size_t row;
    std::size_t column;
    Place place;
    std::string_view key;
    std::string word;
  };

  /// A source of money below or beside a sum.
  struct Part {
    int page;
    std::size_t row;
    std::string_view key;
  };

  /// A label of money in a row.
  struct RowLabel {
    int page;
    std::size_t row;
    std::size_t column;
    std::string_view key;
  };

  [[nodiscard]] const Sum* owner_of(const Cell& label) const;
  [[nodiscard]] const Sum* owner_in_order(const Cell& label) const;

  std::vector<Sum> sums_;
  std::vector<Part> parts_;
  std::vector<RowLabel> labels_;  ///< of the row that is being read
};

}  // namespace budgetdiff::import
