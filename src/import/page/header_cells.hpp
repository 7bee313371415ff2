#pragma once

/// The header of a table without ruled lines, cut into its cells.

#include "import/page/lines.hpp"
#include "import/vocabulary.hpp"

#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {

struct HeaderCell {
  Box box;
  std::vector<PdfWord> words;
  std::string text;
  Term term;

  [[nodiscard]] double center() const { return (box.left + box.right) / 2; }
};

struct HeaderBand {
  std::vector<HeaderCell> cells;  ///< from left to right
  std::size_t known = 0;          ///< cells whose words are in the vocabulary
  double weight = 0;              ///< of their letters
  double top = 0;
  double bottom = 0;
};

class HeaderMemory;

/// Whether a header must have goals or indicators, or may head any list of
/// projects and amounts.
enum class HeaderKind { performance, any };

/// The first header among `words` of a page. Its words may be broken over
/// lines, stand as near to each other as two letters, or be spaced out; what
/// belongs together is decided by the vocabulary. Headings over several columns
/// (资金来源 over its sources) are left out. `memory` keeps what was read from page to page.
[[nodiscard]] std::optional<HeaderBand> find_header(std::vector<PdfWord> words, int page,
                                                    HeaderKind kind,
                                                    HeaderMemory* memory = nullptr);

}  // namespace budgetdiff::import
