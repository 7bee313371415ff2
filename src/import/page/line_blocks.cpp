#include "import/page/line_blocks.hpp"

#include "import/page/line_step.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string_view>

namespace budgetdiff::import {
namespace {

/// Lines further apart than this many letters are never of one cell.
constexpr double longest_step = 1.75;
/// The same in text, where lines of other cells stand between those of one.
/// In text that print has mixed, lines of a label are rows apart.
constexpr double longest_step_in_label = 20;
constexpr double longest_step_in_text = 3.2;
/// Lines of a label: 服务对象满意度指标 with a letter on each, and some to spare.
constexpr std::size_t most_label_lines = 12;

}  // namespace

double middle_of(const std::vector<PdfLine>& lines, std::size_t begin, std::size_t end) {
  return (lines[begin].middle + lines[end - 1].middle) / 2;
}

std::vector<LineBlock> single_lines(const std::vector<PdfLine>& lines) {
  std::vector<LineBlock> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out.push_back({i, i + 1, lines[i].middle});
  }
  return out;
}

std::vector<std::string> texts_of(const std::vector<PdfLine>& lines,
                                  const std::vector<LineBlock>& blocks) {
  std::vector<std::string> out;
  for (const LineBlock& block : blocks) {
    std::u32string text;
    for (std::size_t i = block.begin; i < block.end; ++i) {
      text += without_space(lines[i].line.text);
    }
    out.push_back(to_utf8(text));
  }
  return out;
}

LineMeasure::LineMeasure(const std::vector<ColumnText>& columns, double line_step)
    : line_step_(line_step),
      is_text_(std::any_of(columns.begin(), columns.end(), [](const ColumnText& column) {
        return !column.lines.empty() && column.lines.front().line.place.line > 0;
      })) {
  std::vector<double> steps;
  std::vector<double> sizes;
  for (const ColumnText& column : columns) {
    for (std::size_t i = 0; i < column.lines.size(); ++i) {
      sizes.push_back(std::max(1.0, column.lines[i].size));
      if (i > 0) {
        const double step = column.lines[i].middle - column.lines[i - 1].middle;
        if (step > 0.8 * sizes.back() && step < longest_step * sizes.back()) {
          steps.push_back(step);
        }
      }
    }
  }
  std::sort(sizes.begin(), sizes.end());
  std::sort(steps.begin(), steps.end());
  size_ = sizes.empty() ? 1.0 : sizes[sizes.size() / 2];
  step_ = steps.empty() ? 1.3 * size_ : steps[steps.size() / 10];
}

bool LineMeasure::together(const PdfLine& above, const PdfLine& below) const {
  const double step = below.middle - above.middle;
  if (line_step() > 0) {
    return is_line_step(step, line_step_);
  }
  return step <= in_cell * step_ && step < longest_step * size_;
}

std::vector<LineBlock> LineMeasure::blocks(const std::vector<PdfLine>& lines) const {
  std::vector<LineBlock> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::u32string text = without_space(lines[i].line.text);
    const bool compares =
        !text.empty() && comparator_signs.find(text.front()) != comparator_signs.npos;
    if (out.empty() || compares || !together(lines[i - 1], lines[i])) {
      out.push_back({i, i, 0});
    }
    out.back().end = i + 1;
    out.back().middle = middle_of(lines, out.back().begin, i + 1);
  }
  return out;
}

std::vector<LineBlock> LineMeasure::labels(const std::vector<PdfLine>& lines, Role role) const {
  const auto is_category = [&](const std::string& text) {
    return role == Role::level1 ? is_level1_category(text) : is_level2_category(text);
  };
  const double reach = (is_text_ ? longest_step_in_label : longest_step) * size_;
  std::vector<LineBlock> out;
  for (std::size_t i = 0; i < lines.size();) {
    std::string text;
    std::size_t end = i;
    std::size_t whole = 0;
    for (; end < lines.size() && end < i + most_label_lines &&
           (end == i || lines[end].middle - lines[end - 1].middle < reach);
         ++end) {
      text += to_utf8(without_space(lines[end].line.text));
      whole = is_category(text) ? end + 1 : whole;
    }
    if (whole == 0) {
      for (whole = i + 1; whole < lines.size() && together(lines[whole - 1], lines[whole]);) {
        ++whole;
      }
    }
    out.push_back({i, whole, middle_of(lines, i, whole)});
    i = whole;
  }
  return out;
}

std::vector<LineBlock> LineMeasure::names_in_text(const std::vector<PdfLine>& lines,
                                                  const std::vector<double>& starts) const {
  double widest = 0;
  for (const PdfLine& line : lines) {
    widest = std::max(widest, line.box.right - line.box.left);
  }
  std::vector<LineBlock> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    bool goes_on = i > 0 && lines[i].middle - lines[i - 1].middle < longest_step_in_text * size_ &&
                   lines[i - 1].box.right - lines[i - 1].box.left > widest - 1.5 * size_;
    goes_on = goes_on && std::none_of(starts.begin(), starts.end(), [&](double start) {
                return start > lines[i - 1].middle && start <= lines[i].middle;
              });
    if (!goes_on) {
      out.push_back({i, i, 0});
    }
    out.back().end = i + 1;
    out.back().middle = middle_of(lines, out.back().begin, i + 1);
  }
  return out;
}

}  // namespace budgetdiff::import
