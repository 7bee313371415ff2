#include "import/table/cell_amount.hpp"

#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff::import {

std::optional<Amount> read_cell_amount(std::u32string_view text) {
  const bool minus = text.starts_with(U"-");
  const std::u32string_view bare = text.substr(minus ? 1 : 0);
  if (bare.size() < 2 || (bare.front() != U'.' && bare.front() != U'．')) {
    return read_published_amount(text);
  }
  return read_published_amount((minus ? U"-0" : U"0") + std::u32string(bare));
}

bool is_too_large(std::u32string_view text) {
  constexpr std::size_t digits_of_amount = 18;
  const auto digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
  return digits >= digits_of_amount && text.find_first_not_of(U"-0123456789,，.．") == text.npos;
}

std::optional<CellAmount> cell_amount(std::u32string_view cell) {
  if (read_cell_amount(cell)) {
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
  // Most cells with a digit are texts or targets; that shows before the unit is looked at.
  const std::u32string_view figure = cell.substr(0, last + 1);
  std::u32string_view behind = cell.substr(last + 1);
  constexpr std::size_t longest_behind = 12;
  if (behind.size() > longest_behind || !read_published_amount(figure)) {
    return std::nullopt;
  }
  const bool point = figure.find_first_of(U".．") != figure.npos;
  if (!point && (behind.starts_with(U".") || behind.starts_with(U"．"))) {
    behind.remove_prefix(1);
  }
  CellAmount out{std::u32string(figure), {}};
  if (!behind.empty()) {
    // 12.5万
    const bool bare = behind == U"万" || behind == U"亿" || behind == U"千" || behind == U"百万";
    out.unit = money_unit_said(to_utf8(behind) + (bare ? "元" : ""));
  }
  return behind.empty() || !out.unit.empty() ? std::optional(out) : std::nullopt;
}

}  // namespace budgetdiff::import
