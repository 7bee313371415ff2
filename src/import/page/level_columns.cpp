#include "import/page/level_columns.hpp"

#include "import/page/form_pieces.hpp"
#include "import/page/lines.hpp"
#include "import/page/outside_lines.hpp"
#include "import/page/page_numbers.hpp"
#include "import/text/amount_run.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Sorted places, those of one border once.
std::vector<double> distinct(std::vector<double> places) {
  std::sort(places.begin(), places.end());
  std::vector<double> out;
  for (const double place : places) {
    if (out.empty() || place - out.back() > same_place) {
      out.push_back(place);
    }
  }
  return out;
}

/// Whether a title or the like above the table says that it is one of its own.
bool has_heading(const std::vector<Level>& levels, const PdfPage& page) {
  const std::vector<PdfLine> lines = lines_of(words_above(levels, page), page.number);
  return std::any_of(lines.begin(), lines.end(), [](const PdfLine& line) {
    return stands_outside(line) || is_page_number(line.line.text);
  });
}

double middle_of(const PdfWord& word) {
  return (word.box.left + word.box.right) / 2;
}

}  // namespace

std::vector<PdfWord> words_above(const std::vector<Level>& levels, const PdfPage& page) {
  std::vector<PdfWord> out;
  for (const PdfWord& word : page.words) {
    if (word.middle() < levels.front().y) {
      out.push_back(word);
    }
  }
  return out;
}

std::optional<LevelColumns> LevelColumns::find(const std::vector<Level>& levels,
                                               const PdfPage& page, const ColumnsBefore& before) {
  LevelColumns out;
  out.left_ = levels.front().left();
  out.right_ = levels.front().right();
  std::vector<double> places;
  for (const Level& level : levels) {
    out.left_ = std::min(out.left_, level.left());
    out.right_ = std::max(out.right_, level.right());
    for (const Rule* const rule : level.rules) {
      places.push_back(rule->from);
      places.push_back(rule->to);
      places.insert(places.end(), rule->joints.begin(), rule->joints.end());
    }
  }
  out.goes_on_ = out.goes_on_from(before, levels, page);
  if (out.goes_on_) {
    out.left_ = std::min(out.left_, before.front());
    out.right_ = std::max(out.right_, before.back());
    places.insert(places.end(), before.begin(), before.end());
  }
  out.edges_ = distinct(std::move(places));
  if (out.edges_.size() <= 2 || out.holds_several_heads(levels, page)) {
    return std::nullopt;
  }
  return out;
}

/// Whether the table is that of the page before, whose columns are `before`. Where cells span
/// several rows, a page's lines may all be within the row that it begins with: they reach over
/// some of the columns only, and end where columns do.
bool LevelColumns::goes_on_from(const ColumnsBefore& before, const std::vector<Level>& levels,
                                const PdfPage& page) const {
  const auto is_border = [&](double side) {
    return std::any_of(before.begin(), before.end(),
                       [&](double edge) { return std::abs(edge - side) < at_side; });
  };
  return before.size() > 2 && is_border(left_) && is_border(right_) && !has_heading(levels, page);
}

/// Whether two words that head columns stand apart between two edges: lines drawn in one stroke
/// tell where rows begin, but hardly a column.
bool LevelColumns::holds_several_heads(const std::vector<Level>& levels,
                                       const PdfPage& page) const {
  constexpr double apart = 1.5;  ///< letters
  const auto heads = [](const PdfWord& word) {
    const Role role = look_up_header(to_utf8(word.text)).role;
    return role == Role::project_name || role == Role::money || role == Role::goal ||
           role == Role::annual_goal || role == Role::level1 || role == Role::level2 ||
           role == Role::level3 || holds_targets(role);
  };
  const std::size_t last = std::min(most_header_rows, levels.size() - 1);
  std::vector<PdfWord> words;
  for (const PdfWord& word : page.words) {
    if (word.middle() > levels.front().y && word.middle() < levels[last].y && in_width(word) &&
        heads(word)) {
      words.push_back(word);
    }
  }
  for (const std::vector<PdfWord>& line : word_lines(std::move(words))) {
    for (std::size_t i = 1; i < line.size(); ++i) {
      const bool one_column = column_of(line[i - 1]) == column_of(line[i]);
      if (one_column && line[i].box.left - line[i - 1].box.right > apart * line[i].size) {
        return true;
      }
    }
  }
  return false;
}

bool LevelColumns::in_width(const PdfWord& word) const {
  const double middle = middle_of(word);
  return left_ < middle && middle < right_;
}

bool LevelColumns::crosses(const PdfWord& word, double edge) {
  constexpr std::u32string_view closing = U"，。；：、”’）》】";
  const bool hangs = closing.find(word.text.back()) != closing.npos;
  const double right = word.box.right - (hangs ? word.size / 2 : 0);
  return word.box.left + 1 < edge && edge < right - 1 && !read_published_amount(word.text);
}

bool LevelColumns::crosses_any(const PdfWord& word) const {
  return std::any_of(edges_.begin(), edges_.end(),
                     [&](double edge) { return crosses(word, edge); });
}

std::size_t LevelColumns::column_of(double x) const {
  const auto after = std::upper_bound(edges_.begin(), edges_.end(), x) - edges_.begin();
  return static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(after - 1, 0, static_cast<std::ptrdiff_t>(edges_.size()) - 2));
}

std::size_t LevelColumns::column_of(const PdfWord& word) const {
  return column_of(middle_of(word));
}

}  // namespace budgetdiff::import
