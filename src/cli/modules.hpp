#pragma once

/// The parts of the program that are loaded when first needed. Two files can
/// be compared without libgit2 and its sixteen libraries.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/report/store_tables.hpp>
#include <budgetdiff/report/table.hpp>
#include <budgetdiff/serve/serve.hpp>
#include <budgetdiff/store/store.hpp>

#include <memory>
#include <string>

namespace budgetdiff::cli {

/// open_git_store() and init_git_store() of store/git_store.hpp, from the
/// module budgetdiff-git.so. It is looked for where an installation has it
/// beside the running program, then in the build tree the program came from.
[[nodiscard]] Result<std::unique_ptr<Store>> open_store(const std::string& directory,
                                                        bool search_upward);
[[nodiscard]] Result<std::unique_ptr<Store>> init_store(const std::string& directory, bool bare);

/// import_pdf() of import/pdf.hpp, from the module budgetdiff-pdf.so.
[[nodiscard]] Result<ImportedDocument> import_pdf_document(const SourceDocument& source,
                                                           const ImportOptions& options);

/// Loads that module, for those that will call it in processes of their own.
[[nodiscard]] Result<void> load_pdf_reader();

/// Loads the module budgetdiff-tables.so, for those that will call it in processes of their own.
[[nodiscard]] Result<void> load_tables_reader();

/// import_workbook() and import_web_page() of import/tables.hpp, from the module
/// budgetdiff-tables.so.
[[nodiscard]] Result<ImportedDocument> import_workbook_document(const SourceDocument& source,
                                                                const ImportOptions& options);
[[nodiscard]] Result<ImportedDocument> import_web_page_document(const SourceDocument& source,
                                                                const ImportOptions& options);

/// write_workbook() of report/workbook.hpp, from the module budgetdiff-workbook.so.
[[nodiscard]] Result<std::string> workbook_of(const std::vector<Table>& tables);

/// write_sqlite() of report/store_tables.hpp, from the module budgetdiff-sqlite.so.
[[nodiscard]] Result<std::string> database_of(const std::vector<StoreTable>& tables);

/// serve() of serve/serve.hpp, from the module budgetdiff-serve.so.
[[nodiscard]] Result<void> serve_page(const ServeOptions& options,
                                      const std::function<void(int port)>& ready);

}  // namespace budgetdiff::cli
