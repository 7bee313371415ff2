/// import_pdf(): pages -> grids -> interpreter. Each step is a file beside this:
///
///   read_pages (poppler), content_streams and rules (qpdf) -> ruled_tables or
///   strip_tables -> table/interpret

#include "import/pdf/furniture.hpp"
#include "import/pdf/lines.hpp"
#include "import/pdf/read_pages.hpp"
#include "import/pdf/ruled_tables.hpp"
#include "import/pdf/strip_tables.hpp"
#include "import/table/interpret.hpp"

#include <budgetdiff/import/pdf.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff {
namespace {

using namespace import;

void add_lines(std::vector<PdfLine>& lines, double down_to, std::size_t& next,
               std::vector<Block>& blocks) {
  while (next < lines.size() && lines[next].middle < down_to) {
    if (!is_page_number(lines[next].line.text)) {
      blocks.emplace_back(std::move(lines[next].line));
    }
    ++next;
  }
}

GridDocument grids_of(PdfContent& content) {
  drop_furniture(content.pages);
  GridDocument document;
  document.importer = "pdf";
  std::optional<StripColumns> columns;
  for (const PdfPage& page : content.pages) {
    std::vector<PdfWord> rest;
    std::vector<std::pair<Box, Grid>> tables = ruled_tables(page, rest);
    if (tables.empty()) {
      std::vector<PdfLine> above;
      std::optional<Grid> table = strip_table(page, rest, columns, above);
      std::size_t next = 0;
      add_lines(above, page.height + 1, next, document.blocks);
      if (table) {
        document.blocks.emplace_back(std::move(*table));
      }
      continue;
    }
    columns.reset();
    std::vector<PdfLine> lines = lines_of(std::move(rest), page.number);
    std::size_t next = 0;
    for (auto& [box, grid] : tables) {
      add_lines(lines, box.top, next, document.blocks);
      document.blocks.emplace_back(std::move(grid));
    }
    add_lines(lines, page.height + 1, next, document.blocks);
  }
  for (const int page : content.unreadable) {
    Place place;
    place.page = page;
    document.findings.push_back({"page-unreadable",
                                 Severity::error,
                                 place,
                                 "",
                                 {BD_TR("page {0} cannot be read"), {std::to_string(page)}}});
  }
  return document;
}

}  // namespace

Result<ImportedDocument> import_pdf(const SourceDocument& source, const ImportOptions& options) {
  auto content = read_pdf_pages(source.bytes, source.name);
  if (!content) {
    return tl::unexpected(std::move(content.error()));
  }
  return interpret(grids_of(*content), source, options);
}

}  // namespace budgetdiff
