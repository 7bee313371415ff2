#include "import/page/amount_heads.hpp"

#include "import/text/amount_run.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace budgetdiff::import {
namespace {

/// Where a label of money stands that print has put right behind that of its section: 项目资金
/// | 资金总额.
Box box_of_label(const FormPiece& piece) {
  for (std::size_t k = 1; k < piece.words.size(); ++k) {
    const FormPiece own =
        piece_of({piece.words.begin() + static_cast<std::ptrdiff_t>(k), piece.words.end()});
    if (own.term.role == Role::money && own.term.column == piece.term.column) {
      return own.box;
    }
  }
  return piece.box;
}

}  // namespace

AmountHeads::AmountHeads(const Pieces& labels, std::size_t row)
    : total_(labels.front().term.column == "total"), row_(row) {
  for (const FormPiece& piece : labels) {
    boxes_.push_back(box_of_label(piece));
  }
}

bool AmountHeads::stand_right_of(const FormPiece& piece, std::size_t rows) const {
  return !boxes_.empty() && rows == row_ && piece.box.right <= boxes_.front().left;
}

std::optional<PastedRow> AmountHeads::amounts_below(const Pieces& line, std::size_t rows,
                                                    int page) const {
  const std::size_t amounts = line.size();
  const std::size_t columns = boxes_.size();
  if (columns < 2 || amounts > columns || rows > row_ + 2 ||
      !std::all_of(line.begin(), line.end(), [](const FormPiece& piece) {
        return read_published_amount(text_of(piece.words)).has_value();
      })) {
    return std::nullopt;
  }
  const auto off = [&](std::size_t k, std::size_t c) {
    return std::abs(boxes_[c].left + boxes_[c].right - line[k].box.left - line[k].box.right);
  };
  // least[k][c]: of the first k amounts in the first c columns.
  constexpr double never = std::numeric_limits<double>::infinity();
  std::vector<std::vector<double>> least(amounts + 1, std::vector<double>(columns + 1, never));
  std::fill(least[0].begin(), least[0].end(), 0.0);
  for (std::size_t k = 1; k <= amounts; ++k) {
    for (std::size_t c = k; c <= columns; ++c) {
      const bool blank_total = k == 1 && c > 1 && total_;  // it never is
      least[k][c] =
          std::min(least[k][c - 1], blank_total ? never : least[k - 1][c - 1] + off(k - 1, c - 1));
    }
  }
  PastedRow row;
  row.cells.resize(columns);
  for (std::size_t k = amounts, c = columns; k > 0; --c) {
    if (least[k][c] < least[k][c - 1]) {
      row.cells[c - 1] = cell_of_piece(line[k - 1], page);
      --k;
    }
  }
  return row;
}

}  // namespace budgetdiff::import
