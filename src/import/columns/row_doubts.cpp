#include "import/columns/row_doubts.hpp"

#include "import/text/paragraph_marker.hpp"

#include <map>

namespace budgetdiff::import {
namespace {

using Column = ColumnPiece::Column;

/// How much worse, in tenths of a doubt, every other way to part names or goals must be.
constexpr int least_margin = 25;

}  // namespace

void RowDoubts::add_margins(const RowsOfPieces& pieces) {
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    rows_[row] = rows_[row] || pieces.margins[row] < least_margin;
  }
}

void RowDoubts::add_torn_goals(const RowsOfPieces& goals) {
  const ColumnLine* before = nullptr;
  std::size_t goal = 0;
  for (const ColumnPiece& piece : labels_.pieces) {
    if (piece.column != Column::goal) {
      continue;
    }
    const ColumnLine& line = text_.lines[piece.at];
    if (before != nullptr && goals.rows[goal] == goals.rows[goal - 1] &&
        before->page == line.page && before->flow != line.flow) {
      add(static_cast<std::size_t>(goals.rows[goal]));
    }
    before = &line;
    ++goal;
  }
}

void RowDoubts::add_miscounted_goals(const RowsOfPieces& goals) {
  std::map<int, ParagraphMarker> last;  // of each row
  std::size_t goal = 0;
  for (const ColumnPiece& piece : labels_.pieces) {
    if (piece.column != Column::goal) {
      continue;
    }
    const int row = goals.rows[goal++];
    const auto marker = paragraph_marker(piece.text);
    if (!marker || marker->doubtful) {
      continue;
    }
    const auto [before, first] = last.try_emplace(row, *marker);
    if (!first && before->second.style == marker->style) {
      if (marker->number != before->second.number + 1) {
        add(static_cast<std::size_t>(row));
      }
      before->second = *marker;
    }
  }
}

void RowDoubts::add_odd_pieces(const RowsOfPieces& names, const RowsOfPieces& goals,
                               const std::vector<RowSpan>& spans) {
  constexpr int slack = 6;
  std::size_t name = 0;
  std::size_t goal = 0;
  for (std::size_t i = 0; i < labels_.pieces.size(); ++i) {
    const ColumnPiece& piece = labels_.pieces[i];
    if (piece.column == Column::amount) {
      continue;
    }
    const bool is_name = piece.column == Column::name;
    const int row = is_name                        ? names.rows[name++]
                    : piece.column == Column::goal ? goals.rows[goal++]
                                                   : spans[i].first;
    const int column = is_name                        ? labels_.name_width
                       : piece.column == Column::goal ? labels_.goal_width
                                                      : labels_.list_width;
    if (width_of(is_name ? without_space(piece.text) : piece.text) > column + slack ||
        labels_.costs[piece.at] >= most_cost_of_a_line) {
      add(static_cast<std::size_t>(row));
    }
  }
}

std::vector<std::size_t> RowDoubts::rows() const {
  std::vector<std::size_t> out;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (rows_[row]) {
      out.push_back(row);
    }
  }
  return out;
}

}  // namespace budgetdiff::import
