#pragma once

/// Which project each amount of a list belongs to, and which column.

#include <budgetdiff/model/amount.hpp>

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

struct ListAmount {
  Amount amount;
  std::size_t line = 0;
  std::size_t page = 0;
};

struct ListMoneyTask {
  std::vector<ListAmount> amounts;  ///< in the order of the text
  std::vector<std::size_t> pages;   ///< of each project, in order
  std::size_t columns = 0;          ///< a total first, and what it is made of
  std::vector<Amount> sums;         ///< of 合计, for each column; or none
};

struct ListMoney {
  /// Of each project and column the amount's position, or none.
  std::vector<std::vector<std::size_t>> projects;
  std::vector<bool> doubtful;  ///< of each project
  bool found = false;
};

/// Each project has a total and parts that add up to it. Where some are blank, sums of columns say
/// which; else the first ones are filled, and doubtful.
[[nodiscard]] ListMoney list_money(const ListMoneyTask& task);

}  // namespace budgetdiff::import
