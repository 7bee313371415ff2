#pragma once

/// `pdftotext` without an option takes a hyphen at the end of a line for one that parts a
/// word: it leaves it out and puts the next line, of whatever column, right behind.

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// The lines that a line was before, hyphens again in their places: behind the code of a
/// level in a list of indicators (`…。3、2|效益指标；22-…`, `1-产出指标；11|通过…`) and between two
/// years (`2022|2024年`). Hyphens elsewhere cannot be known of.
[[nodiscard]] std::vector<std::u32string> at_lost_hyphens(std::u32string_view line);

/// Where a word of a cell `width` columns wide lost a hyphen at its line's end: between two
/// letters or digits of ASCII, behind as much as a line takes with the hyphen. npos where
/// the word is not wider than its cell, or there is no such place, or two.
[[nodiscard]] std::size_t lost_hyphen_in(std::u32string_view word, int width);

}  // namespace budgetdiff::import
