#include "import/page/indicator_rows.hpp"

#include "import/page/project_starts.hpp"
#include "import/page/spanned_cells.hpp"
#include "import/page/strip_rows.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Lines of one cell are this near, as a part of the usual step between them.
constexpr double in_cell = 1.12;
/// Lines further apart than this many letters are never of one cell.
constexpr double longest_step = 1.75;
/// Lines nearer than this many letters stand at one height.
constexpr double same_height = 0.5;

/// A cell of a column: lines [begin, end).
struct Block {
  std::size_t begin = 0;
  std::size_t end = 0;
  double middle = 0;
};

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

bool is_target(Role role) {
  return role == Role::value || role == Role::annual_target || role == Role::period_target;
}

double middle_of(const std::vector<PdfLine>& lines, std::size_t begin, std::size_t end) {
  return (lines[begin].middle + lines[end - 1].middle) / 2;
}

class Rows {
 public:
  Rows(std::vector<ColumnText> columns, std::size_t first, bool continued)
      : columns_(std::move(columns)), first_(first), continued_(continued) {}

  Grid run() {
    measure();
    find_rows();
    // One row more at each end: what belongs to the rows of other pages.
    Grid grid(first_ + rows_.middles.size() + 2, columns_.size());
    place_row_cells(grid);
    find_edges();
    place_spanned_cells(grid);
    return grid;
  }

 private:
  /// The usual step between lines of one cell: the least that is found.
  void measure() {
    std::vector<double> steps;
    std::vector<double> sizes;
    for (const ColumnText& column : columns_) {
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

  [[nodiscard]] bool together(const PdfLine& above, const PdfLine& below) const {
    const double step = below.middle - above.middle;
    return step <= in_cell * step_ && step < longest_step * size_;
  }

  [[nodiscard]] std::vector<Block> blocks_of(const std::vector<PdfLine>& lines) const {
    std::vector<Block> out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::u32string text = without_space(lines[i].line.text);
      const bool compares =
          !text.empty() &&
          std::u32string_view(U"≥≤＞＜><=＝≧≦").find(text.front()) != std::u32string_view::npos;
      if (out.empty() || compares || !together(lines[i - 1], lines[i])) {
        out.push_back({i, i, 0});
      }
      out.back().end = i + 1;
      out.back().middle = middle_of(lines, out.back().begin, i + 1);
    }
    return out;
  }

  [[nodiscard]] static std::vector<Block> single_lines(const std::vector<PdfLine>& lines) {
    std::vector<Block> out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      out.push_back({i, i + 1, lines[i].middle});
    }
    return out;
  }

  [[nodiscard]] bool same_lines(const std::vector<PdfLine>& a,
                                const std::vector<PdfLine>& b) const {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [&](const PdfLine& x, const PdfLine& y) {
             return std::abs(x.middle - y.middle) < same_height * size_;
           });
  }

  /// Whether lines stand equally far apart, as those of cells of one line do.
  [[nodiscard]] static bool is_even(const std::vector<PdfLine>& lines) {
    double least = 0;
    double most = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const double step = lines[i].middle - lines[i - 1].middle;
      least = i == 1 ? step : std::min(least, step);
      most = std::max(most, step);
    }
    return most <= in_cell * least;
  }

  /// Rows stand where their comparators, weights and targets do.
  void find_rows() {
    std::vector<double> at;
    const auto add = [&](double middle) { at.push_back(middle); };
    const ColumnText* names = nullptr;
    for (const ColumnText& column : columns_) {
      names = column.role == Role::level3 && names == nullptr ? &column : names;
      if (column.role == Role::weight || column.role == Role::comparator) {
        for (const PdfLine& line : column.lines) {
          add(line.middle);
        }
      }
    }
    for (const ColumnText& column : columns_) {
      if (!is_target(column.role)) {
        continue;
      }
      const bool as_names =
          names != nullptr && same_lines(names->lines, column.lines) && is_even(column.lines);
      for (const Block& block : as_names ? single_lines(column.lines) : blocks_of(column.lines)) {
        const double top = column.lines[block.begin].middle - same_height * size_;
        const double bottom = column.lines[block.end - 1].middle + same_height * size_;
        if (std::none_of(at.begin(), at.end(), [&](double y) { return y >= top && y <= bottom; })) {
          add(block.middle);
        }
      }
    }
    std::sort(at.begin(), at.end());
    for (const double y : at) {
      if (rows_.middles.empty() || y - rows_.middles.back() > same_height * size_) {
        rows_.middles.push_back(y);
      }
    }
  }

  /// The row (from 1) of each line: that of the nearest figure where every cell
  /// then stands beside its own, else what rows_of_lines() makes of it.
  [[nodiscard]] std::vector<std::size_t> rows_of(const std::vector<PdfLine>& lines,
                                                 const std::vector<double>& at) const {
    std::vector<std::size_t> out;
    for (const PdfLine& line : lines) {
      const auto nearest = std::min_element(at.begin(), at.end(), [&](double a, double b) {
        return std::abs(a - line.middle) < std::abs(b - line.middle);
      });
      out.push_back(static_cast<std::size_t>(nearest - at.begin()) + 1);
    }
    for (std::size_t i = 0; i < lines.size();) {
      const std::size_t begin = i;
      while (i < lines.size() && out[i] == out[begin]) {
        ++i;
      }
      if (std::abs(middle_of(lines, begin, i) - at[out[begin] - 1]) > same_height * size_) {
        return rows_of_lines(lines, at, false);
      }
    }
    return out;
  }

  void place(Grid& grid, std::size_t c, std::size_t row, std::size_t rows, std::size_t begin,
             std::size_t end) {
    Cell cell;
    cell.row = first_ + row;
    cell.rows = rows;
    cell.column = c;
    std::vector<PdfLine>& lines = columns_[c].lines;
    cell.place = lines[begin].line.place;
    for (std::size_t i = begin; i < end; ++i) {
      cell.lines.push_back(lines[i].line);
    }
    grid.add(std::move(cell));
  }

  void place_row_cells(Grid& grid) {
    if (rows_.middles.empty()) {
      return;
    }
    tops_.assign(rows_.middles.size(), 0);
    bottoms_.assign(rows_.middles.size(), 0);
    for (std::size_t r = 0; r < rows_.middles.size(); ++r) {
      tops_[r] = rows_.middles[r] - size_ / 2;
      bottoms_[r] = rows_.middles[r] + size_ / 2;
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (!of_one_row(columns_[c].role)) {
        continue;
      }
      const std::vector<PdfLine>& lines = columns_[c].lines;
      const std::vector<std::size_t> rows = rows_of(lines, rows_.middles);
      for (std::size_t i = 0; i < lines.size();) {
        const std::size_t begin = i;
        while (i < lines.size() && rows[i] == rows[begin]) {
          ++i;
        }
        place(grid, c, rows[begin], 1, begin, i);
        if (rows[begin] > 0 && rows[begin] <= rows_.middles.size()) {
          const std::size_t r = rows[begin] - 1;
          tops_[r] = std::min(tops_[r], lines[begin].middle - size_ / 2);
          bottoms_[r] = std::max(bottoms_[r], lines[i - 1].middle + size_ / 2);
        }
      }
    }
  }

  void find_edges() {
    if (rows_.middles.empty()) {
      return;
    }
    const std::size_t n = rows_.middles.size();
    const double pad = n > 1 ? std::max(0.0, tops_[1] - bottoms_[0]) / 2 : 0;
    rows_.edges.push_back(tops_[0] - pad);
    for (std::size_t r = 1; r < n; ++r) {
      rows_.edges.push_back((bottoms_[r - 1] + tops_[r]) / 2);
    }
    rows_.edges.push_back(bottoms_[n - 1] + pad);
  }

  /// Labels of categories: a label ends where its words make a category.
  [[nodiscard]] std::vector<Block> labels_of(const std::vector<PdfLine>& lines, Role role) const {
    const auto is_category = [&](const std::string& text) {
      return role == Role::level1 ? is_level1_category(text) : is_level2_category(text);
    };
    std::vector<Block> out;
    for (std::size_t i = 0; i < lines.size();) {
      std::string text;
      std::size_t end = i;
      std::size_t whole = 0;
      for (; end < lines.size() && end < i + 6 &&
             (end == i || lines[end].middle - lines[end - 1].middle < longest_step * size_);
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

  /// Heights of the projects: their amounts, else their names.
  [[nodiscard]] std::vector<double> projects() const {
    std::vector<double> names;
    for (const ColumnText& column : columns_) {
      if (column.role == Role::money) {
        std::vector<double> amounts;
        for (const PdfLine& line : column.lines) {
          if (read_published_amount(without_space(line.line.text))) {
            amounts.push_back(line.middle);
          }
        }
        if (!amounts.empty()) {
          return amounts;
        }
      } else if (column.role == Role::project_name && names.empty()) {
        for (const Block& block : blocks_of(column.lines)) {
          names.push_back(block.middle);
        }
      }
    }
    return names;
  }

  void place_spanned_cells(Grid& grid) {
    const std::size_t n = rows_.middles.size();
    if (n == 0) {
      return;
    }
    const std::vector<double> projects_at = projects();
    std::vector<std::size_t> starts;
    const auto span = [&](const std::vector<std::size_t>& of, std::size_t k) {
      return (k + 1 < of.size() ? of[k + 1] : n) - of[k];
    };
    std::vector<double> doubts;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const Role role = columns_[c].role;
      const std::vector<PdfLine>& lines = columns_[c].lines;
      if ((role == Role::level1 || role == Role::level2) && !lines.empty()) {
        const std::vector<Block> labels = labels_of(lines, role);
        std::vector<double> texts;
        texts.reserve(labels.size());
        for (const Block& label : labels) {
          texts.push_back(label.middle);
        }
        const std::vector<std::size_t> rows = first_rows(rows_, texts, continued_);
        for (std::size_t k = 0; k < labels.size(); ++k) {
          place(grid, c, rows[k] + 1, std::max<std::size_t>(1, span(rows, k)), labels[k].begin,
                labels[k].end);
        }
        if (role == Role::level1) {
          std::vector<std::u32string> texts_of_labels;
          for (const Block& label : labels) {
            std::u32string& text = texts_of_labels.emplace_back();
            for (std::size_t i = label.begin; i < label.end; ++i) {
              text += without_space(lines[i].line.text);
            }
          }
          doubts = doubts_of_projects(texts_of_labels, rows, n);
        }
      }
    }
    starts = first_rows(rows_, projects_at, continued_, doubts);
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const Role role = columns_[c].role;
      const std::vector<PdfLine>& lines = columns_[c].lines;
      if (of_one_row(role) || role == Role::level1 || role == Role::level2 || lines.empty()) {
        continue;
      }
      if (projects_at.empty()) {
        place(grid, c, 1, n, 0, lines.size());
        continue;
      }
      const std::vector<std::size_t> of = rows_of(lines, projects_at);
      for (std::size_t i = 0; i < lines.size();) {
        const std::size_t begin = i;
        while (i < lines.size() && of[i] == of[begin]) {
          ++i;
        }
        if (of[begin] == 0) {
          place(grid, c, 0, 1, begin, i);
        } else if (of[begin] > projects_at.size()) {
          place(grid, c, n + 1, 1, begin, i);
        } else {
          const std::size_t k = of[begin] - 1;
          place(grid, c, starts[k] + 1, std::max<std::size_t>(1, span(starts, k)), begin, i);
        }
      }
    }
  }

  std::vector<ColumnText> columns_;
  std::size_t first_;
  bool continued_;
  double size_ = 1;
  double step_ = 1;
  RowHeights rows_;
  std::vector<double> tops_;
  std::vector<double> bottoms_;
};

}  // namespace

Grid indicator_rows(std::vector<ColumnText> columns, std::size_t first, bool continued) {
  return Rows(std::move(columns), first, continued).run();
}

}  // namespace budgetdiff::import
