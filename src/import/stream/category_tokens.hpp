#pragma once

/// The categories among the tokens of a form's indicators, whole or broken over lines, and what
/// stands at the form's side.

#include "import/stream/tokens.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// A category that was taken out of the tokens.
struct FormCategory {
  std::vector<StreamToken> tokens;  ///< as printed: one, or the pieces of a broken word
  std::u32string text;              ///< these joined
  bool level1 = false;              ///< may be of the first level
  bool level2 = false;              ///< or of the second; 成本指标 is either
  std::size_t before = 0;           ///< the number of tokens kept before it
  bool leads_line = false;          ///< another token stands behind it in its line
};

struct FormRowTokens {
  std::vector<StreamToken> kept;  ///< what no category is
  std::vector<FormCategory> categories;
};

/// Takes categories that begin lines, whole or in pieces, and what stands at a form's side
/// (绩效指标) out of the tokens of its rows.
[[nodiscard]] FormRowTokens take_categories(const std::vector<StreamToken>& tokens);

/// Whether a category comes again behind another one of its level: the indicators are those
/// of several projects, a list's and no form's.
[[nodiscard]] bool categories_come_again(const std::vector<FormCategory>& categories);

}  // namespace budgetdiff::import
