#pragma once

/// The door of the module that the program loads when it first meets a PDF:
/// budgetdiff-pdf.so. It exports one function with C linkage,
///
///     const budgetdiff::PdfModule* budgetdiff_module_pdf_v1();
///
/// and takes everything else of budgetdiff from the program that loads it, so
/// both must come from one build. A program of your own links budgetdiff::pdf
/// and calls pdf.hpp.

#include <budgetdiff/import/importer.hpp>

namespace budgetdiff {

struct PdfModule {
  /// BUDGETDIFF_VERSION of the build; a loader refuses another than its own.
  const char* version;
  Result<ImportedDocument> (*import_pdf)(const SourceDocument& source,
                                         const ImportOptions& options);
};

/// What dlsym() of `pdf_module_entry` gives.
using PdfModuleEntry = const PdfModule* (*)();
inline constexpr const char* pdf_module_entry = "budgetdiff_module_pdf_v1";

/// File name of the module.
inline constexpr const char* pdf_module_file = "budgetdiff-pdf.so";

}  // namespace budgetdiff
