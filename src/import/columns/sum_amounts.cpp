#include "import/columns/sum_amounts.hpp"

#include <map>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

using Column = ColumnPiece::Column;

/// What the amounts of 合计 may be: its total is the first behind the first such row, its
/// parts add up to it and are there once for each such row.
class Sums {
 public:
  Sums(const ColumnwiseText& text, const PieceLabels& labels)
      : text_(text), pieces_(labels.pieces), columns_(text.money.size()), marks_(sum_lines(text)) {}

  std::vector<std::vector<std::size_t>> run() {
    if (marks_.empty()) {
      return {{}};
    }
    std::map<Amount, std::size_t> times;
    std::vector<std::size_t> behind;
    std::vector<std::size_t> above;  // a column of parts may come before the totals
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].column == Column::amount) {
        ++times[pieces_[i].amount];
        if (pieces_[i].at >= marks_.front()) {
          behind.push_back(i);
        } else if (text_.lines[pieces_[i].at].page == text_.lines[marks_.front()].page) {
          above.push_back(i);
        }
      }
    }
    if (behind.empty()) {
      return {};
    }
    chosen_ = {behind.front()};
    if (columns_ == 1) {
      return {chosen_};
    }
    const Amount total = pieces_[behind.front()].amount;
    std::vector<std::size_t> others = std::move(above);
    others.insert(others.end(), behind.begin() + 1, behind.end());
    std::set<Amount> seen;
    for (const std::size_t piece : others) {
      const Amount& part = pieces_[piece].amount;
      const std::size_t least = marks_.size() * (part == total ? 2 : 1);
      if (part <= total && !part.is_zero() && times[part] >= least && seen.insert(part).second &&
          parts_.size() < most_parts) {
        parts_.push_back(piece);
      }
    }
    choose(0, total);
    return std::move(found_);
  }

 private:
  static constexpr std::size_t most_parts = 40;
  static constexpr std::size_t most_found = 16;

  void choose(std::size_t from, const Amount& open) {
    if (open.is_zero()) {
      found_.push_back(chosen_);
      return;
    }
    for (std::size_t i = from; i < parts_.size(); ++i) {
      const Amount& part = pieces_[parts_[i]].amount;
      if (part <= open && chosen_.size() < columns_ && found_.size() < most_found) {
        Amount rest = open;
        rest -= part;
        chosen_.push_back(parts_[i]);
        choose(i + 1, rest);
        chosen_.pop_back();
      }
    }
  }

  const ColumnwiseText& text_;
  const std::vector<ColumnPiece>& pieces_;
  std::size_t columns_;
  std::vector<std::size_t> marks_;
  std::vector<std::size_t> parts_;  ///< each value once, in the text's order
  std::vector<std::size_t> chosen_;
  std::vector<std::vector<std::size_t>> found_;
};

}  // namespace

std::vector<std::size_t> sum_lines(const ColumnwiseText& text) {
  std::vector<std::size_t> marks;
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    if (text.lines[i].kind != ColumnLine::Kind::cells) {
      marks.push_back(i);
    }
  }
  return marks;
}

std::vector<std::vector<std::size_t>> sum_amounts(const ColumnwiseText& text,
                                                  const PieceLabels& labels) {
  return Sums(text, labels).run();
}

}  // namespace budgetdiff::import
