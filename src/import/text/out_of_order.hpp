#pragma once

/// Why text is refused whose cells do not come in the order of the rows.

#include "import/text/source_lines.hpp"

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/import/importer.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// Where the words of a performance table's header stand.
struct HeaderWordsFound {
  std::size_t line = 0;   ///< of the first, a position in the document's lines
  bool together = false;  ///< they follow one another, so that the text keeps the header's order
};

/// The first page on which lines that are a header's word and nothing else, or a word that such
/// lines make, are enough of a performance table's header; nothing where there is none.
[[nodiscard]] std::optional<HeaderWordsFound> header_words_found(const std::vector<Line>& lines);

/// The same of words in lines of their own, or broken beside each other, alone: not of a header in
/// one line, whose table may be blank.
[[nodiscard]] std::optional<HeaderWordsFound> header_words_apart(const std::vector<Line>& lines);

/// What is wrong with text whose table is there and cannot be put together: that its columns stand
/// one after the other, where the words of its header do, else that its cells are in no order that
/// is known. It has the header's place where there is one.
[[nodiscard]] Error out_of_order(const std::vector<Line>& lines, const SourceDocument& source);

}  // namespace budgetdiff::import
