#pragma once

/// Amounts as totals with the parts that add up to them.

#include <budgetdiff/model/amount.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

struct AmountGroup {
  Amount total;
  std::vector<Amount> parts;  ///< falling

  friend bool operator==(const AmountGroup&, const AmountGroup&) = default;
};

/// The only way to make `rows` groups of all `values`, each of a total and from one to
/// `columns` - 1 parts (none where there is one column); nothing where there is no way,
/// more than one, or too many to try.
[[nodiscard]] std::optional<std::vector<AmountGroup>> only_groups(std::vector<Amount> values,
                                                                  std::size_t rows,
                                                                  std::size_t columns);

}  // namespace budgetdiff::import
