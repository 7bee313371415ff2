#pragma once

/// The pages of a document of forms (申报表), parted into forms whose columns stand in any order.

#include "import/stream/tokens.hpp"
#include "import/text/source_lines.hpp"

#include <optional>
#include <vector>

namespace budgetdiff::import {

struct SpreadPages {
  std::vector<StreamToken> before;              ///< pages before the first form
  std::vector<std::vector<StreamToken>> forms;  ///< at least one
  std::vector<StreamToken> behind;              ///< what stands behind the last
};

/// A page that names a project begins a form; others go on with it, up to another section. Forms
/// that follow one another on a page begin at their titles. Nothing where there is none, where one
/// names two projects, or where another kind of table stands between two.
[[nodiscard]] std::optional<SpreadPages> spread_pages(const std::vector<Line>& lines,
                                                      const std::vector<StreamToken>& tokens);

}  // namespace budgetdiff::import
