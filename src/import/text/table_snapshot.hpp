#pragma once

/// Last pass: the rows of a table as a snapshot, with provenance and findings.

#include "import/text/page_structure.hpp"
#include "import/text/rows.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/import/importer.hpp>

#include <vector>

namespace budgetdiff::import {

[[nodiscard]] ImportedTable table_snapshot(const std::vector<Line>& lines, const TableText& table,
                                           const TableRows& rows, const SourceDocument& source,
                                           const ImportOptions& options);

}  // namespace budgetdiff::import
