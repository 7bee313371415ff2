#pragma once

/// How wide the columns of a text are that gives them one after the other.

#include "import/columns/column_text.hpp"

#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Whether a line is one of a goal or a list by its marks alone.
[[nodiscard]] bool is_prose(std::u32string_view text);

/// How many columns a cell has whose lines take these widths: most are full.
[[nodiscard]] int column_width(const std::vector<int>& widths);

/// The widest of them, but for a line or two of something else; 0 of none.
[[nodiscard]] int widest_usual(std::vector<int> widths);

/// How wide names are: the widest line of each flow that an amount stands in or behind
/// and that holds no prose; most names have a full line. 0 where there is no such flow.
[[nodiscard]] int width_of_names(const ColumnwiseText& text);

/// Which lines stand in flows of names: of lines no wider than names are, with an amount in it
/// or right behind it, and none of a list. So names may hold sentences.
[[nodiscard]] std::vector<bool> lines_of_names(const ColumnwiseText& text, int width);

/// Which lines stand in flows with prose, and no amount near them: hardly names.
[[nodiscard]] std::vector<bool> lines_without_amounts(const ColumnwiseText& text);

}  // namespace budgetdiff::import
