#include "import/pdf/undrawn_columns.hpp"

#include "import/page/form_pieces.hpp"
#include "import/pdf/table_borders.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace budgetdiff::import {
namespace {

Role role_of(const PdfWord& word) {
  return look_up_header(to_utf8(word.text)).role;
}

bool is_of_indicators(Role role) {
  return holds_levels(role) || holds_targets(role);
}

void sort_by_place(std::vector<Rule>& rules) {
  std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.at < b.at; });
}

/// A row of cells between two borders.
struct Band {
  double top;
  double bottom;
};

/// Whether a line stands at `x` all the way down a band.
bool is_wall(const Rules& table, double x, const Band& band) {
  constexpr double same_place = 3;
  const double middle = (band.top + band.bottom) / 2;
  return std::any_of(table.vertical.begin(), table.vertical.end(), [&](const Rule& rule) {
    return std::abs(rule.at - x) < same_place && rule.from < middle && middle < rule.to;
  });
}

/// Whether each of the columns that begin at `edges` (the last one ends there) has words in a band,
/// two of them heads of columns, and none runs over an edge.
bool has_head_in_each(const std::vector<PdfWord>& words, const std::vector<double>& edges,
                      const Band& band) {
  std::vector<bool> filled(edges.size() - 1, false);
  std::size_t known = 0;
  for (const PdfWord& word : words) {
    if (word.middle() < band.top || word.middle() > band.bottom || word.box.right < edges.front() ||
        word.box.left > edges.back()) {
      continue;
    }
    const auto after = std::upper_bound(edges.begin(), edges.end(), word.box.left + 1);
    if (after == edges.begin() || after == edges.end() || word.box.right > *after + 1) {
      return false;
    }
    filled[static_cast<std::size_t>(after - edges.begin()) - 1] = true;
    const Role role = role_of(word);
    known += is_of_indicators(role) || role == Role::money ? 1U : 0U;
  }
  return known > 1 && std::find(filled.begin(), filled.end(), false) == filled.end();
}

/// Draws the lines of columns up into a header's cell that holds the heads of all of them.
void extend_into_header(Rules& table, const std::vector<PdfWord>& words) {
  constexpr std::size_t header_rows = 3;
  const std::vector<double> xs = borders(table.vertical);
  const std::vector<double> ys = borders(table.horizontal);
  for (std::size_t r = 0; r + 2 < ys.size() && r < header_rows; ++r) {
    const Band band{ys[r], ys[r + 1]};
    std::vector<double> cell;
    std::vector<double> inner;
    for (const double x : xs) {
      cell.push_back(x);
      if (!is_wall(table, x, band)) {
        continue;
      }
      if (cell.size() > 2 && has_head_in_each(words, cell, band)) {
        inner.insert(inner.end(), cell.begin() + 1, cell.end() - 1);
      }
      cell.assign(1, x);
    }
    for (const double x : inner) {
      table.vertical.push_back({x, band.top, band.bottom, {}});
    }
  }
  sort_by_place(table.vertical);
}

/// Whether a line of the table stands between two words of one line.
bool are_parted(const Rules& table, const PdfWord& a, const PdfWord& b) {
  return std::any_of(table.vertical.begin(), table.vertical.end(), [&](const Rule& rule) {
    return a.box.right - 1 < rule.at && rule.at < b.box.left + 1 && rule.from < a.middle() &&
           a.middle() < rule.to;
  });
}

/// The middle of the widest white strip between two words that runs down to the table's end.
std::optional<double> strip_between(const std::vector<PdfWord>& words, const PdfWord& a,
                                    const PdfWord& b, double top, double bottom) {
  std::vector<std::pair<double, double>> ink;
  for (const PdfWord& word : words) {
    if (word.middle() > top && word.middle() < bottom && word.box.right > a.box.left &&
        word.box.left < b.box.right) {
      ink.emplace_back(word.box.left, word.box.right);
    }
  }
  std::sort(ink.begin(), ink.end());
  constexpr double least = 2;
  double end = a.box.right;
  double widest = least;
  std::optional<double> out;
  for (const auto& [from, to] : ink) {
    if (from - end > widest && from <= b.box.left) {
      widest = from - end;
      out = end + widest / 2;
    }
    end = std::max(end, to);
  }
  return out;
}

}  // namespace

void add_undrawn_columns(Rules& table, const std::vector<PdfWord>& words) {
  const double bottom = table.horizontal.back().at;
  std::vector<PdfWord> headers;
  std::copy_if(words.begin(), words.end(), std::back_inserter(headers), [&](const PdfWord& word) {
    return word.middle() > table.horizontal.front().at && word.middle() < bottom &&
           is_of_indicators(role_of(word));
  });
  for (const std::vector<PdfWord>& line : word_lines(std::move(headers))) {
    for (std::size_t i = 1; i < line.size(); ++i) {
      // From the line above the words: a heading may span both.
      double top = 0;  // there is none
      for (const Rule& rule : table.horizontal) {
        const bool above = rule.at < line[i].middle() && rule.from < line[i - 1].box.right &&
                           rule.to > line[i].box.left;
        top = above ? std::max(top, rule.at) : top;
      }
      const auto at = top > 0 && !are_parted(table, line[i - 1], line[i])
                          ? strip_between(words, line[i - 1], line[i], top, bottom)
                          : std::nullopt;
      if (at) {
        table.vertical.push_back({*at, top, bottom, {}});
      }
    }
  }
  sort_by_place(table.vertical);
  extend_into_header(table, words);
}

}  // namespace budgetdiff::import
