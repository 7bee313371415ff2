#pragma once

/// Which source an amount of text is of, where its place says another than the row of sums.

#include "import/table/records.hpp"

namespace budgetdiff::import {

/// In text that keeps its columns narrow columns of amounts run into each other, and one may be
/// read a column too far. Where the row 合计 says what each source comes to and the projects' do
/// not, moves amounts from sources that have too much to the one that has too little, if exactly
/// one choice of rows makes every source agree: all rows of a source that has none in 合计, or one
/// row, or two. A row keeps its amounts in the sources' order, one a source. Nothing changes where
/// that is not so, where a project lacks a total, or without 合计.
/// REQUIRES: amounts are in one unit
void settle_sources_by_sums(TableRecords& records);

}  // namespace budgetdiff::import
