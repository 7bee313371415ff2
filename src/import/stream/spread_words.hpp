#pragma once

/// The words above the indicators of forms, where they stand apart from each other.

#include "import/stream/stream_columns.hpp"
#include "import/stream/stream_header.hpp"
#include "import/stream/tokens.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <optional>
#include <vector>

namespace budgetdiff::import {

/// The header of all forms of a document.
struct SpreadWords {
  std::vector<StreamToken> tokens;
  StreamHeader header;  ///< its cells are tokens of these
  StreamColumns columns;
  std::vector<Role> roles;  ///< of the columns

  /// The positions of its words among a form's tokens: each once on a page.
  [[nodiscard]] std::vector<bool> in(const std::vector<Line>& lines,
                                     const std::vector<StreamToken>& form) const;
};

/// The header that stands together on most of the forms' pages, with words that stand by themselves
/// in all of them. Nothing where it has no names or no targets.
[[nodiscard]] std::optional<SpreadWords> spread_words(
    const std::vector<Line>& lines, const std::vector<std::vector<StreamToken>>& forms);

}  // namespace budgetdiff::import
