#include "import/columns/part_columns.hpp"

#include <algorithm>

namespace budgetdiff::import {
namespace {

using Column = ColumnPiece::Column;

/// The column whose word an amount stands below, wherever a page repeats it; 0 where none is known,
/// or more than one.
std::size_t column_above(const ColumnwiseText& text, const PieceLabels& labels,
                         const Amount& amount) {
  std::size_t out = 0;
  for (const ColumnPiece& piece : labels.pieces) {
    const std::size_t own = text.lines[piece.at].below;
    if (piece.column == Column::amount && piece.amount == amount && own > 0) {
      if (out > 0 && out != own) {
        return 0;
      }
      out = own;
    }
  }
  return out;
}

/// The columns by the words above the parts; those that are not known take the first that are left.
PartColumns by_words(const ColumnwiseText& text, const PieceLabels& labels,
                     const std::vector<std::size_t>& sum) {
  PartColumns out;
  std::vector<bool> taken(text.money.size(), false);
  std::size_t known = 0;
  for (std::size_t i = 1; i < sum.size(); ++i) {
    const std::size_t column = column_above(text, labels, labels.pieces[sum[i]].amount);
    if (column > 0 && taken[column]) {
      return {};
    }
    known += column > 0 ? 1U : 0U;
    taken[column] = column > 0;
    out.columns.push_back(column);
  }
  if (known == 0) {
    return {};
  }
  std::size_t next = 1;
  for (std::size_t& column : out.columns) {
    if (column == 0) {
      while (next < taken.size() && taken[next]) {
        ++next;
      }
      if (next == taken.size()) {
        return {};
      }
      column = next++;
    }
  }
  out.sure = known + 1 == sum.size();
  return out;
}

/// The columns by the line that a wide gap parts.
PartColumns by_gap(const ColumnwiseText& text, const PieceLabels& labels,
                   const std::vector<std::size_t>& sum) {
  const auto line = [&](std::size_t i) { return labels.pieces[sum[i]].at; };
  PartColumns out;
  std::size_t gaps = 0;
  for (std::size_t i = 1; i < sum.size(); ++i) {
    const bool parted = line(i) != line(i - 1);
    if (parted && (i == 1 || sum[i] != sum[i - 1] + 1 ||
                   text.lines[line(i)].flow != text.lines[line(i - 1)].flow)) {
      return {};
    }
    gaps += parted ? 1U : 0U;
    out.columns.push_back(i + gaps);
  }
  return gaps == 1 && sum.size() + 1 == text.money.size() ? out : PartColumns{};
}

}  // namespace

PartColumns columns_of_parts(const ColumnwiseText& text, const PieceLabels& labels,
                             const std::vector<std::size_t>& sum) {
  if (sum.size() < 2 || sum.size() == text.money.size()) {
    return {};
  }
  PartColumns out = by_words(text, labels, sum);
  return out.columns.empty() ? by_gap(text, labels, sum) : out;
}

}  // namespace budgetdiff::import
