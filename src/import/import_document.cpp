/// import_document(): which reader a document is for, told by its content.

#include "import/content_kind.hpp"
#include "import/csv/csv_grid.hpp"
#include "import/table/decode.hpp"
#include "import/table/read_grids.hpp"

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/import/pdf.hpp>

#include <utility>

namespace budgetdiff {
namespace {

using namespace import;

/// The caller's reader for a kind of document, or why it cannot be read.
Result<ImportedDocument> read_with(const DocumentReaders::Reader& reader, const char* missing,
                                   const SourceDocument& source, const ImportOptions& options) {
  if (!reader) {
    return fail(
        Error{source.name, {}, {missing, {}}, {BD_TR("give the text of the document"), {}}});
  }
  return reader(source, options);
}

Result<GridDocument> csv_document(const std::string& text, const std::string& file) {
  auto grid = csv_grid(text, file);
  if (!grid) {
    return tl::unexpected(std::move(grid.error()));
  }
  GridDocument document;
  document.importer = "csv";
  document.blocks.emplace_back(std::move(*grid));
  return document;
}

}  // namespace

Result<ImportedDocument> import_document(const SourceDocument& source, const ImportOptions& options,
                                         const DocumentReaders& readers) {
  if (looks_like_pdf(source.bytes)) {
    return read_with(readers.pdf, BD_TR("this program was built without a reader of PDFs"), source,
                     options);
  }
  if (looks_like_workbook(source.bytes)) {
    return read_with(readers.workbook,
                     BD_TR("this program was built without a reader of workbooks"), source,
                     options);
  }
  auto text = decode_text(source.bytes, source.name);
  if (!text) {
    return import_text(source, options);  // says what is wrong, line and all
  }
  if (looks_like_html(*text)) {
    return read_with(readers.web_page,
                     BD_TR("this program was built without a reader of web pages"), source,
                     options);
  }
  if (options.mapping || looks_like_csv(*text)) {
    return read_grids(csv_document(*text, source.name), source, options);
  }
  return import_text(source, options);
}

}  // namespace budgetdiff
