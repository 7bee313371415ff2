/// import_document(): which reader a document is for, told by its content.

#include "import/csv/csv_grid.hpp"
#include "import/html/html_grids.hpp"
#include "import/table/decode.hpp"
#include "import/table/interpret.hpp"
#include "import/xlsx/xlsx_grids.hpp"

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/import/pdf.hpp>

#include <utility>

namespace budgetdiff {

Result<ImportedDocument> import_document(const SourceDocument& source, const ImportOptions& options,
                                         const DocumentReaders& readers) {
  using namespace import;
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
    auto grids = xlsx_grids(source.bytes, source.name);
    return grids ? interpret(std::move(*grids), source, options)
                 : tl::unexpected(std::move(grids.error()));
  }
  auto text = decode_text(source.bytes, source.name);
  if (!text) {
    return import_text(source, options);  // says what is wrong, line and all
  }
  if (looks_like_html(*text)) {
    auto grids = html_grids(*text, source.name);
    return grids ? interpret(std::move(*grids), source, options)
                 : tl::unexpected(std::move(grids.error()));
  }
  if (looks_like_csv(*text)) {
    auto grid = csv_grid(*text, source.name);
    if (!grid) {
      return tl::unexpected(std::move(grid.error()));
    }
    GridDocument document;
    document.importer = "csv";
    document.blocks.emplace_back(std::move(*grid));
    return interpret(std::move(document), source, options);
  }
  return import_text(source, options);
}

}  // namespace budgetdiff
