#include "import/table/typed_lines.hpp"

#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace budgetdiff::import {
namespace {

constexpr std::u32string_view openings = U"（(【[〔《“";
constexpr std::u32string_view closings = U"）)】]〕》”，。、；：！？%％,.;:";

double width_of_line(const TextLine& line) {
  return line.place.box ? line.place.box->right - line.place.box->left : 0;
}

/// The width of a wide letter of a line.
double letter_of(const TextLine& line) {
  return 2 * width_of_line(line) / std::max(1, width_of(line.text));
}

/// What stands at the beginning of a line that print does not part: a letter with the marks at
/// its sides, or a number or word of narrow letters.
std::u32string_view first_piece(std::u32string_view text) {
  std::size_t end = 0;
  while (end < text.size() && openings.find(text[end]) != openings.npos) {
    ++end;
  }
  if (end < text.size() && is_cjk(text[end])) {
    ++end;
  } else {
    while (end < text.size() && !is_cjk(text[end]) && !is_space(text[end])) {
      ++end;
    }
  }
  while (end < text.size() && closings.find(text[end]) != closings.npos) {
    ++end;
  }
  return text.substr(0, end);
}

/// How wide a line of a cell may at least be: all of its lines begin at one place, and are as far
/// from the other side at least. 0 where they do not. Print may break lines somewhat earlier.
double held_at_least(const Grid& grid, const Cell& cell) {
  constexpr double same_place = 0.5;
  double left = 0;
  for (const TextLine& line : cell.lines) {
    if (!line.place.box || (left > 0 && std::abs(line.place.box->left - left) > same_place)) {
      return 0;
    }
    left = line.place.box->left;
  }
  const double padding = left - grid.edges[cell.column];
  return grid.edges[cell.column + cell.columns] - padding - left;
}

}  // namespace

std::vector<std::size_t> typed_lines(const Grid& grid, const Cell& cell) {
  std::vector<std::size_t> out;
  if (grid.edges.empty() || cell.lines.size() < 2) {
    return out;
  }
  double widest = 0;
  for (const Cell& other : grid.cells()) {
    if (other.column == cell.column && other.columns == cell.columns) {
      for (const TextLine& line : other.lines) {
        widest = std::max(widest, width_of_line(line));
      }
    }
  }
  const double held = held_at_least(grid, cell);
  for (std::size_t i = 1; i < cell.lines.size(); ++i) {
    const TextLine& above = cell.lines[i - 1];
    const TextLine& line = cell.lines[i];
    const double width = width_of_line(above);
    const double letter = std::max(letter_of(above), letter_of(line));
    const double piece = letter * width_of(first_piece(line.text)) / 2;
    constexpr double spare = 0.3;  // letters of one size differ in width
    constexpr double spare_of_cell = 1.5;
    if (width > 0 && (widest - width > piece + spare * letter ||
                      held - width > piece + spare_of_cell * letter)) {
      out.push_back(i);
    }
  }
  return out;
}

}  // namespace budgetdiff::import
