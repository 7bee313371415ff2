#include "import/page/texts_beside.hpp"

#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Gaps of so many letters part columns.
constexpr double wide_gap = 1.5;
/// What it costs, in letters, to stand left of where a text begins, each; to have no text on the
/// right.
constexpr double each_left = 3;
constexpr double no_second = 3;
/// A blank inside a text, between two Chinese letters; before a digit, as print may set it.
constexpr double between_letters = 12;
constexpr double before_digit = 6;

/// Where the second text begins: the place of most of the words that begin a line, or stand behind
/// a gap, right of the first label's middle, which is left of its text where it has the beginning
/// of the label of both (年度 | 预期目标).
double edge_of(const std::vector<std::vector<PdfWord>>& lines, double first, double second) {
  constexpr double near = 1.0 / 6;  // of the way to the other label
  std::map<double, std::size_t> lefts;
  for (const std::vector<PdfWord>& line : lines) {
    for (std::size_t k = 0; k < line.size(); ++k) {
      const bool apart =
          k == 0 || line[k].box.left - line[k - 1].box.right > wide_gap * line[k].size;
      if (apart && line[k].box.left > first + (second - first) * near) {
        ++lefts[line[k].box.left];
      }
    }
  }
  double out = (first + second) / 2;
  std::size_t most = 0;
  for (const auto& [left, count] : lefts) {
    if (count > most) {
      most = count;
      out = left;
    }
  }
  return out;
}

/// What it costs that a blank before word `k` parts no texts: in one text there is none but beside
/// Latin letters, digits and marks.
double blank_inside(const std::vector<PdfWord>& line, std::size_t k) {
  const bool before = is_cjk(line[k - 1].text.back());
  const bool behind = is_cjk(line[k].text.front());
  const bool digit = before && is_digit(line[k].text.front());
  return before && behind ? between_letters : digit ? before_digit : 0;
}

/// The first of a line's words that is of the second text.
std::size_t cut_of(const std::vector<PdfWord>& line, double edge) {
  double blanks = 0;
  for (std::size_t k = 1; k < line.size(); ++k) {
    blanks += blank_inside(line, k);
  }
  std::size_t best = line.size();
  double least =
      no_second + std::max(0.0, line.back().box.right - edge) / line.back().size + blanks;
  for (std::size_t k = 0; k < line.size(); ++k) {
    const double off = (line[k].box.left - edge) / line[k].size;
    const double cost =
        (off < 0 ? -off * each_left : off) + blanks - (k > 0 ? blank_inside(line, k) : 0);
    if (cost < least) {
      least = cost;
      best = k;
    }
  }
  return best;
}

}  // namespace

std::array<std::vector<std::vector<PdfWord>>, 2> texts_beside(
    std::vector<std::vector<PdfWord>> lines, double first, double second) {
  const double edge = edge_of(lines, first, second);
  std::array<std::vector<std::vector<PdfWord>>, 2> out;
  for (std::vector<PdfWord>& line : lines) {
    if (line.empty()) {
      continue;
    }
    const auto cut = line.begin() + static_cast<std::ptrdiff_t>(cut_of(line, edge));
    if (cut != line.begin()) {
      out[0].emplace_back(line.begin(), cut);
    }
    if (cut != line.end()) {
      out[1].emplace_back(cut, line.end());
    }
  }
  return out;
}

}  // namespace budgetdiff::import
