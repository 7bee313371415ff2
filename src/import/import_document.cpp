/// import_document(): which reader a document is for, told by its content.

#include "import/csv/csv_grid.hpp"
#include "import/html/html_grids.hpp"
#include "import/mapping/mapped_tables.hpp"
#include "import/table/decode.hpp"
#include "import/table/interpret.hpp"
#include "import/xlsx/xlsx_grids.hpp"

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/import/pdf.hpp>

#include <utility>

namespace budgetdiff {
namespace {

using namespace import;

Result<ImportedDocument> read_grids(Result<GridDocument> grids, const SourceDocument& source,
                                    const ImportOptions& options) {
  if (!grids) {
    return tl::unexpected(std::move(grids.error()));
  }
  if (options.mapping) {
    return mapped_tables(*grids, *options.mapping, source, options);
  }
  return interpret(std::move(*grids), source, options);
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
    if (!readers.pdf) {
      return fail(Error{source.name,
                        {},
                        {BD_TR("this program was built without a reader of PDFs"), {}},
                        {BD_TR("give the text of the document"), {}}});
    }
    return readers.pdf(source, options);
  }
  if (looks_like_workbook(source.bytes)) {
    return read_grids(xlsx_grids(source.bytes, source.name), source, options);
  }
  auto text = decode_text(source.bytes, source.name);
  if (!text) {
    return import_text(source, options);  // says what is wrong, line and all
  }
  if (looks_like_html(*text)) {
    return read_grids(html_grids(*text, source.name), source, options);
  }
  if (options.mapping || looks_like_csv(*text)) {
    return read_grids(csv_document(*text, source.name), source, options);
  }
  return import_text(source, options);
}

}  // namespace budgetdiff
