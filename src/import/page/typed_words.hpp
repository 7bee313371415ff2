#pragma once

/// Words of a line of text dealt to the columns of a table with a row an
/// indicator. Print to text keeps the order of a row's words, but hardly their
/// places where columns are a blank apart; what a word is says the rest.

#include "import/page/column_words.hpp"
#include "import/page/page_content.hpp"
#include "import/page/word_places.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Of columns of remarks, or that nobody knows, the one in which most words are comparators is that
/// of comparators, where there is no other. `dealt`: the words of each.
void tell_comparators(std::vector<Role>& roles, const std::vector<std::vector<PdfWord>>& dealt);

/// The words of `words` (of any lines) dealt to the columns of `roles`. On a line,
/// columns do not go back. `edges` are the places between the columns, one more than
/// there are roles; empty where they are not known (a page without the table's
/// header). They are a beginning: a column is where its words turn out to stand.
/// `of_document` learns what is dealt until it is settled, and then helps. `page_before`: where the
/// columns' words stood on the page before, which is another beginning, the cheaper of both being
/// kept; it learns where they stand here.
[[nodiscard]] std::vector<std::vector<PdfWord>> dealt_words(
    std::vector<PdfWord> words, const std::vector<Role>& roles, const std::vector<double>& edges,
    ColumnWords* of_document = nullptr, std::vector<Extent>* page_before = nullptr);

}  // namespace budgetdiff::import
