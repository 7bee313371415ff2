#pragma once

/// Texts of a form that stand below headings: what was meant beside what became of it.

#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// What stands below two headings beside each other (年初设定目标 | 全年实际完成情况).
struct HeadedTexts {
  const Cell* meant = nullptr;    ///< the text of the one that speaks of no outcome
  const Cell* outcome = nullptr;  ///< of the other; null where it is blank
  const Cell* outcome_heading = nullptr;
};

/// The texts of a goal where `value`, the cell beside its `label`, is no text but a heading: the
/// label spans a row of such headings and one of texts, or is the first of them itself. Else
/// `meant` is null.
[[nodiscard]] HeadedTexts headed_texts(const Grid& grid, const Cell& label, const Cell& value);

/// The texts below a goal's label that heads two columns with the word beside it (预期目标 | 内容):
/// all of them are the goal, each with a label that nobody knows. Empty where it heads none.
[[nodiscard]] std::vector<const Cell*> texts_of_content(const Grid& grid, const Cell& label,
                                                        const Cell& value);

}  // namespace budgetdiff::import
