#pragma once

/// Indicators in one cell as people type them, without the budget system's words for
/// their targets: `数量指标：发放人数≥500人；`, `一、产出指标（一）数量指标 1.发放人数≥500人`,
/// `产出指标-数量指标-发放人数：≥500人`.

#include "import/text/flow.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace budgetdiff::import {

struct FreeItem {
  Indicator indicator;
  std::uint32_t origin = 0;   ///< of its first character: position in the table's lines
  std::u32string text;        ///< behind its categories
  bool cut_by_guess = false;  ///< one of its lines may begin another indicator
};

/// Who ended the lines of a text: who typed it, between indicators, or print, anywhere.
enum class LineEnds { typed, printed };

/// Where a list stands: in a cell of its own, or in one whose column is a category's, so that
/// it is known to be a list.
enum class ListCell { any, of_category };

/// The indicators of such a list. Semicolons and full stops part them, and lines that begin
/// with a number, a category, or a name and target of their own behind another such;
/// categories hold for what follows them; a target begins at a comparator, behind a colon, or
/// is the quantity at the end. Prose behind a category that names no indicator is that category's
/// target, and the category its name (社会效益指标：困难家庭负担减轻). Empty where the text is no
/// such list: it must have a category before its first indicator, and nearly all of its parts (half
/// of them where it is known to be one) must have a name and a target; or in each part a name, a
/// comparator and a target. `typed` are the origins of lines before which the end of a printed line
/// is known to be typed.
[[nodiscard]] std::vector<FreeItem> read_free_list(const Flow& list, LineEnds ends,
                                                   ListCell cell = ListCell::any,
                                                   const std::vector<std::uint32_t>& typed = {});

}  // namespace budgetdiff::import
