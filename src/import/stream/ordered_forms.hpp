#pragma once

/// The forms (申报表, one a page) of text that `pdftotext` without an option made, put into the
/// order of their rows.
///
/// Such text gives a page by its columns where white space parts them: the labels at the left,
/// then titles, then what stands at their right line by line; categories that span rows stand
/// anywhere among them. What is kept is the order within a column and of the indicators.

#include "import/stream/tokens.hpp"
#include "import/table/grid.hpp"
#include "import/text/source_lines.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

struct OrderedForms {
  std::vector<Block> blocks;
  std::size_t forms = 0;
  std::size_t unread = 0;     ///< forms whose indicators are not told: they have none
  bool labels_apart = false;  ///< some labels stood before all values
};

/// The document's blocks: labels (form_labels.hpp) with their values, indicators with their
/// categories (form_categories.hpp), and the lines around them; what is a guess is a doubt of its
/// grid. Nothing where a page holds two forms beside each other, or one is not understood.
[[nodiscard]] std::optional<OrderedForms> ordered_forms(const std::vector<Line>& lines,
                                                        const std::vector<StreamToken>& tokens);

}  // namespace budgetdiff::import
