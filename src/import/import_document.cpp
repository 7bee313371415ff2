/// import_document(): which reader a document is for, told by its content.

#include "import/content_kind.hpp"
#include "import/csv/csv_grid.hpp"
#include "import/csv/unquoted_amounts.hpp"
#include "import/layout_guesses.hpp"
#include "import/other_kinds.hpp"
#include "import/paste/even_separators.hpp"
#include "import/paste/pasted_grid.hpp"
#include "import/table/decode.hpp"
#include "import/table/read_grids.hpp"
#include "import/table_text.hpp"

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/import/pdf.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace budgetdiff {
namespace {

using namespace import;

/// A whole province's tables are smaller; each line takes about a kilobyte.
constexpr std::size_t largest_text = std::size_t{64} << 20U;
constexpr std::size_t most_lines = 300'000;

/// The caller's reader for a kind of document, or why it cannot be read.
Result<ImportedDocument> read_with(const DocumentReaders::Reader& reader, const char* missing,
                                   const SourceDocument& source, const ImportOptions& options) {
  if (!reader) {
    return fail(
        Error{source.name, {}, {missing, {}}, {BD_TR("give the text of the document"), {}}});
  }
  return reader(source, options);
}

Result<GridDocument> csv_document(const std::string& text, const std::string& file, bool mapped) {
  const char separator = csv_separator(text);
  auto rows = csv_rows(text, separator, file);
  if (!rows) {
    return tl::unexpected(std::move(rows.error()));
  }
  GridDocument document;
  document.importer = "csv";
  if (separator == ',' && !mapped) {
    join_unquoted_amounts(*rows);
  }
  auto grid = grid_of_rows(*rows, file);
  if (!grid) {
    return tl::unexpected(std::move(grid.error()));
  }
  document.blocks.emplace_back(std::move(*grid));
  return document;
}

/// A table copied out of a page, with tabs: what it holds; nothing where it is none.
std::optional<ImportedDocument> read_paste(const std::string& text, const SourceDocument& source,
                                           const ImportOptions& options) {
  auto document = pasted_document(text);
  if (!document) {
    return std::nullopt;
  }
  add_doubts(std::get<Grid>(document->blocks.front()), 0, document->findings);
  auto read = read_grids(std::move(*document), source, options);
  return read ? std::optional(*std::move(read)) : std::nullopt;
}

/// A table whose cells are parted by bars, or by as many blanks in all lines.
std::optional<ImportedDocument> read_separated(const std::string& text,
                                               const SourceDocument& source,
                                               const ImportOptions& options) {
  const auto tabbed = with_tabs(text);
  if (!tabbed) {
    return std::nullopt;
  }
  if (looks_pasted(*tabbed)) {
    return read_paste(*tabbed, source, options);
  }
  auto read = read_grids(csv_document(*tabbed, source.name, false), source, options);
  return read ? std::optional(*std::move(read)) : std::nullopt;
}

}  // namespace

Result<ImportedDocument> import_document(const SourceDocument& source, const ImportOptions& options,
                                         const DocumentReaders& readers) {
  if (looks_like_pdf(source.bytes)) {
    return read_with(readers.pdf, BD_TR("this program was built without a reader of PDFs"), source,
                     options);
  }
  if (auto refused = refuse_other_kind(source)) {
    return fail(*std::move(refused));
  }
  if (looks_like_workbook(source.bytes)) {
    return read_with(readers.workbook,
                     BD_TR("this program was built without a reader of workbooks"), source,
                     options);
  }
  if (source.bytes.size() > largest_text) {
    return fail(
        Error{source.name,
              {},
              {BD_TR("the text is larger than {0} MB"), {std::to_string(largest_text >> 20U)}},
              {BD_TR("cut out the part with the table"), {}}});
  }
  auto text = decode_text(source.bytes, source.name);
  if (!text) {
    return import_text(source, options);  // says what is wrong, line and all
  }
  if (looks_like_spreadsheetml(*text) || looks_like_flat_odf(*text)) {
    return read_with(readers.workbook,
                     BD_TR("this program was built without a reader of workbooks"), source,
                     options);
  }
  if (looks_like_html(*text) || looks_like_mht(*text)) {
    return read_with(readers.web_page,
                     BD_TR("this program was built without a reader of web pages"), source,
                     options);
  }
  if (!options.mapping && looks_pasted(*text)) {
    if (auto document = read_paste(*text, source, options)) {
      return *std::move(document);
    }
  }
  if (auto document = options.mapping ? std::nullopt : read_separated(*text, source, options)) {
    return *std::move(document);
  }
  if (options.mapping || looks_like_csv(*text)) {
    return read_grids(csv_document(*text, source.name, options.mapping.has_value()), source,
                      options);
  }
  if (static_cast<std::size_t>(std::count(text->begin(), text->end(), '\n')) > most_lines) {
    return fail(Error{source.name,
                      {},
                      {BD_TR("the text has more than {0} lines"), {std::to_string(most_lines)}},
                      {BD_TR("cut out the part with the table"), {}}});
  }
  return read_table_text(*std::move(text), source, options);
}

}  // namespace budgetdiff
