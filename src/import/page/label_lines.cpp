#include "import/page/label_lines.hpp"

#include "import/categories.hpp"
#include "import/page/moved_lines.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace budgetdiff::import {
namespace {

bool is_category(Role role, const std::string& text) {
  return (role == Role::level1 && is_level1_category(text)) ||
         (role == Role::level2 && is_level2_category(text));
}

/// Where the lines that stand at the heights of `labels` (true: of whole categories alone) go.
std::map<double, double> places_of(const std::map<double, bool>& labels) {
  std::map<double, double> out;
  double moved = 0;
  for (auto at = labels.begin(); at != labels.end();) {
    if (!at->second || at == labels.begin()) {
      out[at->first] = at->first - moved;
      ++at;
      continue;
    }
    const double above = std::prev(at)->first;
    const auto below =
        std::find_if(at, labels.end(), [](const auto& line) { return !line.second; });
    if (below == labels.end()) {
      for (; at != labels.end(); ++at) {
        out[at->first] = at->first - moved;
      }
      break;
    }
    const auto between = static_cast<double>(std::distance(at, below));
    const double step = (below->first - above) / (between + 1);
    double k = 1;
    for (; at != below; ++at, ++k) {
      out[at->first] = above - moved + step * k / (between + 1);
    }
    moved += below->first - above - step;
  }
  return out;
}

}  // namespace

bool is_whole_category(const ColumnText& column, std::size_t i) {
  const auto text = [&](std::size_t line) {
    return to_utf8(without_space(column.lines[line].line.text));
  };
  return is_category(column.role, text(i)) &&
         (i + 1 == column.lines.size() || is_category(column.role, text(i + 1)) ||
          !is_category(column.role, text(i) + text(i + 1)));
}

void close_label_lines(std::vector<ColumnText>& columns, std::vector<TextRow>& rows) {
  std::map<double, bool> labels;
  for (const ColumnText& column : columns) {
    for (std::size_t i = 0; i < column.lines.size(); ++i) {
      const auto [found, is_new] = labels.try_emplace(column.lines[i].middle, true);
      // The label at the side of all categories takes no height either.
      found->second =
          found->second && (column.role == Role::indicators || is_whole_category(column, i));
    }
  }
  move_lines(places_of(labels), columns, rows);
}

}  // namespace budgetdiff::import
