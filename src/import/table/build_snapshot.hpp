#pragma once

/// The records of a table as a snapshot, with provenance and findings.

#include "import/table/records.hpp"

#include <budgetdiff/import/importer.hpp>

#include <string_view>

namespace budgetdiff::import {

/// `document`: what the document's name, size and digest are, and who read it; `file` its whole
/// path, whose folders may say the year.
[[nodiscard]] ImportedTable build_snapshot(TableRecords records, const Places& places,
                                           const Provenance& document, std::string_view file,
                                           const ImportOptions& options);

}  // namespace budgetdiff::import
