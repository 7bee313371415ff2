/// import_document(): which reader a document is for, told by its content.

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/import/pdf.hpp>

namespace budgetdiff {

Result<ImportedDocument> import_document(const SourceDocument& source, const ImportOptions& options,
                                         const DocumentReaders& readers) {
  if (looks_like_pdf(source.bytes)) {
    if (!readers.pdf) {
      return fail(Error{source.name,
                        {},
                        {BD_TR("this program was built without a reader of PDFs"), {}},
                        {BD_TR("give the text of the document"), {}}});
    }
    return readers.pdf(source, options);
  }
  return import_text(source, options);
}

}  // namespace budgetdiff
