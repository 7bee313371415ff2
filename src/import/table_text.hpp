#pragma once

/// Text of a document, as pdftotext or a viewer gives it: which way to read it.

#include <budgetdiff/import/importer.hpp>

#include <string>

namespace budgetdiff::import {

/// Reads it by its columns where it keeps them side by side, else as cells one after the other,
/// else as the published list; where two ways hold together, projects that they give otherwise are
/// guesses. Errors: no way holds together.
[[nodiscard]] Result<ImportedDocument> read_table_text(std::string text,
                                                       const SourceDocument& source,
                                                       const ImportOptions& options);

}  // namespace budgetdiff::import
