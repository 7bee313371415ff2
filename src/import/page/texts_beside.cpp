#include "import/page/texts_beside.hpp"

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

/// Where the second text begins: the place of most of the words that begin a line, or stand behind
/// a gap, right of the first label's middle.
double edge_of(const std::vector<std::vector<PdfWord>>& lines, double first, double second) {
  std::map<double, std::size_t> lefts;
  for (const std::vector<PdfWord>& line : lines) {
    for (std::size_t k = 0; k < line.size(); ++k) {
      const bool apart =
          k == 0 || line[k].box.left - line[k - 1].box.right > wide_gap * line[k].size;
      if (apart && line[k].box.left > first) {
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

/// The first of a line's words that is of the second text.
std::size_t cut_of(const std::vector<PdfWord>& line, double edge) {
  std::size_t best = line.size();
  double least = no_second + std::max(0.0, line.back().box.right - edge) / line.back().size;
  for (std::size_t k = 0; k < line.size(); ++k) {
    const double off = (line[k].box.left - edge) / line[k].size;
    const double cost = off < 0 ? -off * each_left : off;
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
