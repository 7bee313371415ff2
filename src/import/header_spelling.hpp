#pragma once

/// How words of headers are spelt when they are compared: what forms do to a word with
/// width, white space, brackets and numbering is taken away.

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// The spelling that look_up_header() compares, brackets and all: folded width,
/// simplified letters, no white space.
[[nodiscard]] std::string header_spelling(std::string_view cell);

/// The same with its letters as published: 新臺幣元 is no unit in others.
[[nodiscard]] std::string unit_spelling(std::string_view cell);

/// Brackets of a spelling, in which all kinds are these: ( [ {.
[[nodiscard]] bool opens_bracket(char c);
[[nodiscard]] bool closes_bracket(char c);

/// What stands outside the brackets of a spelling, inside, or both; the brackets are gone
/// either way.
enum class Brackets { outside, inside, both };
[[nodiscard]] std::string part_by_brackets(std::string_view spelling, Brackets keep);

/// A spelling without numbering (`一、`, `1.`, `11-`) and 其中 at its front and a colon at its end.
[[nodiscard]] std::string_view without_numbering(std::string_view spelling);

}  // namespace budgetdiff::import
