#pragma once

/// The door of the module that the program loads when it first meets a workbook
/// or a web page: budgetdiff-tables.so. See pdf_module.hpp for the rules.

#include <budgetdiff/import/importer.hpp>

namespace budgetdiff {

struct TablesModule {
  /// BUDGETDIFF_VERSION of the build; a loader refuses another than its own.
  const char* version;
  Result<ImportedDocument> (*import_workbook)(const SourceDocument& source,
                                              const ImportOptions& options);
  Result<ImportedDocument> (*import_web_page)(const SourceDocument& source,
                                              const ImportOptions& options);
};

/// What dlsym() of `tables_module_entry` gives.
using TablesModuleEntry = const TablesModule* (*)();
inline constexpr const char* tables_module_entry = "budgetdiff_module_tables_v1";

/// File name of the module.
inline constexpr const char* tables_module_file = "budgetdiff-tables.so";

}  // namespace budgetdiff
