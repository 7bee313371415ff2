#include "import/columns/row_order.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

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
  const auto [known, fresh] = known_.try_emplace({name, row}, 0);
  if (!fresh) {
    return known->second;
  }
  int& sum = known->second;
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

NameMove RowOrder::best_move(
    const std::vector<std::size_t>& names,
    const std::function<bool(std::size_t name, std::size_t row)>& fits) const {
  NameMove best;
  const std::size_t rows = names.size();
  for (std::size_t from = 0; from < rows; ++from) {
    for (std::size_t to = from < reach ? 0 : from - reach; to < rows && to <= from + reach; ++to) {
      if (to == from || !fits(names[from], to)) {
        continue;
      }
      int gain = shared(names[from], to) - shared(names[from], from);
      bool fit = true;
      for (std::size_t k = std::min(from, to); k < std::max(from, to); ++k) {
        const std::size_t name = from < to ? k + 1 : k;  // where it stands, and where it goes
        const std::size_t row = from < to ? k : k + 1;
        gain += shared(names[name], row) - shared(names[name], name);
        fit = fit && fits(names[name], row);
      }
      if (fit && gain > best.gain) {
        best = {from, to, gain};
      }
    }
  }
  return best;
}

void move_name(std::vector<std::size_t>& names, std::size_t from, std::size_t to) {
  const auto at = [&](std::size_t i) { return names.begin() + static_cast<std::ptrdiff_t>(i); };
  if (from < to) {
    std::rotate(at(from), at(from + 1), at(to + 1));
  } else {
    std::rotate(at(to), at(from), at(from + 1));
  }
}

std::set<std::size_t> RowOrder::misordered() const {
  std::set<std::size_t> out;
  std::vector<std::size_t> names(names_.size());
  std::iota(names.begin(), names.end(), std::size_t{0});
  for (std::size_t tries = 0; tries < names.size(); ++tries) {
    const NameMove move = best_move(names, [](std::size_t, std::size_t) { return true; });
    if (move.gain < much()) {
      break;
    }
    move_name(names, move.from, move.to);
    const auto [first, last] = std::minmax(move.from, move.to);
    for (std::size_t row = first; row <= last; ++row) {
      out.insert(row);
    }
  }
  return out;
}

}  // namespace budgetdiff::import
