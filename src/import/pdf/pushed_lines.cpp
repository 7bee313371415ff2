#include "import/pdf/pushed_lines.hpp"

#include "import/page/furniture.hpp"
#include "import/page/lines.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

namespace budgetdiff::import {
namespace {

/// Lines of a cell follow one another by the same step, but for this part of a letter.
constexpr double same_step = 0.12;
/// A first line nearer to the next than this part of the step from there is none of its cell.
constexpr double overlapping = 0.7;
/// They begin at one place, or have one middle, but for this part of a letter.
constexpr double same_side = 0.35;

double middle_of(const Box& box) {
  return (box.left + box.right) / 2;
}

/// Whether `line` is what a cell of `lines` would hold next.
bool is_next_line(const std::vector<PdfLine>& lines, const PdfLine& line) {
  if (lines.empty()) {
    return false;
  }
  const PdfLine& last = lines.back();
  const double step = line.middle - last.middle;
  const double usual =
      lines.size() > 1 ? last.middle - lines[lines.size() - 2].middle : 1.5 * line.size;
  const double off = lines.size() > 1 ? same_step * line.size : 0.5 * line.size;
  return std::abs(step - usual) < off && std::abs(line.size - last.size) < 0.1 * last.size &&
         (std::abs(line.box.left - last.box.left) < same_side * line.size ||
          std::abs(middle_of(line.box) - middle_of(last.box)) < same_side * line.size);
}

}  // namespace

void lift_cut_lines(const TableFrame& frame, int page, AreaWords& words) {
  const std::size_t columns = frame.xs.size() - 1;
  for (std::size_t a = 0; a < words.size(); ++a) {
    const Cell& cell = frame.areas[a];
    if (cell.row == 0 || words[a].size() < 2) {
      continue;
    }
    const double top = frame.ys[cell.row];
    // The first line, and how far the next is below: lines of one cell do not overlap.
    double first = words[a].front().middle();
    for (const PdfWord& word : words[a]) {
      first = std::min(first, word.middle());
    }
    if (first - top > words[a].front().size) {
      continue;
    }
    double from = frame.xs.back();
    double to = frame.xs.front();
    for (const PdfWord& word : words[a]) {
      if (word.middle() < first + same_step * word.size) {
        from = std::min(from, word.box.left);
        to = std::max(to, word.box.right);
      }
    }
    std::vector<double> below;
    for (const PdfWord& word : words[a]) {
      // Words beside it may be set a little lower, in another font.
      const bool under = word.box.left < to && word.box.right > from;
      if (under && word.middle() > first + same_step * word.size) {
        below.push_back(word.middle());
      }
    }
    std::sort(below.begin(), below.end());
    const auto third = std::find_if(below.begin(), below.end(), [&](double y) {
      return y > below.front() + same_step * words[a].front().size;
    });
    const bool overlaps =
        third != below.end() && below.front() - first < overlapping * (*third - below.front());
    const auto is_cut = [&](const PdfWord& word) {
      return word.middle() < first + same_step * word.size &&
             (first - top < TableFrame::cut_by_rule * word.size || overlaps);
    };
    const std::size_t above = frame.cell_of[(cell.row - 1) * columns + cell.column];
    if (std::none_of(words[a].begin(), words[a].end(), is_cut) ||
        frame.areas[above].columns != cell.columns) {
      continue;
    }
    const auto rest = std::stable_partition(words[a].begin(), words[a].end(), is_cut);
    const std::vector<PdfWord> cut(words[a].begin(), rest);
    if (rest == words[a].end() ||
        (!words[above].empty() &&
         !is_next_line(lines_of(words[above], page), lines_of(cut, page).front()))) {
      continue;
    }
    words[above].insert(words[above].end(), cut.begin(), cut.end());
    words[a].erase(words[a].begin(), rest);
  }
}

void take_pushed_lines(const TableFrame& frame, int page, AreaWords& words,
                       std::vector<PdfWord>& rest) {
  constexpr double reach = 12;  ///< letters below the rule, where a page has that much room
  const std::size_t row = frame.ys.size() - 2;
  const std::size_t columns = frame.xs.size() - 1;
  std::map<std::size_t, std::vector<PdfWord>> below;
  for (const PdfWord& word : rest) {
    const double down = word.middle() - frame.ys.back();
    const double x = middle_of(word.box);
    if (down > 0 && down < reach * word.size && x > frame.xs.front() && x < frame.xs.back()) {
      below[frame.cell_of[row * columns + column_at(frame.xs, x)]].push_back(word);
    }
  }
  for (auto& [area, candidates] : below) {
    std::vector<PdfLine> lines = lines_of(words[area], page);
    double end = 0;
    for (PdfLine& line : lines_of(candidates, page)) {
      const Cell& cell = frame.areas[area];
      const bool inside = line.box.left > frame.xs[cell.column] &&
                          line.box.right < frame.xs[cell.column + cell.columns] + 1;
      if (!inside || !is_next_line(lines, line)) {
        break;
      }
      end = line.middle + same_side * line.size;
      lines.push_back(std::move(line));
    }
    if (std::any_of(rest.begin(), rest.end(), [&](const PdfWord& word) {
          return word.middle() > std::max(end, frame.ys.back()) && !is_page_number(word.text);
        })) {
      continue;
    }
    const auto taken = [&, area = area](const PdfWord& word) {
      const double x = middle_of(word.box);
      return word.middle() > frame.ys.back() && word.middle() < end && x > frame.xs.front() &&
             x < frame.xs.back() && frame.cell_of[row * columns + column_at(frame.xs, x)] == area;
    };
    std::copy_if(rest.begin(), rest.end(), std::back_inserter(words[area]), taken);
    std::erase_if(rest, taken);
  }
}

}  // namespace budgetdiff::import
