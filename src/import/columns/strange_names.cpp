#include "import/columns/strange_names.hpp"

#include "import/columns/piece_costs.hpp"

#include <algorithm>
#include <set>

namespace budgetdiff::import {
namespace {

using Column = ColumnPiece::Column;

constexpr int never = 1'000'000;

/// The flows that hold a goal or a list.
std::set<int> flows_of_prose(const ColumnwiseText& text, const PieceLabels& labels) {
  std::set<int> out;
  for (const ColumnPiece& piece : labels.pieces) {
    if (piece.column == Column::goal || piece.column == Column::list) {
      out.insert(text.lines[piece.at].flow);
    }
  }
  return out;
}

}  // namespace

std::vector<std::size_t> strange_names(const ColumnwiseText& text, const PieceLabels& labels,
                                       const std::vector<RowSpan>& spans, int count) {
  constexpr int rows_a_piece = 5;
  const std::set<int> prose = flows_of_prose(text, labels);
  std::vector<std::size_t> names;
  for (std::size_t i = 0; i < labels.pieces.size(); ++i) {
    if (labels.pieces[i].column == Column::name) {
      names.push_back(i);
    }
  }
  // By piece and row, one row more than there are for what stands before the first: how many pieces
  // are left out up to there.
  const auto rows = static_cast<std::size_t>(count) + 1;
  std::vector<std::vector<int>> left_out(names.size() + 1, std::vector<int>(rows, never));
  left_out[0][0] = 0;
  const auto fits = [&](std::size_t k, std::size_t row) {
    const RowSpan& span = spans[names[k]];
    return row > 0 && span.first < static_cast<int>(row) && static_cast<int>(row) <= span.last + 1;
  };
  const auto may_go = [&](std::size_t k) {
    return prose.contains(text.lines[labels.pieces[names[k]].at].flow);
  };
  for (std::size_t k = 0; k < names.size(); ++k) {
    for (std::size_t row = 0; row < rows; ++row) {
      int& best = left_out[k + 1][row];
      if (fits(k, row)) {
        best = std::min(left_out[k][row], left_out[k][row - 1]);
      }
      if (may_go(k)) {
        best = std::min(best, left_out[k][row] + 1);
      }
    }
  }
  std::vector<std::size_t> out;
  std::size_t row = rows - 1;
  if (left_out.back()[row] > count / rows_a_piece) {
    return out;
  }
  for (std::size_t k = names.size(); k-- > 0;) {
    const int here = left_out[k + 1][row];
    if (fits(k, row) && left_out[k][row] == here) {
      continue;
    }
    if (fits(k, row) && left_out[k][row - 1] == here) {
      --row;
    } else {
      out.push_back(names[k]);
    }
  }
  return out;
}

std::size_t stranger_among(const ColumnwiseText& text, const PieceLabels& labels,
                           const std::vector<RowSpan>& spans, const RowsOfPieces& names,
                           int count) {
  constexpr int much_better = 30;
  const std::vector<ColumnPiece>& pieces = labels.pieces;
  std::vector<int> pieces_of(static_cast<std::size_t>(count), 0);
  for (const int row : names.rows) {
    ++pieces_of[static_cast<std::size_t>(row)];
  }
  std::size_t best = pieces.size();
  int least = names.cost - much_better;
  std::size_t name = 0;
  const ColumnPiece* goal = nullptr;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    goal = pieces[i].column == Column::goal ? &pieces[i] : goal;
    if (pieces[i].column != Column::name ||
        pieces_of[static_cast<std::size_t>(names.rows[name++])] > 1) {
      continue;
    }
    const bool open = goal != nullptr && !closes_sentence(goal->text.back()) &&
                      text.lines[goal->at].flow == text.lines[pieces[i].at].flow;
    if (!open || (i + 1 < pieces.size() && pieces[i + 1].column == Column::amount)) {
      continue;
    }
    PieceLabels without = labels;
    without.pieces[i].column = Column::goal;
    const auto rows = rows_of(text, without, spans, Column::name, count);
    if (rows && rows->cost < least) {
      least = rows->cost;
      best = i;
    }
  }
  return best;
}

}  // namespace budgetdiff::import
