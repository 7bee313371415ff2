#pragma once

/// The amounts of a project's form, as its rows are read: in which unit they are, which of its
/// totals they are parts of, and which stages or years head their columns.

#include "import/table/amounts_below.hpp"
#include "import/table/form_sums.hpp"
#include "import/table/grid.hpp"
#include "import/table/label_rows.hpp"
#include "import/table/records.hpp"
#include "import/table/unknown_amounts.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// REQUIRES: `records` outlives it; what takes amounts has a project there, the last one, whose
/// they are
/// Threads: an object is one reader's.
class FormAmounts {
 public:
  explicit FormAmounts(TableRecords& records) : records_(records) {}

  /// The unit of the amounts that follow, where the form or its caption says it, or "".
  void set_unit(const std::string& unit) { unit_ = unit; }
  [[nodiscard]] const std::string& unit() const { return unit_; }

  /// Amounts that were read without a unit have the one that was set.
  void fill_units();

  /// Another project's form begins.
  void begin();

  /// What `value` says behind `label`, which means the column `key`.
  void take(const Cell& label, const Cell& value, std::string_view key);

  /// Looks at a row before what stands in it is taken.
  void see_row(const Grid& grid, std::size_t row);

  /// What a cell says itself, behind a word that nobody knows: the total.
  void take_total(const Cell& cell);

  /// The amounts below a row of labels (amounts_under_labels()), each under its label's own words
  /// where nobody knows them; 合计 or 小计 before them all is the total.
  void take_below(const std::vector<AmountBelow>& amounts);

  /// `其他资金 200.00`: label and amount in one cell; false where it is none.
  bool take_in_label(const Cell& cell);

  /// The amount beside a label that nobody knows, if that is money; false where it is none.
  bool take_unknown(const Grid& grid, const Cell& label);

  /// A label of money has its amount beside it, in `grid`.
  void see_row(const Grid& grid, const Cell& label, const Cell& value) {
    rows_.see(grid, label, value);
  }

  /// The rows of money so far.
  [[nodiscard]] const MoneyRows& rows() const { return rows_; }

  /// Takes a row of labels that head amounts of several stages or years, or one of such
  /// amounts. False where it is neither.
  bool take_stages(const Grid& grid, std::size_t row);

  /// Takes a row of one of several years (2025年 | 100.00 | 其中：财政资金 | 80.00) below the
  /// total, which is that of them all then. False where `row` is none.
  bool take_year(const Grid& grid, std::size_t row);

  /// What the amounts of several stages in a row are of, or null.
  [[nodiscard]] const Cell* label_of_stages(const Grid& grid, std::size_t row) const {
    return import::label_of_stages(grid, row, stages_);
  }

 private:
  void make_totals_of_period();
  void take_money(const Cell& label, const Cell& value, const FormKey& own, std::string_view key);

  TableRecords& records_;
  std::string unit_;
  FormSums sums_;                    ///< of this project
  std::vector<StageColumn> stages_;  ///< of this project
  const Grid* staged_ = nullptr;     ///< whose columns they are
  MoneyRows rows_;                   ///< of this project
  bool has_years_ = false;           ///< rows of this project are years
};

/// A cell of more letters is no label of a form's amounts.
inline constexpr std::size_t longest_money_label = 30;

}  // namespace budgetdiff::import
