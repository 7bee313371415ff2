#include "import/pdf/pushed_lines.hpp"

#include "import/page/lines.hpp"
#include "import/page/page_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Lines of a cell follow one another by the same step, but for this part of a letter.
constexpr double same_step = 0.12;
/// A first line nearer to the next than this part of the step from there is none of its cell.
constexpr double overlapping = 0.7;
/// Letters of a line that print spaces out seem larger than they are, by this part of them.
constexpr double same_size = 0.3;
/// They begin at one place, or have one middle, but for this part of a letter.
constexpr double same_side = 0.35;

double middle_of(const Box& box) {
  return (box.left + box.right) / 2;
}

/// Whether `line` is what a cell of `lines` would hold next. Of a single line the step from
/// line to line is known from elsewhere (`known_step`), or not (0).
bool is_next_line(const std::vector<PdfLine>& lines, const PdfLine& line, double known_step = 0) {
  if (lines.empty()) {
    return false;
  }
  const PdfLine& last = lines.back();
  const double step = line.middle - last.middle;
  const double usual = lines.size() > 1 ? last.middle - lines[lines.size() - 2].middle
                       : known_step > 0 ? known_step
                                        : 1.5 * line.size;
  const double off = lines.size() > 1 || known_step > 0 ? same_step * line.size : 0.5 * line.size;
  return std::abs(step - usual) < off && std::abs(line.size - last.size) < same_size * last.size &&
         (std::abs(line.box.left - last.box.left) < same_side * line.size ||
          std::abs(middle_of(line.box) - middle_of(last.box)) < same_side * line.size);
}

/// Whether a cell so wide has no room for more than a letter or two beside a line.
bool is_full(const PdfLine& line, double width) {
  constexpr double room = 2.5;  ///< with the cell's padding
  return width - (line.box.right - line.box.left) < room * line.size;
}

/// Moves the words at a height from a cell to the one above, if they are what that one holds
/// next, or it is blank and `fills_blank`.
bool lift(double height, std::vector<PdfWord>& from, std::vector<PdfWord>& above, bool fills_blank,
          double known_step, int page) {
  const auto at_height = [&](const PdfWord& word) {
    return std::abs(word.middle() - height) < same_step * word.size;
  };
  std::vector<PdfWord> cut;
  std::copy_if(from.begin(), from.end(), std::back_inserter(cut), at_height);
  if (cut.empty() || cut.size() == from.size()) {
    return false;
  }
  const std::vector<PdfLine> lines = lines_of(above, page);
  const bool fits =
      lines.empty() ? fills_blank : is_next_line(lines, lines_of(cut, page).front(), known_step);
  if (fits) {
    above.insert(above.end(), cut.begin(), cut.end());
    std::erase_if(from, at_height);
  }
  return fits;
}

/// Two texts set over each other: lines of the one and the other by turns, each a step from its own
/// before. Print lets lines that find no room behind a page's end run over the cell below.
struct Overlaid {
  std::vector<std::size_t> upper;  ///< lines of the text that begins higher
  bool found = false;
};

/// Whether one of two lines is at least a letter under the other.
bool lies_under(const PdfLine& a, const PdfLine& b) {
  return std::min(a.box.right, b.box.right) - std::max(a.box.left, b.box.left) >
         std::min(a.size, b.size);
}

Overlaid find_overlaid(const std::vector<PdfLine>& lines) {
  Overlaid out;
  if (lines.size() < 3) {
    return out;
  }
  const double step = lines[2].middle - lines[0].middle;
  const double size = lines[0].size;
  const auto is_step = [&](double distance) {
    return std::abs(distance - step) < same_step * size;
  };
  const double offset = lines[1].middle - lines[0].middle;
  // Lines of one text are a letter apart at least.
  if (step < size || std::min(offset, step - offset) > overlapping * size ||
      !lies_under(lines[0], lines[1])) {
    return out;
  }
  std::size_t upper = 0;
  std::size_t lower = 1;
  out.upper.push_back(0);
  for (std::size_t i = 2; i < lines.size(); ++i) {
    if (is_step(lines[i].middle - lines[upper].middle)) {
      out.upper.push_back(i);
      upper = i;
    } else if (is_step(lines[i].middle - lines[lower].middle)) {
      lower = i;
    } else {
      return out;
    }
  }
  // One line alone may be of either text.
  out.found = out.upper.size() > 1 && lower > 1;
  return out;
}

/// Moves the upper of two texts in a cell to the one above.
bool lift_overlaid(double top, std::vector<PdfWord>& from, std::vector<PdfWord>& above, int page) {
  const std::vector<PdfLine> lines = lines_of(from, page);
  const Overlaid overlaid = find_overlaid(lines);
  if (!overlaid.found) {
    return false;
  }
  const std::vector<PdfLine> before = lines_of(above, page);
  const double step = lines[overlaid.upper[1]].middle - lines[0].middle;
  const bool cut = lines[0].middle - top < TableFrame::cut_by_rule * lines[0].size;
  if (before.empty() ? !cut : !is_next_line(before, lines[0], step)) {
    return false;
  }
  const auto is_upper = [&](const PdfWord& word) {
    return std::any_of(overlaid.upper.begin(), overlaid.upper.end(), [&](std::size_t i) {
      return std::abs(word.middle() - lines[i].middle) < same_step * lines[i].size;
    });
  };
  std::copy_if(from.begin(), from.end(), std::back_inserter(above), is_upper);
  std::erase_if(from, is_upper);
  return true;
}

}  // namespace

namespace {

/// The heights of the lines under the first of a cell's, at `first`, from the top. Words beside it
/// may be set a little lower, in another font.
std::vector<double> lines_under(double first, const std::vector<PdfWord>& words) {
  double from = words.front().box.right;
  double to = words.front().box.left;
  bool any = false;
  for (const PdfWord& word : words) {
    if (word.middle() < first + same_step * word.size) {
      from = any ? std::min(from, word.box.left) : word.box.left;
      to = any ? std::max(to, word.box.right) : word.box.right;
      any = true;
    }
  }
  std::vector<double> out;
  for (const PdfWord& word : words) {
    const bool under = word.box.left < to && word.box.right > from;
    if (under && word.middle() > first + same_step * word.size) {
      out.push_back(word.middle());
    }
  }
  std::sort(out.begin(), out.end());
  const double size = words.front().size;
  out.erase(std::unique(out.begin(), out.end(),
                        [&](double x, double y) { return y - x < same_step * size; }),
            out.end());
  return out;
}

/// Moves lines of a cell to the one above, in columns of which it stands below `top`, if they are
/// that one's; whether there were any.
bool lift_lines(double top, std::vector<PdfWord>& words, std::vector<PdfWord>& above, int page) {
  if (words.size() < 2) {
    return false;
  }
  // The first line, and how far the next is below: lines of one cell do not overlap.
  double first = words.front().middle();
  for (const PdfWord& word : words) {
    first = std::min(first, word.middle());
  }
  const double size = words.front().size;
  const std::vector<double> below = lines_under(first, words);
  const double step = below.size() > 2 ? below[2] - below[1] : 0;
  const bool overlaps = below.size() > 1 && below[0] - first < overlapping * (below[1] - below[0]);
  if (first - top > size) {
    // The rest of a long text runs far into the cell, and shows by going on step by step only:
    // it overlaps the cell's own lines, or those begin at another distance.
    const bool runs_over = std::any_of(above.begin(), above.end(), [&](const PdfWord& word) {
      return word.middle() + word.size / 2 > top;
    });
    const bool uneven = below.size() > 1 && std::abs(below[0] - first - step) > same_step * size;
    return step > 0 && (overlaps || (runs_over && uneven)) &&
           lift(first, words, above, false, step, page);
  }
  // Lines nearer than a letter's height, which the cells of few pages have, may be of two texts.
  const bool near =
      below.size() > 1 && std::min(below[0] - first, below[1] - below[0]) <= overlapping * size;
  if (near && lift_overlaid(top, words, above, page)) {
    return false;  // all of them
  }
  const bool first_cut = first - top < TableFrame::cut_by_rule * size || overlaps;
  if (first_cut && lift(first, words, above, true, step, page)) {
    return true;
  }
  // It may end below the first line of the cell, which it overlaps then, or the next one.
  if (step > 0 && std::min(below[0] - first, below[1] - below[0]) < overlapping * size) {
    lift(below[0], words, above, false, step, page);
  }
  return false;
}

}  // namespace

void lift_cut_lines(const TableFrame& frame, int page, AreaWords& words) {
  const std::size_t columns = frame.xs.size() - 1;
  for (std::size_t a = 0; a < words.size(); ++a) {
    const Cell& cell = frame.areas[a];
    if (cell.row == 0) {
      continue;
    }
    const std::size_t above = frame.cell_of[(cell.row - 1) * columns + cell.column];
    if (frame.areas[above].columns == cell.columns) {
      while (lift_lines(frame.ys[cell.row], words[a], words[above], page)) {
      }
    }
  }
}

bool has_overlaid_lines(const std::vector<PdfLine>& lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const double size = std::min(lines[i - 1].size, lines[i].size);
    if (lines[i].middle - lines[i - 1].middle < overlapping * size &&
        lies_under(lines[i - 1], lines[i])) {
      return true;
    }
  }
  return false;
}

std::vector<std::size_t> take_pushed_lines(const TableFrame& frame, int page, AreaWords& words,
                                           std::vector<PdfWord>& rest) {
  const std::size_t row = frame.ys.size() - 2;
  const std::size_t columns = frame.xs.size() - 1;
  std::map<std::size_t, std::vector<PdfWord>> below;
  for (const PdfWord& word : rest) {
    const double x = middle_of(word.box);
    if (word.middle() > frame.ys.back() && x > frame.xs.front() && x < frame.xs.back()) {
      below[frame.cell_of[row * columns + column_at(frame.xs, x)]].push_back(word);
    }
  }
  // Of each cell all that goes on with it, whichever cells there are more lines of.
  std::map<std::size_t, double> ends;
  for (auto& [area, candidates] : below) {
    std::vector<PdfLine> lines = lines_of(words[area], page);
    for (PdfLine& line : lines_of(candidates, page)) {
      const Cell& cell = frame.areas[area];
      const double right = frame.xs[cell.column + cell.columns];
      const bool inside = line.box.left > frame.xs[cell.column] && line.box.right < right + 1;
      // Where no step is known, the line above must be full: print breaks no other. What stands
      // below one that is not is a title of what comes next.
      const bool breaks =
          lines.size() != 1 || is_full(lines.front(), right - frame.xs[cell.column]);
      if (!inside || !breaks || !is_next_line(lines, line)) {
        break;
      }
      ends[area] = line.middle + same_side * line.size;
      lines.push_back(std::move(line));
    }
  }
  const auto area_of = [&](const PdfWord& word) {
    const double x = middle_of(word.box);
    if (word.middle() <= frame.ys.back() || x <= frame.xs.front() || x >= frame.xs.back()) {
      return ends.end();
    }
    const auto found = ends.find(frame.cell_of[row * columns + column_at(frame.xs, x)]);
    return found != ends.end() && word.middle() < found->second ? found : ends.end();
  };
  if (std::any_of(rest.begin(), rest.end(), [&](const PdfWord& word) {
        return word.middle() > frame.ys.back() && area_of(word) == ends.end() &&
               !is_page_number(word.text);
      })) {
    std::vector<std::size_t> unsure;
    for (const auto& entry : ends) {
      unsure.push_back(entry.first);
    }
    return unsure;
  }
  std::erase_if(rest, [&](const PdfWord& word) {
    const auto area = area_of(word);
    if (area != ends.end()) {
      words[area->first].push_back(word);
    }
    return area != ends.end();
  });
  return {};
}

}  // namespace budgetdiff::import
