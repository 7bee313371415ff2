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

/// The totals of one project's form, as far as it was read.
class FormSums {
 public:
  /// The column of an amount whose label stands at `label` and means `key`. 财政拨款 below or
  /// beside the total of several years is a part of that one, and not of the year's. Totals are
  /// remembered.
  [[nodiscard]] std::string key_of(const Cell& label, std::string_view key);

  /// The label of the total that an amount is a part of whose label stands at `label`, or "".
  [[nodiscard]] std::string sum_over(const Cell& label) const;

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

  [[nodiscard]] const Sum* owner_of(const Cell& label) const;

  std::vector<Sum> sums_;
};

}  // namespace budgetdiff::import
