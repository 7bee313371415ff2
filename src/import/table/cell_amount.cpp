#include "import/table/cell_amount.hpp"

#include "import/text/amount_run.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff::import {

std::optional<CellAmount> cell_amount(std::u32string_view cell) {
  if (read_published_amount(cell)) {
    return CellAmount{std::u32string(cell), {}};
  }
  constexpr std::size_t longest = 40;
  if (cell.size() > longest) {
    return std::nullopt;
  }
  for (const std::u32string_view currency : {U"人民币", U"￥", U"¥"}) {
    if (cell.starts_with(currency)) {
      cell.remove_prefix(currency.size());
    }
  }
  const std::size_t last = cell.find_last_of(U"0123456789０１２３４５６７８９");
  if (last == cell.npos) {
    return std::nullopt;
  }
  CellAmount out{std::u32string(cell.substr(0, last + 1)), {}};
  std::u32string_view behind = cell.substr(last + 1);
  const bool point = out.figure.find_first_of(U".．") != std::u32string::npos;
  if (!point && (behind.starts_with(U".") || behind.starts_with(U"．"))) {
    behind.remove_prefix(1);
  }
  if (!behind.empty()) {
    out.unit = money_unit_said(to_utf8(behind));
  }
  const bool whole = behind.empty() || !out.unit.empty();
  return whole && read_published_amount(out.figure) ? std::optional(out) : std::nullopt;
}

}  // namespace budgetdiff::import
