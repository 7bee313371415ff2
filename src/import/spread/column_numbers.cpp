#include "import/spread/column_numbers.hpp"

#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace budgetdiff::import {
namespace {

/// A word that no number follows, where all columns have one, is a cell like a header's word.
void drop_unnumbered(ListHeader& header, const std::vector<StreamToken>& page, HeaderPlaces& places,
                     std::size_t numbers) {
  std::vector<HeaderPieces>& columns = header.columns;
  if (columns.size() != numbers + 1) {
    return;
  }
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const bool extra = columns[c].role == Role::remark || columns[c].role == Role::none ||
                       columns[c].role == Role::money;
    const auto at = std::find(places.columns.begin(), places.columns.end(), c);
    const auto next = at == places.columns.end() ? at : at + 1;
    const bool followed =
        next != places.columns.end() &&
        (*next != HeaderPlaces::none ||
         std::all_of(page[static_cast<std::size_t>(next - places.columns.begin())].text.begin(),
                     page[static_cast<std::size_t>(next - places.columns.begin())].text.end(),
                     is_digit));
    if (extra && !followed && columns[c].pieces.size() == 1) {
      columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(c));
      for (std::size_t& column : places.columns) {
        column = column == c                                  ? HeaderPlaces::none
                 : column < HeaderPlaces::group && column > c ? column - 1
                                                              : column;
      }
      return;
    }
  }
}

}  // namespace

void set_numbers_apart(ListHeader& header, const std::vector<StreamToken>& page,
                       HeaderPlaces& places) {
  const std::size_t n = header.columns.size();
  for (const HeaderPieces& one : header.columns) {
    if (one.role == Role::sequence) {
      return;
    }
  }
  std::vector<std::size_t> at(n + 2, page.size());
  bool below = false;
  std::size_t found = 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (places.columns[i] != HeaderPlaces::none) {
      below = true;
      continue;
    }
    const std::u32string& text = page[i].text;
    const bool number = text.size() <= 2 && std::all_of(text.begin(), text.end(), is_digit);
    const std::size_t k = number ? std::stoul(to_utf8(text)) : 0;
    if (below && k > 0 && k < at.size() && at[k] == page.size()) {
      at[k] = i;
      ++found;
    } else {
      below = false;
    }
  }
  if (found > 3 && found * 4 >= n * 3) {
    drop_unnumbered(header, page, places, found);
    for (const std::size_t i : at) {
      if (i < page.size()) {
        places.columns[i] = HeaderPlaces::group;
      }
    }
  }
}

}  // namespace budgetdiff::import
