#include "import/page/indicator_rows.hpp"

#include "import/page/bare_projects.hpp"
#include "import/page/category_order.hpp"
#include "import/page/figure_rows.hpp"
#include "import/page/label_lines.hpp"
#include "import/page/level_cells.hpp"
#include "import/page/project_cells.hpp"
#include "import/page/prose_steps.hpp"
#include "import/page/row_bands.hpp"
#include "import/page/row_edges.hpp"
#include "import/page/row_grid.hpp"
#include "import/page/row_table.hpp"
#include "import/page/spread_rows.hpp"
#include "import/page/sum_rows.hpp"
#include "import/page/text_projects.hpp"
#include "import/page/text_rows.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

class Rows {
 public:
  Rows(std::vector<ColumnText> columns, bool continued, double line_step, DocumentVotes* votes,
       SpanStyle* style) {
    table_.columns = std::move(columns);
    table_.continued = continued;
    table_.measure = LineMeasure(table_.columns, line_step);
    table_.votes = votes;
    table_.style = style;
  }

  /// `first` rows are left free for the header.
  Grid run(std::size_t first, const std::vector<Rule>& dividers) {
    std::vector<SumLine> sums;
    if (table_.measure.is_text()) {
      order_categories(table_.columns);
      const double step = step_of_lines();
      // Before the rows are looked for: a line of its own is none of theirs.
      sums = take_sum_rows(table_.columns, heights_of_rows(), table_.measure.size());
      const std::map<Role, int> widths =
          table_.style != nullptr ? table_.style->widths : std::map<Role, int>{};
      text_bands_ =
          text_bands(table_.columns, rows_between(table_.columns, widths), table_.continued,
                     table_.style != nullptr ? &table_.style->bands : nullptr,
                     table_.style != nullptr ? &table_.style->end : nullptr);
      std::vector<int> cuts;
      for (const TextBand& band : text_bands_) {
        cuts.push_back(band.begin);
      }
      text_rows_ = text_rows(table_.columns, widths, cuts,
                             table_.style != nullptr ? &table_.style->rows : nullptr);
      for (std::size_t c = 0; table_.style != nullptr && c < table_.columns.size(); ++c) {
        for (const PdfLine& line : table_.columns[c].lines) {
          table_.style->lines[table_.columns[c].role].push_back(
              width_of(without_space(line.line.text)));
        }
      }
      for (SumLine& sum : sums) {
        sum.above = static_cast<std::size_t>(
            std::count_if(text_rows_.begin(), text_rows_.end(),
                          [&](const TextRow& row) { return row.middle < sum.middle; }));
      }
      close_up(table_.columns, text_rows_);
      close_label_lines(table_.columns, text_rows_);
      close_to_prose(text_bands_, step, table_.columns, text_rows_);
      for (const TextRow& row : text_rows_) {
        table_.heights.middles.push_back(row.middle);
        table_.heights.tops.push_back(row.first_line);
      }
    } else {
      table_.measure.line_step() > 0 ? find_bands() : find_rows();
      sums = take_sum_rows(table_.columns, table_.heights.middles, table_.measure.size());
    }
    RowGrid grid(table_.columns, first, table_.heights.middles.size(), std::move(sums));
    place_row_cells(grid);
    find_edges();
    if (!text_bands_.empty()) {
      place_bands(grid);
    } else if (table_.heights.middles.empty()) {
      place_rest(grid);
    } else {
      place_projects(table_, place_levels(table_, grid), dividers, grid);
      if (stand_at_foot() && doubtful_level() != nullptr) {
        grid.doubt(doubtful_level()->line.place);
      }
    }
    for (const TextRow& row : text_rows_) {
      if (row.doubtful) {
        Place place;
        place.line = row.line;
        grid.doubt(place);
      }
    }
    return grid.take();
  }

 private:
  /// The heights of all lines of columns with a cell for each indicator.
  [[nodiscard]] std::vector<double> heights_of_rows() const {
    std::vector<double> out;
    for (const ColumnText& column : table_.columns) {
      for (const PdfLine& line : column.lines) {
        if (of_one_row(column.role)) {
          out.push_back(line.middle);
        }
      }
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  /// From one line of text to the next.
  [[nodiscard]] double step_of_lines() const {
    std::set<double> heights;
    for (const ColumnText& column : table_.columns) {
      for (const PdfLine& line : column.lines) {
        heights.insert(line.middle);
      }
    }
    double least = 0;
    double before = 0;
    for (const double height : heights) {
      const double step = height - before;
      least = before > 0 && (least == 0 || step < least) ? step : least;
      before = height;
    }
    return least;
  }

  void find_rows() { table_.heights.middles = figure_heights(table_.columns, table_.measure); }

  void find_bands() {
    // A remark may be one of the whole table's.
    table_.bands = row_bands(
        table_.columns, [](Role role) { return of_one_row(role) && role != Role::remark; },
        table_.measure.line_step());
    const std::vector<RowBand> bare =
        bare_projects(table_.columns, table_.bands, table_.measure.line_step(), table_.continued);
    table_.bands.insert(table_.bands.end(), bare.begin(), bare.end());
    std::sort(table_.bands.begin(), table_.bands.end(),
              [](const RowBand& a, const RowBand& b) { return a.top < b.top; });
    table_.bare.assign(bare.empty() ? 0 : table_.bands.size(), false);
    for (const RowBand& band : bare) {
      table_.bare[band_at(table_.bands, band.middle())] = true;
    }
    for (const RowBand& band : table_.bands) {
      table_.heights.middles.push_back(band.middle());
      table_.heights.tops.push_back(band.top + table_.measure.line_step() / 2);
    }
  }

  /// The row (from 1) of each line whose band is known.
  [[nodiscard]] std::vector<std::size_t> rows_in_bands(const std::vector<PdfLine>& lines) const {
    std::vector<std::size_t> out;
    out.reserve(lines.size());
    for (const PdfLine& line : lines) {
      out.push_back(band_at(table_.bands, line.middle) + 1);
    }
    return out;
  }

  /// The row (from 1) of each line of a column of text.
  [[nodiscard]] std::vector<std::size_t> rows_in_text(std::size_t column) const {
    const std::vector<PdfLine>& lines = table_.columns[column].lines;
    std::vector<std::size_t> out;
    std::size_t r = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto begun = [&](const TextRow& row) {
        const std::size_t first = row.first[column];
        return first == Grid::none ? lines[i].middle >= row.top : i >= first;
      };
      while (r + 1 < text_rows_.size() && begun(text_rows_[r + 1])) {
        ++r;
      }
      out.push_back(r + 1);
    }
    return out;
  }

  void place_row_cells(RowGrid& grid) {
    if (table_.heights.middles.empty()) {
      return;
    }
    table_.names.assign(table_.heights.middles.size(), {});
    table_.tops.assign(table_.heights.middles.size(), 0);
    table_.bottoms.assign(table_.heights.middles.size(), 0);
    for (std::size_t r = 0; r < table_.heights.middles.size(); ++r) {
      table_.tops[r] = table_.measure.is_text()
                           ? text_rows_[r].top
                           : table_.heights.middles[r] - table_.measure.size() / 2;
      table_.bottoms[r] = table_.measure.is_text()
                              ? text_rows_[r].bottom
                              : table_.heights.middles[r] + table_.measure.size() / 2;
    }
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      if (!of_one_row(table_.columns[c].role)) {
        continue;
      }
      if (table_.columns[c].role == Role::level3) {
        table_.named.emplace_back(table_.heights.middles.size(), false);
      }
      const std::vector<PdfLine>& lines = table_.columns[c].lines;
      const std::vector<std::size_t> rows =
          table_.measure.is_text() ? rows_in_text(c)
          : !table_.bands.empty()  ? rows_in_bands(lines)
                                   : rows_by_figures(lines, table_.heights.middles, table_.measure);
      for (std::size_t i = 0; i < lines.size();) {
        const std::size_t begin = i;
        while (i < lines.size() && rows[i] == rows[begin]) {
          ++i;
        }
        if (table_.columns[c].role == Role::level3 && rows[begin] > 0 &&
            rows[begin] <= table_.names.size()) {
          table_.named.back()[rows[begin] - 1] = true;
        }
        for (std::size_t k = begin; table_.columns[c].role == Role::level3 && k < i; ++k) {
          if (rows[begin] > 0 && rows[begin] <= table_.names.size()) {
            table_.names[rows[begin] - 1] += to_utf8(without_space(lines[k].line.text));
          }
        }
        grid.place(c, rows[begin], 1, begin, i);
        if (!table_.measure.is_text() && rows[begin] > 0 &&
            rows[begin] <= table_.heights.middles.size()) {
          const std::size_t r = rows[begin] - 1;
          table_.tops[r] =
              std::min(table_.tops[r], lines[begin].middle - table_.measure.size() / 2);
          table_.bottoms[r] =
              std::max(table_.bottoms[r], lines[i - 1].middle + table_.measure.size() / 2);
        }
      }
    }
  }

  /// Whether short cells stand beside the last lines of higher ones, and hardly any elsewhere:
  /// where categories stand at the foot of their rows is not known then.
  [[nodiscard]] bool stand_at_foot() const {
    constexpr double same_height = 0.15;  ///< of a letter
    constexpr std::size_t fewest = 2;
    std::size_t at_foot = 0;
    std::size_t elsewhere = 0;
    for (const RowBand& band : table_.bands) {
      std::vector<std::pair<double, double>> cells;  // first and last line
      for (const ColumnText& column : table_.columns) {
        double first = 0;
        double last = 0;
        bool any = false;
        for (const PdfLine& line : column.lines) {
          if (of_one_row(column.role) && band.top < line.middle && line.middle < band.bottom) {
            first = any ? first : line.middle;
            last = line.middle;
            any = true;
          }
        }
        if (any) {
          cells.emplace_back(first, last);
        }
      }
      const double near = same_height * table_.measure.size();
      for (const auto& [first, last] : cells) {
        for (const auto& [top, foot] : cells) {
          if (last - first < near && foot - top > table_.measure.size()) {
            (std::abs(last - foot) < near ? at_foot : elsewhere) += 1;
          }
        }
      }
    }
    return at_foot >= fewest && at_foot > 2 * elsewhere;
  }

  [[nodiscard]] const PdfLine* doubtful_level() const {
    for (const ColumnText& column : table_.columns) {
      if ((column.role == Role::level1 || column.role == Role::level2) && !column.lines.empty()) {
        return &column.lines.front();
      }
    }
    return nullptr;
  }

  void find_edges() {
    if (table_.heights.middles.empty()) {
      return;
    }
    const std::size_t n = table_.heights.middles.size();
    if (table_.heights.edges = row_edges(table_.bands); !table_.heights.edges.empty()) {
      table_.exact = true;
      return;
    }
    const double pad = n > 1 ? std::max(0.0, table_.tops[1] - table_.bottoms[0]) / 2 : 0;
    table_.heights.edges.push_back(table_.tops[0] - pad);
    for (std::size_t r = 1; r < n; ++r) {
      table_.heights.edges.push_back((table_.bottoms[r - 1] + table_.tops[r]) / 2);
    }
    table_.heights.edges.push_back(table_.bottoms[n - 1] + pad);
  }

  /// A page of nothing but the rest of a row before it, which the next may go on with.
  void place_rest(RowGrid& grid) {
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      if (!table_.columns[c].lines.empty()) {
        grid.place(c, 0, 1, 0, table_.columns[c].lines.size());
      }
    }
  }

  /// What spans the rows of text, each project's by itself.
  void place_bands(RowGrid& grid) {
    // Else each band says its own.
    const SpanAlign align = table_.style != nullptr ? table_.style->align : SpanAlign::unknown;
    std::size_t row = 0;
    for (const TextBand& band : text_bands_) {
      const std::size_t first = row;
      while (row < text_rows_.size() && text_rows_[row].line < band.end) {
        ++row;
      }
      if (row > first) {
        place_band_levels(table_, band, first, row, align, grid);
      }
      // Rows of another page's project, or a project all of whose rows are on another.
      const std::size_t top = row > first  ? first + 1
                              : first == 0 ? 0
                                           : table_.heights.middles.size() + 1;
      const std::size_t height = std::max<std::size_t>(1, row - first);
      for (std::size_t c = 0; c < table_.columns.size(); ++c) {
        if (const auto [begin, end] = lines_in_band(table_.columns[c].lines, band);
            of_project(table_.columns[c].role) && begin < end) {
          grid.place(c, top, height, begin, end);
        }
      }
      if (band.doubtful) {
        Place place;
        place.line = band.begin;
        grid.doubt(place);
      }
    }
  }

  RowTable table_;
  std::vector<TextRow> text_rows_;
  std::vector<TextBand> text_bands_;  ///< of text; empty where projects have no column
};

}  // namespace

Grid indicator_rows(std::vector<ColumnText> columns, std::size_t first, bool continued,
                    double line_step, DocumentVotes* votes, SpanStyle* style,
                    const std::vector<Rule>& dividers) {
  return Rows(std::move(columns), continued, line_step, votes, style).run(first, dividers);
}

}  // namespace budgetdiff::import
