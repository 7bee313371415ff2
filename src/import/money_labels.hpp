#pragma once

/// The unit of money that headers and captions name.

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// The unit that a header cell names in brackets (`预算数（万元）`) or after a
/// label (`单位：万元`, `金额单位:元`); only known money units, in their own letters. "" if none.
[[nodiscard]] std::string money_unit_in_header(std::string_view cell);

/// A label without the bracket that holds its unit: 年初预算数（万元） is 年初预算数, in whatever
/// unit.
[[nodiscard]] std::string without_money_unit(std::string_view label);

/// The unit that a text is, with what forms add to it taken away: `元）`, `万元人民币`,
/// `元（保留两位小数）`. "" if it is no known money unit.
[[nodiscard]] std::string money_unit_said(std::string_view text);

/// The unit behind 单位： wherever a line of text says it: …公示如下（单位：万元）：,
/// 单位：万元，平方米, 单位：人、万元, 单位（万元）, 以万元为单位; that a short line ends with in
/// brackets (某局（万元）); or that 金额：万元 or （万元） is all of. "" if nowhere.
[[nodiscard]] std::string money_unit_in_line(std::u32string_view line);

}  // namespace budgetdiff::import
