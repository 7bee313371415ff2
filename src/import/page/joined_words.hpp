#pragma once

/// Words of text that print has cut too small, or not at all.

#include "import/page/lines.hpp"

#include <vector>

namespace budgetdiff::import {

/// Joins letters of one cell that print spreads over its width (justified text): single letters
/// a blank apart, and figures between two of them. 标 before them ends a category.
void join_spread_letters(std::vector<PdfWord>& words);

/// Parts a category from the name that print has put right behind it: 数量指标清淤长度.
void part_categories(std::vector<PdfWord>& words);

/// Parts the heading of sources from the first of them, which text puts right behind it where the
/// columns are narrow: 资金来源一般公共 (预算 stands below).
void part_money_headings(std::vector<PdfWord>& words);

/// Joins a year and 年, which print has parted: 2024 | 年度河道清淤, by a blank or, where its
/// letters stand a little higher, a line. No text begins with that word but a label (年初预算数).
void join_years(std::vector<PdfWord>& words);

/// Joins a figure with what is a blank behind it where that is prose: a unit of money before the
/// rest of a sentence (657.72 | 万元，用于…), or anything where the lines above and below begin
/// with prose at the figure's place (17 | 台（套），确保…). Amounts of a column stand left of where
/// prose begins.
void join_figures_in_prose(std::vector<PdfWord>& words);

/// Parts a word that two targets of one row make where they fill their columns: 230.00台230.00台,
/// ≥10公里≥20公里.
void part_targets(std::vector<PdfWord>& words);

}  // namespace budgetdiff::import
