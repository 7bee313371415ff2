#pragma once

/// Grids into snapshots by a mapping file.

#include "import/table/grid.hpp"

#include <budgetdiff/import/importer.hpp>

namespace budgetdiff::import {

/// One snapshot for each department and year of the table, in order of
/// appearance. `options.department` and `options.year` choose among the values
/// of mapped columns; where none is mapped they are taken as they are.
[[nodiscard]] Result<ImportedDocument> mapped_tables(const GridDocument& document,
                                                     const TableMapping& mapping,
                                                     const SourceDocument& source,
                                                     const ImportOptions& options);

}  // namespace budgetdiff::import
