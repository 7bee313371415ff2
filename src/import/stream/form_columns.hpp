#pragma once

/// Columns of a form's indicators that stand behind the others, each below its header.

#include "import/stream/category_tokens.hpp"
#include "import/stream/tokens.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

struct FormColumn {
  Role role = Role::none;
  std::vector<StreamToken> cells;  ///< a line each
};

/// How many rows such tokens are; 0 where that cannot be told.
[[nodiscard]] std::size_t rows_before_columns(const FormRowTokens& rows,
                                              const std::vector<Role>& roles);

/// Puts the cells of such columns behind the rows they belong to: as many lines (names, or names
/// and comparators, by `roles`) as there are targets. Units may lack where a target is in words.
/// Nothing where the numbers do not agree, since nothing else tells which belong together.
[[nodiscard]] std::optional<FormRowTokens> with_columns(const FormRowTokens& rows,
                                                        const std::vector<Role>& roles,
                                                        const std::vector<FormColumn>& columns);

}  // namespace budgetdiff::import
