#pragma once

/// The records of a table as a snapshot, with provenance and findings.

#include "import/table/records.hpp"

#include <budgetdiff/import/importer.hpp>

#include <string_view>

namespace budgetdiff::import {

[[nodiscard]] ImportedTable build_snapshot(TableRecords records, const Places& places,
                                           std::string_view importer, const SourceDocument& source,
                                           const ImportOptions& options);

}  // namespace budgetdiff::import
