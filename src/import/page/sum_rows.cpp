#include "import/page/sum_rows.hpp"

#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace budgetdiff::import {
namespace {

/// Lines nearer than this many letters stand at one height.
constexpr double same_height = 0.5;

}  // namespace

bool of_one_row(Role role) {
  switch (role) {
    case Role::level3:
    case Role::comparator:
    case Role::value:
    case Role::annual_target:
    case Role::period_target:
    case Role::measurement_unit:
    case Role::weight:
    case Role::remark:
      return true;
    default:
      return false;
  }
}

bool of_project(Role role) {
  return !of_one_row(role) && !of_category(role);
}

bool of_category(Role role) {
  return role == Role::level1 || role == Role::level2;
}

void join_sum_labels(std::vector<std::vector<PdfLine>>& lines, const std::vector<bool>& money) {
  for (std::size_t c = 0; c + 1 < lines.size(); ++c) {
    if (money[c] || money[c + 1]) {
      continue;
    }
    for (PdfLine& left : lines[c]) {
      const auto right =
          std::find_if(lines[c + 1].begin(), lines[c + 1].end(), [&](const PdfLine& one) {
            const std::u32string word =
                without_space(left.line.text) + without_space(one.line.text);
            return std::abs(one.middle - left.middle) < same_height * left.size &&
                   is_sum_label(to_utf8(word)) && !is_sum_label(to_utf8(one.line.text));
          });
      if (right != lines[c + 1].end()) {
        left.line.text = without_space(left.line.text) + without_space(right->line.text);
        left.box.right = std::max(left.box.right, right->box.right);
        lines[c + 1].erase(right);
      }
    }
  }
}

std::vector<SumLine> take_sum_rows(std::vector<ColumnText>& columns,
                                   const std::vector<double>& rows, double letter_size) {
  const auto near = [&](double a, double b) { return std::abs(a - b) < same_height * letter_size; };
  const auto has_amount_at = [&](double y) {
    return std::any_of(columns.begin(), columns.end(), [&](const ColumnText& column) {
      return column.role == Role::money &&
             std::any_of(column.lines.begin(), column.lines.end(),
                         [&](const PdfLine& line) { return near(line.middle, y); });
    });
  };
  std::vector<SumLine> out;
  for (const ColumnText& column : columns) {
    for (const PdfLine& line : column.lines) {
      const std::string word = to_utf8(without_space(line.line.text));
      const double y = line.middle;
      if (of_project(column.role) && (is_sum_label(word) || is_subtotal_label(word)) &&
          has_amount_at(y) &&
          std::none_of(rows.begin(), rows.end(), [&](double row) { return near(row, y); })) {
        SumLine sum;
        sum.middle = y;
        sum.above =
            static_cast<std::size_t>(std::lower_bound(rows.begin(), rows.end(), y) - rows.begin());
        out.push_back(std::move(sum));
      }
    }
  }
  std::sort(out.begin(), out.end(),
            [](const SumLine& a, const SumLine& b) { return a.middle < b.middle; });
  for (SumLine& sum : out) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      std::vector<PdfLine>& lines = columns[c].lines;
      const auto found = std::find_if(lines.begin(), lines.end(), [&](const PdfLine& line) {
        return of_project(columns[c].role) && near(line.middle, sum.middle);
      });
      if (found != lines.end()) {
        sum.cells.emplace_back(c, std::move(*found));
        lines.erase(found);
      }
    }
  }
  return out;
}

}  // namespace budgetdiff::import
