#pragma once

/// Columns of money by their figures: in text that keeps its layout, where letters have no
/// true width and figures slide away from their header, and on pages where wide columns put
/// them away from it.

#include "import/page/page_content.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Moves the inner `edges` of the columns `first` … `last` (which hold money) to
/// where the figures of `body` gather. Gatherings keep the order of the columns;
/// the first has the first column (a total is never blank), the others go where
/// their distance from it fits the headers' `centers` best. False where others fit nearly as
/// well.
bool fit_money_edges(std::vector<double>& edges, const std::vector<double>& centers,
                     std::size_t first, std::size_t last, const std::vector<PdfWord>& body);

/// On a page: where figures stand at the right of wide columns, all of the first column's
/// clear of their header (`heads`, of every column), those between two headers are of the left
/// one, however near the right one is. Moves the edges of the columns `first` … `last` behind
/// them.
void keep_figures_right(std::vector<double>& edges, const std::vector<Box>& heads,
                        std::size_t first, std::size_t last, const std::vector<PdfWord>& body);

}  // namespace budgetdiff::import
