#pragma once

/// The categories of rows where nothing tells where each of them ends.

#include "import/stream/form_categories.hpp"

namespace budgetdiff::import {

/// Each row has the category that suits it best, those of a level in their order: what its name
/// speaks for, which second level belongs under which first, how near they stand. Rows that may as
/// well have another one are doubtful; where a category is left without rows, or a second level
/// stands under a first that has none such, all are.
/// Cost: categories times rows.
[[nodiscard]] CategoryAnswer likely_categories(const CategoryTask& task);

}  // namespace budgetdiff::import
