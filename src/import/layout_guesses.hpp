#pragma once

/// Guesses of text, as findings: what of a line belongs to which cell.

#include "import/table/grid.hpp"

#include <budgetdiff/import/importer.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// That what of the line at `place` belongs to which cell is a guess; `project` is its name, if
/// that is known.
[[nodiscard]] Finding layout_guess(const Place& place, const std::string& project);

/// That blank cells hide which columns the amounts of 合计 are of.
[[nodiscard]] Finding sum_columns_guess(const Place& place);

/// What of a table in text was a guess, a line each; on `page`, where that is not 0.
void add_doubts(const Grid& grid, int page, std::vector<Finding>& findings);

/// Says that a project of `table` is a guess, at its place; nothing where it has none.
void doubt_project(ImportedTable& table, std::size_t project);

/// Gives the guesses of `table` that name no project the one of which something (its name, an
/// indicator) stands nearest to them, on their page or in their text's lines.
void name_guesses(ImportedTable& table);

}  // namespace budgetdiff::import
