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
  /// Whether words of such a column, and hardly any of others, begin as this one does: 反映…, where
  /// indicators are explained.
  [[nodiscard]] bool begins(const std::u32string& text, std::size_t column) const {
    const auto found = beginning_.find(text.substr(0, letters_of_beginning));
    return text.size() > letters_of_beginning && found != beginning_.end() &&
           found->second == column;
  }
  /// The width of the column's widest line but few, in halves of a letter; 0: not known.
  [[nodiscard]] int width(std::size_t column) const {
    return column < widths_.size() ? widths_[column] : 0;
  }

 private:
  static constexpr std::size_t letters_of_beginning = 2;

  using Counts = std::map<std::u32string, std::vector<std::size_t>>;  ///< of each column
  using Owners = std::map<std::u32string, std::size_t>;

  /// The texts that one column has again and again.
  [[nodiscard]] static Owners owners(const Counts& counts, std::size_t fewest);

  std::size_t columns_ = 0;
  Counts counts_;
  Counts beginnings_;
  Owners column_;
  Owners beginning_;
  std::vector<std::vector<int>> lines_;  ///< widths of each column's
  std::vector<int> widths_;
};

}  // namespace budgetdiff::import
