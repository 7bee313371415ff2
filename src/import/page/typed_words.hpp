#pragma once

/// Words of a line of text dealt to the columns of a table with a row an
/// indicator. Print to text keeps the order of a row's words, but hardly their
/// places where columns are a blank apart; what a word is says the rest.

#include "import/page/page_content.hpp"
#include "import/page/word_places.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Words that one column of a document's tables has again and again, and others hardly: 定量指标
/// below 指标属性. Nothing of figures, which any column may have.
/// Threads: an object is one reader's.
class ColumnWords {
 public:
  /// What is dealt to columns, which are counted for tables with as many.
  void add(const std::vector<PdfWord>& words, const std::vector<std::size_t>& column,
           std::size_t columns);
  /// Makes of what was added what is known.
  void settle();

  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] bool settled() const { return !column_.empty(); }
  /// Whether a word is one of such a column's.
  [[nodiscard]] bool has(const std::u32string& text, std::size_t column) const {
    const auto found = column_.find(text);
    return found != column_.end() && found->second == column;
  }

 private:
  std::size_t columns_ = 0;
  std::map<std::u32string, std::vector<std::size_t>> counts_;
  std::map<std::u32string, std::size_t> column_;
};

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
