#pragma once

/// The numbers that paragraphs begin with: 1. 2、（三） ④ 第五，目标6：

#include <optional>
#include <string_view>

namespace budgetdiff::import {

/// A number that begins a paragraph. Numbers of one style count up together.
struct ParagraphMarker {
  enum class Style { digits, bracketed_digits, chinese, bracketed_chinese, circled, ordinal, goal };
  Style style = Style::digits;
  int number = 0;
  bool doubtful = false;  ///< `2.3、4号楼` may be a decimal number
};

/// The number that `text` begins with.
[[nodiscard]] std::optional<ParagraphMarker> paragraph_marker(std::u32string_view text);

}  // namespace budgetdiff::import
