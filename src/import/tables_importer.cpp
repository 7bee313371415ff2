#include "import/content_kind.hpp"
#include "import/docx/docx_grids.hpp"
#include "import/html/html_grids.hpp"
#include "import/mht/mht_page.hpp"
#include "import/odf/odf_grids.hpp"
#include "import/odf/odf_package.hpp"
#include "import/spreadsheetml/spreadsheetml_grids.hpp"
#include "import/table/decode.hpp"
#include "import/table/read_grids.hpp"
#include "import/xls/xls_grids.hpp"
#include "import/xlsx/xlsx_grids.hpp"

#include <budgetdiff/import/tables.hpp>

#include <optional>
#include <string>
#include <utility>

namespace budgetdiff {

Result<ImportedDocument> import_workbook(const SourceDocument& source,
                                         const ImportOptions& options) {
  if (import::looks_like_spreadsheetml(source.bytes)) {
    auto text = import::decode_text(source.bytes, source.name);
    if (!text) {
      return tl::unexpected(std::move(text.error()));
    }
    return import::read_grids(import::spreadsheetml_grids(*text, source.name), source, options);
  }
  if (import::looks_like_flat_odf(source.bytes)) {
    auto text = import::decode_text(source.bytes, source.name);
    if (!text) {
      return tl::unexpected(std::move(text.error()));
    }
    return import::read_grids(import::flat_odf_grids(*text, source.name), source, options);
  }
  const auto grids = looks_like_compound_file(source.bytes)  ? import::xls_grids
                     : import::looks_like_docx(source.bytes) ? import::docx_grids
                     : import::looks_like_odf(source.bytes)  ? import::odf_grids
                                                             : import::xlsx_grids;
  return import::read_grids(grids(source.bytes, source.name), source, options);
}

Result<ImportedDocument> import_web_page(const SourceDocument& source,
                                         const ImportOptions& options) {
  std::optional<std::string> page;
  if (import::looks_like_mht(source.bytes)) {
    auto only = import::mht_page(source.bytes, source.name);
    if (!only) {
      return tl::unexpected(std::move(only.error()));
    }
    page = std::move(*only);
  }
  auto text = import::decode_text(page ? *page : source.bytes, source.name);
  if (!text) {
    return tl::unexpected(std::move(text.error()));
  }
  return import::read_grids(import::html_grids(*text, source.name), source, options);
}

}  // namespace budgetdiff
