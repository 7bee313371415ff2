#pragma once

/// Documents of every kind, with the readers that are loaded when first needed.

#include <budgetdiff/import/importer.hpp>

namespace budgetdiff::cli {

/// import_document with all of the program's readers.
[[nodiscard]] Result<ImportedDocument> read_document(const SourceDocument& source,
                                                     const ImportOptions& options);

}  // namespace budgetdiff::cli
