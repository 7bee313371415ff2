#pragma once

/// The labels of a form (申报表) with their values, in text that gives its cells one
/// after the other.

#include "import/stream/repeated_lines.hpp"
#include "import/stream/tokens.hpp"
#include "import/table/grid.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// Where a form begins: the line's first label, on which a project's name stands with a
/// value behind it; a token at or behind `from` and before `end`, or `end`.
[[nodiscard]] std::size_t form_start(const std::vector<StreamToken>& tokens, std::size_t from,
                                     std::size_t end);

/// Labels and values of the tokens [begin, end), a row where one begins a line. What follows
/// over a line's end goes on in its cell, but for amounts below a row of labels, and for lines
/// that the document's other forms have as well: labels that nobody knows.
[[nodiscard]] std::optional<Grid> stream_form(const std::vector<Line>& lines,
                                              const std::vector<StreamToken>& tokens,
                                              std::size_t begin, std::size_t end,
                                              const RepeatedLines& repeated);

}  // namespace budgetdiff::import
