#pragma once

/// A form's label in text that gives its cells one after the other.

#include "import/stream/tokens.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

struct StreamLabel {
  std::size_t end = 0;  ///< behind its last token
  Role role = Role::none;
};

/// The longest known label that begins with token `at` and ends before `end`; its role is none,
/// and its end `at`, where none does. Pieces that line ends cut are put together.
[[nodiscard]] StreamLabel label_at(const std::vector<StreamToken>& tokens, std::size_t at,
                                   std::size_t end);

}  // namespace budgetdiff::import
