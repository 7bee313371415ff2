#pragma once

/// Whether names stand with their own goals and lists.

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// The name of one row goes to another, and those between move by one.
struct NameMove {
  std::size_t from = 0;
  std::size_t to = 0;
  int gain = 0;  ///< what names share with their rows then and did not before
};

/// Makes the move; `names` are those of the rows.
void move_name(std::vector<std::size_t>& names, std::size_t from, std::size_t to);

/// Names and the prose (goal and list) of rows, compared by the pairs of characters that
/// they share; a pair counts by how few rows have it, as in any weighing of words.
class RowOrder {
 public:
  /// `names` and `prose` are those of the same rows.
  RowOrder(const std::vector<std::u32string>& names, const std::vector<std::u32string>& prose);

  /// What the name of one row and the prose of another share.
  [[nodiscard]] int shared(std::size_t name, std::size_t row) const;

  /// The move by a few rows that gains most, where `names` are those of the rows and `fits` says
  /// whether a name may be of a row.
  [[nodiscard]] NameMove best_move(
      const std::vector<std::size_t>& names,
      const std::function<bool(std::size_t name, std::size_t row)>& fits) const;

  /// The rows of which moving names by a few rows, one after the other, would put names beside much
  /// more of their own words than they stand beside now: there the columns do not come in one
  /// order.
  [[nodiscard]] std::set<std::size_t> misordered() const;

  /// What a difference must be to show an order: four pairs that no other row has.
  [[nodiscard]] int much() const;

 private:
  std::vector<std::set<std::u32string>> names_;
  std::vector<std::set<std::u32string>> prose_;
  std::map<std::u32string, std::size_t> rows_with_;
  mutable std::map<std::pair<std::size_t, std::size_t>, int> known_;  ///< shared()
};

}  // namespace budgetdiff::import
