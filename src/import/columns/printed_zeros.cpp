#include "import/columns/printed_zeros.hpp"

#include "import/columns/sum_amounts.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

using Column = ColumnPiece::Column;

class Zeros {
 public:
  Zeros(const ColumnwiseText& text, const PieceLabels& labels)
      : pieces_(labels.pieces), parts_(text.money.size() - 1) {}

  /// Whether hardly a cell is blank: of `rows`, those of sums among them.
  bool are_printed(std::size_t rows) {
    std::size_t amounts = 0;
    std::size_t zeros = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].column == Column::amount) {
        ++amounts;
        if (pieces_[i].amount.is_zero()) {
          ++zeros;
          zero_ = i;
        }
      }
    }
    // One or two may stand in a line that was taken for another cell's.
    return zeros > 0 && amounts * 10 >= rows * (parts_ + 1) * 9;
  }

  /// All parts of a total, zeros too; `known` where they are not to be seen.
  [[nodiscard]] std::vector<std::size_t> all_parts(std::size_t total,
                                                   std::vector<std::size_t> known) const {
    std::vector<std::size_t> line = behind(total, true);
    if (!adds_up(total, line)) {
      line = behind(total, false);
      if (line.size() != parts_ || !adds_up(total, line)) {
        return known;
      }
    }
    line.resize(parts_, zero_);
    return line;
  }

 private:
  /// The amounts right behind a total, no more than it may have.
  [[nodiscard]] std::vector<std::size_t> behind(std::size_t total, bool in_line) const {
    std::vector<std::size_t> out;
    for (std::size_t i = total + 1;
         i < pieces_.size() && out.size() < parts_ && pieces_[i].column == Column::amount &&
         (!in_line || pieces_[i].at == pieces_[total].at);
         ++i) {
      out.push_back(i);
    }
    return out;
  }

  [[nodiscard]] bool adds_up(std::size_t total, const std::vector<std::size_t>& parts) const {
    Amount sum;
    for (const std::size_t part : parts) {
      sum += pieces_[part].amount;
    }
    return !parts.empty() && sum == pieces_[total].amount;
  }

  const std::vector<ColumnPiece>& pieces_;
  std::size_t parts_;     ///< that a total has
  std::size_t zero_ = 0;  ///< one of the zeros
};

}  // namespace

void add_printed_zeros(AmountsOfRows& amounts, const ColumnwiseText& text,
                       const PieceLabels& labels) {
  Zeros zeros(text, labels);
  if (text.money.size() < 3 || !zeros.are_printed(amounts.rows.size() + sum_lines(text).size())) {
    return;
  }
  if (!amounts.sum.empty()) {
    const std::size_t total = amounts.sum.front();
    auto parts = zeros.all_parts(total, {amounts.sum.begin() + 1, amounts.sum.end()});
    parts.insert(parts.begin(), total);
    amounts.sum = std::move(parts);
  }
  for (auto& row : amounts.rows) {
    if (row) {
      row->parts = zeros.all_parts(row->total, std::move(row->parts));
    }
  }
}

}  // namespace budgetdiff::import
