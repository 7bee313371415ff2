#include "cli/documents.hpp"

#include "cli/bounded_reader.hpp"
#include "cli/modules.hpp"

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
  readers.workbook = import_workbook_document;
  readers.web_page = import_web_page_document;
  return import_document(source, options, readers);
}

}  // namespace budgetdiff::cli
