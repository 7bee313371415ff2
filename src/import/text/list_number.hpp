#pragma once

/// Numbers that a program sets before the paragraphs of a list: they stand in no text, and every
/// reader of the document sees them.

#include <string>
#include <string_view>

namespace budgetdiff::import {

enum class NumberStyle {
  none,
  decimal,       ///< 1
  two_digits,    ///< 01
  full_width,    ///< １
  lower_letter,  ///< a … z, aa
  upper_letter,
  lower_roman,
  upper_roman,
  chinese,        ///< 一 … 十一
  chinese_legal,  ///< 壹
  digits,         ///< 一〇
  stems,          ///< 甲 … 癸
  branches,       ///< 子 … 亥
  circled,        ///< ①
  in_brackets,    ///< ⑴
  with_point,     ///< ⒈
};

/// `number` in a style; in figures where the style has none for it, and "" in style `none`.
[[nodiscard]] std::string list_number(unsigned int number, NumberStyle style);

/// What a document's own words for styles mean: Word's (w:numFmt), OpenDocument's (1, a, I, 一 …)
/// and HTML's (list-style-type, and the letters of `type`). Bullets are `none`; what nobody knows
/// is `decimal`.
[[nodiscard]] NumberStyle number_style(std::string_view word);

}  // namespace budgetdiff::import
