#pragma once

/// Columns of a header beside each other: which make one indicator, which say
/// one thing twice, which are amounts of one kind.

#include "import/table/columns.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Columns of which each indicator has one.
[[nodiscard]] bool of_one_indicator(Role role);

/// Indicators that stand side by side: 成本指标, 产出指标 … with columns of their
/// own, or those of the whole period beside those of the year.
void find_groups(Header& header);

/// A column that says the same as another, and is not read.
struct RepeatedColumn {
  std::size_t dropped;
  std::size_t taken;
  bool targets;  ///< both hold targets
};

/// Of columns that say one thing twice, the best (else the first) is read; editions of a
/// target are all kept and marked. Gives those that are not read.
std::vector<RepeatedColumn> drop_repeated(std::vector<Column>& columns);

/// No two columns of money may share a key: what stands further right keeps
/// its published words. Amounts of several years are told apart by the year.
void separate_keys(std::vector<Column>& columns);

}  // namespace budgetdiff::import
