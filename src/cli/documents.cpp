#include "cli/documents.hpp"

namespace budgetdiff::cli {

Result<ImportedDocument> read_document(const SourceDocument& source, const ImportOptions& options) {
  return import_document(source, options);
}

}  // namespace budgetdiff::cli
