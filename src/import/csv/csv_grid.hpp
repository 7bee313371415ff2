#pragma once

/// CSV and TSV (RFC 4180, lines of any kind) as a grid.

#include "import/table/grid.hpp"

#include <budgetdiff/base/result.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

struct CsvRow {
  std::vector<std::string> fields;
  int line = 0;  ///< where it begins, from 1
};

/// The separator that most lines agree on: comma, tab or semicolon.
[[nodiscard]] char csv_separator(std::string_view text);

/// Rows of fields; quotes are taken away, also those of ="0012". Errors: a quote that is never
/// closed, a field or a number of fields beyond reason.
[[nodiscard]] Result<std::vector<CsvRow>> csv_rows(std::string_view text, char separator,
                                                   const std::string& file);

/// Rows as a grid. Every position has a cell, blank ones too. Errors: no row, or too many fields.
[[nodiscard]] Result<Grid> grid_of_rows(const std::vector<CsvRow>& rows, const std::string& file);

/// The same of `text` (UTF-8).
[[nodiscard]] Result<Grid> csv_grid(std::string_view text, const std::string& file);

/// Whether the text is a table of separated values with a header that we know.
[[nodiscard]] bool looks_like_csv(std::string_view text);

}  // namespace budgetdiff::import
