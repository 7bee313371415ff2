#include "import/page/project_cells.hpp"

#include "import/page/figure_rows.hpp"
#include "import/page/line_blocks.hpp"
#include "import/page/project_bands.hpp"
#include "import/page/project_starts.hpp"
#include "import/page/row_bands.hpp"
#include "import/page/spanned_cells.hpp"
#include "import/page/sum_rows.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>
#include <iterator>

namespace budgetdiff::import {
namespace {

/// Tops of the rows in which a project may begin.
std::vector<double> project_tops(const RowTable& table, const std::vector<double>& doubts) {
  std::vector<double> out;
  for (std::size_t r = 0; r < doubts.size(); ++r) {
    if (doubts[r] == 0) {
      out.push_back(table.tops[r]);
    }
  }
  return out;
}

/// Heights of the projects: their amounts, else their names.
std::vector<double> heights_of(const RowTable& table, const std::vector<double>& doubts) {
  std::vector<double> names;
  for (const ColumnText& column : table.columns) {
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
      for (const LineBlock& block :
           table.measure.is_text()
               ? table.measure.names_in_text(column.lines, project_tops(table, doubts))
               : table.measure.blocks(column.lines)) {
        names.push_back(block.middle);
      }
    }
  }
  return names;
}

/// How many amounts a column of money has in each band.
std::vector<std::size_t> amounts_in(const ColumnText& column, const std::vector<RowBand>& bands) {
  std::vector<std::size_t> out(bands.size(), 0);
  for (const PdfLine& line : column.lines) {
    if (!bands.empty() && read_published_amount(without_space(line.line.text))) {
      ++out[band_at(bands, line.middle)];
    }
  }
  return out;
}

/// The bands of the projects. Where one would have several amounts, and each row has one, the rows
/// are projects, however near their lines stand: a spreadsheet prints them without padding.
std::vector<RowBand> bands_of_projects(const RowTable& table) {
  std::vector<RowBand> bands =
      row_bands(table.columns, belongs_to_project, table.measure.line_step());
  const bool several =
      std::any_of(table.columns.begin(), table.columns.end(), [&](const ColumnText& column) {
        const auto all = [&](const std::vector<RowBand>& of, auto test) {
          const std::vector<std::size_t> counts = amounts_in(column, of);
          return std::all_of(counts.begin(), counts.end(), test);
        };
        return column.role == Role::money &&
               !all(bands, [](std::size_t count) { return count < 2; }) &&
               all(table.bands, [](std::size_t count) { return count == 1; });
      });
  return several ? table.bands : bands;
}

}  // namespace

void place_projects(const RowTable& table, std::vector<double> doubts,
                    const std::vector<Rule>& dividers, RowGrid& grid) {
  const std::size_t n = table.heights.middles.size();
  if (doubts.empty() && table.named.size() > 1) {
    doubts = doubts_of_groups(table.named, n);
  }
  const std::vector<RowBand> project_bands =
      table.bands.empty() ? std::vector<RowBand>{} : bands_of_projects(table);
  const std::vector<double> heights =
      project_heights(table.columns, project_bands, table.bands, table.continued);
  std::vector<double> projects_at;
  std::copy_if(heights.begin(), heights.end(), std::back_inserter(projects_at),
               [](double y) { return y >= 0; });
  if (project_bands.empty()) {
    projects_at = heights_of(table, doubts);
  }
  // Where rows are known to a point, what categories say counts less.
  constexpr double beside_exact = 0.3;
  for (double& doubt : doubts) {
    doubt *= table.exact ? beside_exact : 1;
  }
  RowDoubts others = project_bands.empty()
                         ? RowDoubts{}
                         : rows_of_others(table.heights.middles, project_bands, heights);
  add_divided_rows(table.heights.middles, projects_at, divider_heights(table.columns, dividers),
                   others);
  SpanAlign align = SpanAlign::unknown;
  if (table.exact && table.votes != nullptr && !projects_at.empty()) {
    align = table.votes->projects.vote(span_costs(table.heights, projects_at, {}, table.continued));
  }
  const std::vector<std::size_t> starts =
      first_rows(table.heights, projects_at, table.continued, doubts, others, {}, align);
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const Role role = table.columns[c].role;
    const std::vector<PdfLine>& lines = table.columns[c].lines;
    if (!of_project(role) || lines.empty()) {
      continue;
    }
    if (projects_at.empty()) {
      grid.place(c, 1, n, 0, lines.size());
      continue;
    }
    const std::vector<std::size_t> of = project_bands.empty()
                                            ? rows_by_figures(lines, projects_at, table.measure)
                                            : projects_of(lines, project_bands, heights);
    for (std::size_t i = 0; i < lines.size();) {
      const std::size_t begin = i;
      while (i < lines.size() && of[i] == of[begin]) {
        ++i;
      }
      if (of[begin] == 0 && !table.bands.empty() && !starts.empty() && starts.front() > 0) {
        // The rest of a goal beside the last rows of its project.
        grid.place(c, 1, starts.front(), begin, i);
      } else if (of[begin] == 0) {
        grid.place(c, 0, 1, begin, i);
      } else if (of[begin] > projects_at.size()) {
        grid.place(c, n + 1, 1, begin, i);
      } else {
        const std::size_t k = of[begin] - 1;
        const std::size_t end = k + 1 < starts.size() ? starts[k + 1] : n;
        grid.place(c, starts[k] + 1, std::max<std::size_t>(1, end - starts[k]), begin, i);
      }
    }
  }
}

}  // namespace budgetdiff::import
