#pragma once

/// The table of a text that gives it column by column, as a document.

#include "import/columns/rows_from_columns.hpp"

#include <budgetdiff/import/importer.hpp>

#include <optional>

namespace budgetdiff::import {

/// Nothing where anything of what was made of it does not fit.
[[nodiscard]] std::optional<ImportedDocument> read_columns(const ColumnRows& columns,
                                                           const SourceDocument& source,
                                                           const ImportOptions& options);

}  // namespace budgetdiff::import
