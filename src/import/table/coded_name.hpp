#pragma once

/// Codes of projects that stand in the cell of their name.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// `51000021R000000019951-名称` as code and name; no code where there is none.
struct CodedName {
  std::string code;
  std::string name;
};

/// Where nothing but a line's end, which is gone by now, parts the code from a name that begins
/// with digits (51000021000000019951, below it 2024年…), a year before 年 is the name's, and so is
/// what stands behind `length` letters of code, if that is known (code_length()).
[[nodiscard]] CodedName coded_name(std::string_view text, std::size_t length = 0);

/// How long the codes are that stand before the `names` of a table without a mark, where most have
/// one of that length, and none a shorter one; 0 where that does not show.
[[nodiscard]] std::size_t code_length(const std::vector<std::string>& names);

/// Whether a code is what is left of a longer one that a spreadsheet took for a number, which keeps
/// fifteen digits: 5.1E+19, 51000021000020000000. Projects that share it need not be one.
[[nodiscard]] bool is_rounded_code(std::string_view code);

}  // namespace budgetdiff::import
