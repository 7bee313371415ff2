#pragma once

/// What kind of document bytes are, whatever the file is called. (A PDF is told
/// by looks_like_pdf() of import/pdf.hpp, text with separators by csv_grid.hpp.)

#include <string_view>

namespace budgetdiff::import {

/// A zip archive, or the older container that .xls and encrypted workbooks have.
[[nodiscard]] bool looks_like_workbook(std::string_view bytes);

/// A workbook in one XML file (SpreadsheetML 2003).
[[nodiscard]] bool looks_like_spreadsheetml(std::string_view bytes);

/// An OpenDocument file in one XML file (.fods, .fodt).
[[nodiscard]] bool looks_like_flat_odf(std::string_view bytes);

/// A web archive (MHTML).
[[nodiscard]] bool looks_like_mht(std::string_view bytes);

/// A web page or a piece of one.
[[nodiscard]] bool looks_like_html(std::string_view bytes);

}  // namespace budgetdiff::import
