#pragma once

/// Amounts as they stand in a line of text.

#include "import/text/source_lines.hpp"

#include <budgetdiff/model/amount.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// One word of a row of amounts.
struct AmountCell {
  enum class Kind { amount, blank, spoiled };
  Kind kind = Kind::amount;
  Amount amount;     ///< zero unless `kind` is amount
  std::string text;  ///< as published
  int tabs = 0;      ///< tabs between the word before and this one
  int left = 0;      ///< columns in its line
  int right = 0;
};

/// Neighbouring amounts of one line.
struct AmountRun {
  std::size_t begin = 0;  ///< in the line's text
  std::size_t end = 0;    ///< one past the last digit
  std::vector<AmountCell> cells;
  bool adds_up = false;  ///< at least two, the first being the sum of the others

  [[nodiscard]] std::size_t amounts() const;
  [[nodiscard]] bool has_decimals() const;
};

/// At least two cells, the first being the sum of the others, blanks counting 0.
[[nodiscard]] bool adds_up(const std::vector<AmountCell>& cells);

/// Reads `1,165.23`, `５.００`, `-3`, `(3.00)`. Nothing for what is no amount.
[[nodiscard]] std::optional<Amount> read_published_amount(std::u32string_view text);

/// Whether a mark stands for an amount that is not there: a dash, a slash.
[[nodiscard]] bool is_blank_mark(std::u32string_view text);

/// Whether a word was meant as an amount and is none: `21.2l`, `12,34.5`.
[[nodiscard]] bool is_spoiled_amount(std::u32string_view text);

/// The amounts of a line of a table with `columns` columns of money, if any: at
/// its end, else at its start, else inside. Numbers before and after that spoil
/// the sum are left to the text around.
[[nodiscard]] std::optional<AmountRun> amount_run_in(const Line& line, std::size_t columns);

}  // namespace budgetdiff::import
