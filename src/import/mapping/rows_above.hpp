#pragma once

/// The rows of a mapped table above a row, which may be the sum of some of them.

#include "import/mapping/mapped_grid.hpp"
#include "import/mapping/sum_names.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// A row that was read, whosever it is, with or without a name.
struct RowAbove {
  Funding funding;
  std::string department;
  std::optional<int> year;
  const MappedGrid* grid = nullptr;  ///< outlives it
  std::size_t row = 0;
};

class RowsAbove {
 public:
  void add(RowAbove row) { rows_.push_back(std::move(row)); }

  /// Whether `row`, whose name says `name` of that, is the sum of rows above.
  [[nodiscard]] bool are_summed_by(const SumName& name, const RowAbove& row) const;

 private:
  [[nodiscard]] bool group_is_summed_by(const RowAbove& row, std::string_view group) const;
  [[nodiscard]] bool some_are_summed_by(const RowAbove& row) const;
  template <typename Counts>
  [[nodiscard]] bool add_up_to(const Funding& stated, Counts counts) const;

  std::vector<RowAbove> rows_;
};

}  // namespace budgetdiff::import
