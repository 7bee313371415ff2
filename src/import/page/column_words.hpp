#pragma once

/// What all tables of a document in text show of their columns, for each page.

#include "import/page/page_content.hpp"

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

}  // namespace budgetdiff::import
