#include "import/paste/pasted_rows.hpp"

#include "import/csv/csv_grid.hpp"
#include "import/text/source_lines.hpp"
#include "import/text/symbol_fonts.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A label is broken into so many lines at most: 绩 / 效 / 指 / 标 and some.
constexpr std::size_t most_pieces = 8;
constexpr std::size_t longest_label = 24;

/// Where quotes do not close they are letters like others.
std::vector<CsvRow> unquoted_rows(std::string_view text) {
  std::vector<CsvRow> rows;
  int line = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    CsvRow row;
    row.line = ++line;
    for (std::size_t at = begin; at <= end;) {
      const std::size_t tab = std::min(text.find('\t', at), end);
      row.fields.emplace_back(text.substr(at, tab - at));
      at = tab + 1;
    }
    rows.push_back(std::move(row));
    begin = end + 1;
  }
  return rows;
}

bool is_label(const std::u32string& text) {
  return text.size() <= longest_label && look_up_listed_header(to_utf8(text)).role != Role::none;
}

bool is_category(const std::u32string& text) {
  const std::string utf8 = to_utf8(text);
  return is_level1_category(utf8) || is_level2_category(utf8);
}

/// 单位编码 / （项目编码）: two labels of one column, the second in brackets.
bool brackets_label(const std::u32string& above, const std::u32string& below) {
  const bool brackets = below.size() > 2 && (below.front() == U'（' || below.front() == U'(') &&
                        (below.back() == U'）' || below.back() == U')');
  return brackets && is_label(above) && is_label(below.substr(1, below.size() - 2));
}

/// Whether the end of `above` and the beginning of `below` are one label or category, which
/// `below` alone is not.
bool makes_label(const std::u32string& above, const std::u32string& below) {
  const std::u32string text = above + below;
  if (brackets_label(above, below)) {
    return true;
  }
  return !above.empty() && !below.empty() && is_cjk(below.front()) &&
         ((is_label(text) && !is_label(below)) || (is_category(text) && !is_category(below)));
}

}  // namespace

std::vector<PastedRow> pasted_rows(std::string_view text) {
  auto rows = csv_rows(text, '\t', "");
  std::vector<PastedRow> out;
  for (const CsvRow& row : rows ? *rows : unquoted_rows(text)) {
    PastedRow pasted;
    Place place;
    place.line = row.line;
    bool filled = false;
    for (const std::string& field : row.fields) {
      pasted.cells.emplace_back();
      if (auto lines = text_lines(published_text(field), place);
          std::any_of(lines.begin(), lines.end(),
                      [](const TextLine& line) { return !without_space(line.text).empty(); })) {
        pasted.cells.back() = std::move(lines);
        filled = true;
      }
    }
    if (filled) {
      out.push_back(std::move(pasted));
    }
  }
  return out;
}

std::u32string packed(const PastedCell& cell) {
  std::u32string out;
  for (const TextLine& line : cell) {
    out += without_space(line.text);
  }
  return out;
}

void append(PastedRow& first, const PastedRow& second) {
  PastedCell& seam = first.cells.back();
  seam.insert(seam.end(), second.cells.front().begin(), second.cells.front().end());
  first.cells.insert(first.cells.end(), second.cells.begin() + 1, second.cells.end());
  first.lines += second.lines;
}

void join_labels(std::vector<PastedRow>& rows) {
  std::vector<PastedRow> out;
  for (PastedRow& row : rows) {
    const std::u32string below = packed(row.cells.front());
    // The pieces before it that make a label with its first cell: as many as there are.
    std::size_t pieces = 0;
    std::u32string text = below;
    for (std::size_t k = 1; k <= std::min(most_pieces, out.size()); ++k) {
      const PastedRow& above = out[out.size() - k];
      const std::u32string last = packed(above.cells.back());
      if (last.size() + text.size() > longest_label) {
        break;
      }
      if (makes_label(last, text)) {
        pieces = k;
      }
      text.insert(0, last);
      if (!above.loose()) {
        break;
      }
    }
    const bool bracket = row.loose() && !out.empty() && !out.back().loose() &&
                         (below.front() == U'（' || below.front() == U'(') &&
                         is_label(packed(out.back().cells.back()) + below);
    pieces = std::max<std::size_t>(pieces, bracket ? 1 : 0);
    const std::size_t first = out.size() - pieces;
    out.push_back(std::move(row));
    for (std::size_t i = first + 1; i < out.size(); ++i) {
      append(out[first], out[i]);
    }
    out.resize(first + 1);
  }
  rows = std::move(out);
}

}  // namespace budgetdiff::import
