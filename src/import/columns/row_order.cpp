#include "import/columns/row_order.hpp"

#include <algorithm>
#include <bit>

namespace budgetdiff::import {
namespace {

constexpr std::size_t reach = 8;  ///< rows of a page and more

/// Pairs of characters that are words; years and brackets are those of any project.
std::set<std::u32string> pairs_of(const std::u32string& text) {
  const auto is_word = [](char32_t c) { return c >= U'㐀' && c <= U'鿿'; };
  std::set<std::u32string> out;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (is_word(text[i]) && is_word(text[i + 1])) {
      out.insert(text.substr(i, 2));
    }
  }
  return out;
}

}  // namespace

RowOrder::RowOrder(const std::vector<std::u32string>& names,
                   const std::vector<std::u32string>& prose) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    names_.push_back(pairs_of(names[i]));
    prose_.push_back(pairs_of(prose[i]));
    for (const std::u32string& pair : prose_.back()) {
      ++rows_with_[pair];
    }
  }
}

int RowOrder::shared(std::size_t name, std::size_t row) const {
  int sum = 0;
  for (const std::u32string& pair : names_[name]) {
    if (prose_[row].contains(pair)) {
      sum += static_cast<int>(std::bit_width(names_.size() / rows_with_.at(pair)));
    }
  }
  return sum;
}

int RowOrder::much() const {
  return 4 * static_cast<int>(std::bit_width(names_.size()));
}

bool RowOrder::looks_misordered() const {
  const std::size_t rows = names_.size();
  for (std::size_t from = 0; from < rows; ++from) {
    for (std::size_t to = from < reach ? 0 : from - reach; to < rows && to <= from + reach; ++to) {
      // The name of row `from` goes to row `to`; those between move by one.
      int gain = to == from ? 0 : shared(from, to) - shared(from, from);
      for (std::size_t k = std::min(from, to); k < std::max(from, to); ++k) {
        gain +=
            from < to ? shared(k + 1, k) - shared(k + 1, k + 1) : shared(k, k + 1) - shared(k, k);
      }
      if (gain >= much()) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace budgetdiff::import
