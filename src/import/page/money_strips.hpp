#pragma once

/// Columns of money in text that keeps its layout: letters there have no true
/// width, so that figures slide away from their header.

#include "import/page/page_content.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Moves the inner `edges` of the columns `first` … `last` (which hold money) to
/// where the figures of `body` gather. Gatherings keep the order of the columns;
/// the first has the first column (a total is never blank), the others go where
/// their distance from it fits the headers' `centers` best.
void fit_money_edges(std::vector<double>& edges, const std::vector<double>& centers,
                     std::size_t first, std::size_t last, const std::vector<PdfWord>& body);

}  // namespace budgetdiff::import
