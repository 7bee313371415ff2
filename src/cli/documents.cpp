#include "cli/documents.hpp"

#include "cli/bounded_reader.hpp"
#include "cli/modules.hpp"

#include <budgetdiff/import/tables.hpp>

#include <utility>

namespace budgetdiff::cli {

Result<ImportedDocument> read_document(const SourceDocument& source, const ImportOptions& options) {
  DocumentReaders readers;
  readers.pdf = [](const SourceDocument& pdf,
                   const ImportOptions& how) -> Result<ImportedDocument> {
    if (auto loaded = load_pdf_reader(); !loaded) {
      return fail(std::move(loaded).error());
    }
    return read_bounded(import_pdf_document, pdf, how);
  };
  readers.workbook = [](const SourceDocument& workbook,
                        const ImportOptions& how) -> Result<ImportedDocument> {
    // The old container and its records are offsets all through: what a hostile one
    // could make of a fault in their reader stays in a process of its own.
    if (!looks_like_compound_file(workbook.bytes)) {
      return import_workbook_document(workbook, how);
    }
    if (auto loaded = load_tables_reader(); !loaded) {
      return fail(std::move(loaded).error());
    }
    ReadLimits limits;
    limits.advice = {BD_TR("open it and save it as XLSX"), {}};
    return read_bounded(import_workbook_document, workbook, how, limits);
  };
  readers.web_page = import_web_page_document;
  return import_document(source, options, readers);
}

}  // namespace budgetdiff::cli
