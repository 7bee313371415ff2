#pragma once

/// Grids of any reader into snapshots.

#include "import/table/grid.hpp"

#include <budgetdiff/import/importer.hpp>

namespace budgetdiff::import {

/// By the mapping where `options` has one, else by header words. An error of
/// the reader is passed on; a cell of more text than Grid::largest_cell is one, whatever
/// the document's kind.
[[nodiscard]] Result<ImportedDocument> read_grids(Result<GridDocument> grids,
                                                  const SourceDocument& source,
                                                  const ImportOptions& options);

}  // namespace budgetdiff::import
