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

#include <optional>
#include <vector>

namespace budgetdiff::import {

/// A form of a text.
struct ReadForm {
  std::vector<Block> blocks;  ///< its labels and indicators; none: the form is not understood
  bool unread = false;        ///< its indicators are not told: it has none
  bool faulty = false;        ///< what it says hardly holds together
};

struct OrderedForms {
  std::vector<Block> before;
  std::vector<ReadForm> forms;
  std::vector<Block> behind;
  bool labels_apart = false;  ///< some labels stood before all values
  bool holds = true;          ///< false: too many forms are faulty for any to be believed
};

/// The document's blocks: labels (form_labels.hpp) with their values, indicators with their
/// categories (form_categories.hpp), and the lines around them; what is a guess is a doubt of its
/// grid. Nothing where a page holds two forms beside each other, or what is no form.
[[nodiscard]] std::optional<OrderedForms> ordered_forms(const std::vector<Line>& lines,
                                                        const std::vector<StreamToken>& tokens);

}  // namespace budgetdiff::import
