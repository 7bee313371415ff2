#include "import/spread/header_places.hpp"

#include "import/spread/found_words.hpp"

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

using Tokens = std::vector<StreamToken>;

/// Marks the tokens of a word, the first that make it; whether they are there.
bool mark(const HeaderPieces& word, const Tokens& page, std::size_t value,
          std::vector<std::size_t>& columns) {
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (columns[i] != HeaderPlaces::none || page[i].text != word.pieces.front()) {
      continue;
    }
    std::vector<std::size_t> tokens{i};
    for (std::size_t k = 1; k < word.pieces.size(); ++k) {
      std::size_t next = tokens.back() + 1;
      const std::size_t end = std::min(page.size(), next + farthest_piece);
      while (next < end &&
             (columns[next] != HeaderPlaces::none || page[next].text != word.pieces[k])) {
        ++next;
      }
      if (next == end) {
        break;
      }
      tokens.push_back(next);
    }
    if (tokens.size() == word.pieces.size()) {
      for (const std::size_t token : tokens) {
        columns[token] = value;
      }
      return true;
    }
  }
  return false;
}

}  // namespace

HeaderPlaces header_places(const ListHeader& header, const Tokens& page) {
  HeaderPlaces out;
  out.columns.assign(page.size(), HeaderPlaces::none);
  std::size_t found = 0;
  // Whole words first: the pieces of others are short.
  for (const bool whole : {true, false}) {
    for (std::size_t c = 0; c < header.columns.size(); ++c) {
      if ((header.columns[c].pieces.size() == 1) == whole) {
        found += mark(header.columns[c], page, c, out.columns) ? 1U : 0U;
      }
    }
    for (const HeaderPieces& word : header.groups) {
      if ((word.pieces.size() == 1) == whole) {
        mark(word, page, HeaderPlaces::group, out.columns);
      }
    }
  }
  if (found * 4 < header.columns.size() * 3) {
    out.columns.assign(page.size(), HeaderPlaces::none);
  }
  return out;
}

void drop_lone_words(ListHeader& header, const std::vector<Tokens>& pages) {
  std::vector<std::size_t> times(header.columns.size(), 0);
  std::size_t headed = 0;
  for (const Tokens& page : pages) {
    const HeaderPlaces places = header_places(header, page);
    bool any = false;
    for (std::size_t c = 0; c < times.size(); ++c) {
      const bool here =
          std::find(places.columns.begin(), places.columns.end(), c) != places.columns.end();
      times[c] += here ? 1U : 0U;
      any = any || here;
    }
    headed += any ? 1U : 0U;
  }
  std::vector<HeaderPieces> kept;
  for (std::size_t c = 0; c < times.size(); ++c) {
    const Role role = header.columns[c].role;
    const bool extra = role == Role::money || role == Role::remark || role == Role::none;
    if (!extra || headed < 2 || times[c] * 2 > headed) {
      kept.push_back(std::move(header.columns[c]));
    }
  }
  header.columns = std::move(kept);
}

}  // namespace budgetdiff::import
