#include "import/page/amount_heads.hpp"

#include "import/text/amount_run.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace budgetdiff::import {
namespace {

/// What the place of an amount is told by.
enum class Side { middle, right };

/// An amount that stands beside its label's middle counts half of what one does that stands
/// otherwise than the total below its own.
constexpr double beside_middle = 0.5;
/// Other labels that cost less than so many letters more are as likely.
constexpr double doubtful = 4;
constexpr double never = std::numeric_limits<double>::infinity();

/// Which columns the amounts of a line are of, and what the next best choice costs.
struct Dealt {
  std::vector<std::size_t> columns;
  double cost = never;
  double next = never;
};

/// Amounts dealt to columns in their order. REQUIRES: no more amounts than columns
Dealt deal(const std::vector<Box>& heads, bool total, const std::vector<Box>& line, Side side) {
  const auto middle = [](const Box& box) { return (box.left + box.right) / 2; };
  const auto at = [&](std::size_t k) {
    return side == Side::middle ? middle(line[k]) : line[k].right;
  };
  // How the total, which is never blank, stands below its label.
  const double shift = total ? at(0) - middle(heads[0]) : 0;
  const auto off = [&](std::size_t k, std::size_t c) {
    const double from_middle = std::abs(middle(heads[c]) - middle(line[k]));
    return beside_middle * from_middle + (total ? std::abs(at(k) - middle(heads[c]) - shift) : 0);
  };
  // Of the first k amounts in the first c columns.
  const std::size_t amounts = line.size();
  struct Least {
    double cost = never;
    double next = never;
    bool taken = false;  ///< the last column holds the last amount

    void offer(double other, bool takes) {
      next = std::min(next, std::max(cost, other));
      taken = other < cost ? takes : taken;
      cost = std::min(cost, other);
    }
  };
  std::vector<std::vector<Least>> least(amounts + 1, std::vector<Least>(heads.size() + 1));
  for (Least& none : least[0]) {
    none.cost = 0;
  }
  for (std::size_t k = 1; k <= amounts; ++k) {
    for (std::size_t c = k; c <= heads.size(); ++c) {
      least[k][c] = least[k][c - 1];
      least[k][c].taken = false;
      const bool blank_total = k == 1 && c > 1 && total;
      if (!blank_total) {
        const Least& before = least[k - 1][c - 1];
        const double own = off(k - 1, c - 1);
        least[k][c].offer(before.cost + own, true);
        least[k][c].next = std::min(least[k][c].next, before.next + own);
      }
    }
  }
  Dealt out{std::vector<std::size_t>(amounts), least[amounts][heads.size()].cost,
            least[amounts][heads.size()].next};
  for (std::size_t k = amounts, c = heads.size(); k > 0; --c) {
    if (least[k][c].taken) {
      out.columns[--k] = c - 1;
    }
  }
  return out;
}

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

DealtAmounts deal_amounts(const std::vector<Box>& labels, bool total,
                          const std::vector<Box>& amounts, double letter) {
  Dealt best;
  Dealt other;
  for (const Side side : {Side::middle, Side::right}) {
    Dealt dealt = deal(labels, total, amounts, side);
    if (dealt.cost < best.cost) {
      std::swap(best, dealt);
    }
    if (dealt.cost < other.cost) {
      other = std::move(dealt);
    }
  }
  const double margin = doubtful * letter;
  const bool guess = best.next < best.cost + margin ||
                     (best.columns != other.columns && other.cost < best.cost + margin);
  return {std::move(best.columns), guess};
}

AmountHeads::AmountHeads(const Pieces& labels, std::size_t row)
    : total_(labels.front().term.column == "total"), row_(row) {
  for (const FormPiece& piece : labels) {
    boxes_.push_back(box_of_label(piece));
  }
}

bool AmountHeads::stand_right_of(const FormPiece& piece, std::size_t rows) const {
  return !boxes_.empty() && rows == row_ && piece.box.right <= boxes_.front().left;
}

std::optional<AmountsBelow> AmountHeads::amounts_below(const Pieces& line, std::size_t rows,
                                                       int page) const {
  const std::size_t columns = boxes_.size();
  if (columns < 2 || line.size() > columns || rows > row_ + 2 ||
      !std::all_of(line.begin(), line.end(), [](const FormPiece& piece) {
        return read_published_amount(text_of(piece.words)).has_value();
      })) {
    return std::nullopt;
  }
  std::vector<Box> amounts;
  for (const FormPiece& piece : line) {
    amounts.push_back(piece.box);
  }
  const DealtAmounts dealt = deal_amounts(boxes_, total_, amounts, line.front().size);
  AmountsBelow out;
  out.guess = dealt.guess;
  out.row.cells.resize(columns);
  for (std::size_t k = 0; k < line.size(); ++k) {
    out.row.cells[dealt.labels[k]] = cell_of_piece(line[k], page);
  }
  return out;
}

}  // namespace budgetdiff::import
