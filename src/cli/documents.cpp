#include "cli/documents.hpp"

#include "cli/modules.hpp"

namespace budgetdiff::cli {

Result<ImportedDocument> read_document(const SourceDocument& source, const ImportOptions& options) {
  DocumentReaders readers;
  readers.pdf = import_pdf_document;
  readers.workbook = import_workbook_document;
  readers.web_page = import_web_page_document;
  return import_document(source, options, readers);
}

}  // namespace budgetdiff::cli
