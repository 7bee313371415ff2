#pragma once

/// Where the rows of a table end in text that gives its cells one after the other, and what print
/// puts between them that is none.

#include "import/stream/tokens.hpp"
#include "import/text/source_lines.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

struct StreamPart {
  std::vector<StreamToken> rows;
  std::size_t end = 0;            ///< the first token that is no row's
  std::vector<std::size_t> lost;  ///< lines behind the end that look like rows
};

/// The rows of a table within the tokens [begin, limit). They end at a title; at a line that labels
/// a table (单位：万元) and at remarks, seals and signatures (注：…, （盖章）, 填表人：…), unless
/// rows follow before anything else begins: then that line stands between them (print gives it
/// where it stands on the page) and is left out. `has_remarks`: a column may hold remarks. `tokens`
/// and `lines` are the document's. Cost: the tokens, and again for each such line.
[[nodiscard]] StreamPart table_part(const std::vector<Line>& lines,
                                    const std::vector<StreamToken>& tokens, std::size_t begin,
                                    std::size_t limit, bool has_remarks);

/// Whether the line of token `at` begins with a category or ends with a target.
[[nodiscard]] bool looks_like_row(const std::vector<StreamToken>& tokens, std::size_t at);

}  // namespace budgetdiff::import
