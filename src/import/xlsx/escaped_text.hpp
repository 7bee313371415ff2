#pragma once

/// Letters that workbooks write by their codes.

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// `_x000D_` and the like (ECMA-376 part 1, 22.9.2.19, ST_Xstring) as the letter meant:
/// a carriage return, or with `_x005F_` an underscore. Control characters that are no
/// white space, and half of a pair, are nothing that a cell shows.
[[nodiscard]] std::string unescaped(std::string_view text);

}  // namespace budgetdiff::import
