#pragma once

/// Lines of text that are none of a table's rows.

#include "import/page/lines.hpp"

namespace budgetdiff::import {

/// A title, department or unit, a remark.
[[nodiscard]] bool stands_outside(const PdfLine& line);

}  // namespace budgetdiff::import
