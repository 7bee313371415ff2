#pragma once

/// Performance tables in parts of a web page that it hides.

#include "import/html/shown_nodes.hpp"

#include <budgetdiff/model/finding.hpp>

#include <gumbo.h>

#include <vector>

namespace budgetdiff::import {

/// A warning for each table of projects or indicators that a page hides (behind another tab, in a
/// part that is folded up): a reader opens it by a click. None for what a shown table says, too,
/// as pages made for screens of several sizes do.
[[nodiscard]] std::vector<Finding> hidden_tables(const GumboNode* document,
                                                 const ShownNodes& shown);

}  // namespace budgetdiff::import
