#include "import/mapping/rows_above.hpp"

#include <algorithm>

namespace budgetdiff::import {
namespace {

bool is_of(const RowAbove& row, std::string_view group) {
  const std::vector<std::string> words = row.grid->words_of(row.row);
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return names_group(word, group); });
}

}  // namespace

bool RowsAbove::are_summed_by(const SumName& name, const RowAbove& row) const {
  return name.is_sum || (name.may_be_sum && some_are_summed_by(row)) ||
         (!name.group.empty() && group_is_summed_by(row, name.group));
}

/// 教育費計: the row has what the rows right above it that say 教育費 add up to.
bool RowsAbove::group_is_summed_by(const RowAbove& row, std::string_view group) const {
  std::size_t first = rows_.size();
  while (first > 0 && is_of(rows_[first - 1], group)) {
    --first;
  }
  return add_up_to(row.funding, [&](const RowAbove& one) {
    return static_cast<std::size_t>(&one - rows_.data()) >= first &&
           (!row.year || one.year == row.year);
  });
}

/// Subtotal - roads: the row is a sum where it has what the rows above it add up to, from any of
/// them on: those of its year, of all departments or its own.
bool RowsAbove::some_are_summed_by(const RowAbove& row) const {
  const auto of_year = [&](const RowAbove& one) { return !row.year || one.year == row.year; };
  return add_up_to(row.funding, of_year) || add_up_to(row.funding, [&](const RowAbove& one) {
           return of_year(one) && one.department == row.department;
         });
}

template <typename Counts>
bool RowsAbove::add_up_to(const Funding& stated, Counts counts) const {
  if (stated.items().empty()) {
    return false;
  }
  const auto& [key, amount] = *stated.items().begin();
  Amount sum;
  for (std::size_t i = rows_.size(); i-- > 0;) {
    const Amount* const one = counts(rows_[i]) ? rows_[i].funding.find(key) : nullptr;
    if (one != nullptr) {
      sum += *one;
    }
    if (one != nullptr && sum == amount) {
      return true;
    }
  }
  return false;
}

}  // namespace budgetdiff::import
