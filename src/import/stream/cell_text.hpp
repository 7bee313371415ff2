#pragma once

/// What neighbouring tokens are when they are taken for a cell, and which columns may hold it.

#include "import/page/word_kinds.hpp"
#include "import/stream/tokens.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// What the text of a cell is, as far as columns differ in it.
struct CellText {
  WordKind kind;
  bool level1 = false;
  bool level2 = false;
  bool called_category = false;  ///< ends with 指标
  bool date = false;
  bool holds_category = false;  ///< a token that is one, beside others
  bool two_targets = false;     ///< over a line's end
  bool body = false;            ///< ends as names of departments and units do
  bool quality = false;         ///< a target in words: 有效提升
  bool unbalanced = false;      ///< a bracket opens or closes in another cell
  bool sign_inside = false;     ///< a comparator behind the first letter
  bool number_last = false;     ///< a number behind other tokens
  bool tail = false;            ///< begins as broken categories end
  bool explains = false;        ///< 反映…的情况, as explanations of indicators begin
  bool sum = false;
  bool code = false;
  bool coded = false;         ///< a name behind its code
  bool number_first = false;  ///< the rest of a broken code, and more
};

/// Whether a target in words says how something is or becomes: 有效提升, 按计划完成, 不超过, 优.
[[nodiscard]] bool says_quality(const std::u32string& text);

/// The tokens [from, to) as one. REQUIRES: from < to
[[nodiscard]] CellText cell_text(const std::vector<StreamToken>& tokens, std::size_t from,
                                 std::size_t to);

/// What speaks for (below 0) or against such a cell in a column of `role`; the scale of `fit`.
[[nodiscard]] double fit_of(const CellText& cell, Role role);

}  // namespace budgetdiff::import
