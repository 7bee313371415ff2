#pragma once

/// Words of a line of text dealt to the columns of a table with a row an
/// indicator. Print to text keeps the order of a row's words, but hardly their
/// places where columns are a blank apart; what a word is says the rest.

#include "import/page/page_content.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// The words of `words` (of any lines) dealt to the columns of `roles`. On a line,
/// columns do not go back. `edges` are the places between the columns, one more than
/// there are roles; empty where they are not known (a page without the table's
/// header). They are a beginning: a column is where its words turn out to stand.
[[nodiscard]] std::vector<std::vector<PdfWord>> dealt_words(std::vector<PdfWord> words,
                                                            const std::vector<Role>& roles,
                                                            const std::vector<double>& edges);

}  // namespace budgetdiff::import
