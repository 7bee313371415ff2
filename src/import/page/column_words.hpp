#pragma once

/// What all tables of a document in text show of their columns, for each page.

#include "import/page/page_content.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Words that one column of a document's tables has again and again, and others hardly: 定量指标
/// below 指标属性, nothing of figures, which any column may have; and how wide each column's lines
/// are.
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
  /// The width of the column's widest line but few, in halves of a letter; 0: not known.
  [[nodiscard]] int width(std::size_t column) const {
    return column < widths_.size() ? widths_[column] : 0;
  }

 private:
  std::size_t columns_ = 0;
  std::map<std::u32string, std::vector<std::size_t>> counts_;
  std::map<std::u32string, std::size_t> column_;
  std::vector<std::vector<int>> lines_;  ///< widths of each column's
  std::vector<int> widths_;
};

}  // namespace budgetdiff::import
