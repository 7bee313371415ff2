#pragma once

/// Two texts side by side in text that keeps its columns, where their lines may stand but a blank
/// apart.

#include "import/page/page_content.hpp"

#include <array>
#include <vector>

namespace budgetdiff::import {

/// The lines (words from left to right) of the texts below two labels with these middles. The
/// second text begins where most of its lines do, or further right where the first pushes it.
[[nodiscard]] std::array<std::vector<std::vector<PdfWord>>, 2> texts_beside(
    std::vector<std::vector<PdfWord>> lines, double first, double second);

}  // namespace budgetdiff::import
