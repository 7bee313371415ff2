#pragma once

/// Text that is set raised: exponents, marks of footnotes.

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// Adds raised text to what stands before it. Digits right behind a number are no digits of it:
/// they are added as the signs for raised ones (100¹, 10²), which no amount has. Elsewhere (m2)
/// and else (①, 注) the text is as it is written.
void add_raised(std::string& out, std::string_view raised);
void add_raised(std::u32string& out, std::u32string_view raised);

}  // namespace budgetdiff::import
