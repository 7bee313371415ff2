#pragma once

/// Tables of contents: 序号 | 项目名称 | 页码.

#include "import/table/grid.hpp"

namespace budgetdiff::import {

/// Whether a grid lists what stands on which page of its document, and says nothing of money, goals
/// or indicators: it names projects, and is no table of them.
[[nodiscard]] bool lists_pages(const Grid& grid);

}  // namespace budgetdiff::import
