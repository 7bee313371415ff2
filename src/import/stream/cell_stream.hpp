#pragma once

/// Forms and tables with a row an indicator, as text that gives their cells one after
/// the other: pasted from a viewer, or from `pdftotext -raw`.

#include "import/stream/ordered_forms.hpp"
#include "import/table/grid.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/import/importer.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// A document of such text, still without blocks: that what belongs to which was judged by what it
/// says.
[[nodiscard]] GridDocument stream_document();

struct CellStream {
  bool has_header = false;  ///< of indicators with a row each
  std::size_t tables = 0;   ///< below such headers; each is a project's or several projects'
  /// The document's lines and tables; nothing without such a header, or where the
  /// cells do not come in the order of the rows.
  std::optional<GridDocument> document;
};

[[nodiscard]] CellStream cell_stream(const std::vector<Line>& lines);

struct OrderedStream {
  GridDocument document;
  std::size_t forms = 0;
  std::size_t unread = 0;     ///< forms whose indicators are not told: they have none
  bool labels_apart = false;  ///< some labels stood before all values: the text is by columns
};

/// Forms whose columns stand apart (ordered_forms.hpp), put into the order of their rows first;
/// what that makes a guess is a doubt.
[[nodiscard]] std::optional<OrderedForms> ordered_cells(const std::vector<Line>& lines);

/// The same where the columns of the indicators, or pieces of them, stand in any order
/// (spread_forms.hpp).
[[nodiscard]] std::optional<OrderedForms> spread_cells(const std::vector<Line>& lines);

/// The document of such forms; nothing where one is not understood, or they do not hold.
[[nodiscard]] std::optional<OrderedStream> whole_stream(const std::optional<OrderedForms>& forms);

}  // namespace budgetdiff::import
