#pragma once

/// Grids of cells into snapshots, by the words of their headers. One reader
/// for every form: a new province's form is a few words in header_words.hpp.

#include "import/table/grid.hpp"

#include <budgetdiff/import/importer.hpp>

namespace budgetdiff::import {

/// Finds the performance tables of a document and reads them. Understood are
/// tables with a row (or a group of rows) a project, and forms (申报表) with a
/// project each; indicators in one cell or one row each; tables that go on over
/// several grids. Findings say which pages were used and which tables passed over.
/// Errors: no performance table at all; one without projects.
[[nodiscard]] Result<ImportedDocument> interpret(GridDocument document,
                                                 const SourceDocument& source,
                                                 const ImportOptions& options);

}  // namespace budgetdiff::import
