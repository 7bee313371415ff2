#include "import/columns/name_order.hpp"

#include "import/columns/row_order.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>

namespace budgetdiff::import {
namespace {

using Column = ColumnPiece::Column;

class Mover {
 public:
  Mover(const RowOrder& order, const std::vector<RowSpan>& may_be)
      : order_(order), may_be_(may_be), names_(may_be.size()) {
    std::iota(names_.begin(), names_.end(), std::size_t{0});
  }

  /// Moves names while that is much better; the name of each row.
  const std::vector<std::size_t>& run() {
    for (std::size_t tries = 0; tries < names_.size(); ++tries) {
      const auto move = order_.best_move(
          names_, [&](std::size_t name, std::size_t row) { return fits(name, row); });
      if (move.gain < order_.much()) {
        break;
      }
      move_name(names_, move.from, move.to);
      const auto [first, last] = std::minmax(move.from, move.to);
      for (std::size_t row = first; row <= last; ++row) {
        touched_.insert(row);
      }
    }
    return names_;
  }

  /// Rows that got another name.
  [[nodiscard]] std::vector<std::size_t> touched() const {
    return {touched_.begin(), touched_.end()};
  }

 private:
  [[nodiscard]] bool fits(std::size_t name, std::size_t row) const {
    return may_be_[name].first <= static_cast<int>(row) &&
           static_cast<int>(row) <= may_be_[name].last;
  }

  const RowOrder& order_;
  const std::vector<RowSpan>& may_be_;
  std::vector<std::size_t> names_;
  std::set<std::size_t> touched_;
};

}  // namespace

NameOrder names_in_order(const PieceLabels& labels, const std::vector<RowSpan>& spans,
                         const RowsOfPieces& names, const RowsOfPieces& goals, std::size_t count) {
  std::vector<std::u32string> texts(count);
  std::vector<std::u32string> prose(count);
  std::vector<RowSpan> may_be(count, {0, static_cast<int>(count) - 1});
  std::size_t name = 0;
  std::size_t goal = 0;
  for (std::size_t i = 0; i < labels.pieces.size(); ++i) {
    const ColumnPiece& piece = labels.pieces[i];
    if (piece.column == Column::name) {
      const auto row = static_cast<std::size_t>(names.rows[name++]);
      texts[row] += piece.text;
      may_be[row].first = std::max(may_be[row].first, spans[i].first);
      may_be[row].last = std::min(may_be[row].last, spans[i].last);
    } else if (piece.column == Column::goal) {
      prose[static_cast<std::size_t>(goals.rows[goal++])] += piece.text;
    } else if (piece.column == Column::list) {
      prose[static_cast<std::size_t>(spans[i].first)] += piece.text;
    }
  }
  const RowOrder order(texts, prose);
  Mover mover(order, may_be);
  std::vector<int> row_of(count);
  const auto& moved = mover.run();
  for (std::size_t row = 0; row < count; ++row) {
    row_of[moved[row]] = static_cast<int>(row);
  }
  NameOrder out;
  for (const int row : names.rows) {
    out.rows.push_back(row_of[static_cast<std::size_t>(row)]);
  }
  out.doubtful = mover.touched();
  return out;
}

}  // namespace budgetdiff::import
