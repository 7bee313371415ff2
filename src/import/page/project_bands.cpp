#include "import/page/project_bands.hpp"

#include "import/page/sum_rows.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>
#include <iterator>

namespace budgetdiff::import {

bool belongs_to_project(Role role) {
  return of_project(role) && role != Role::none && role != Role::indicators;
}

std::vector<double> project_heights(const std::vector<ColumnText>& columns,
                                    const std::vector<RowBand>& bands,
                                    const std::vector<RowBand>& rows, bool continued) {
  std::vector<double> amounts(bands.size(), -1);
  std::vector<double> first(bands.size(), -1);
  std::vector<double> last(bands.size(), -1);
  for (const ColumnText& column : columns) {
    for (std::size_t i = 0; !bands.empty() && i < column.lines.size(); ++i) {
      const PdfLine& line = column.lines[i];
      const std::size_t band = band_at(bands, line.middle);
      if (column.role == Role::project_name) {
        first[band] = first[band] < 0 ? line.middle : first[band];
        last[band] = line.middle;
      } else if (column.role == Role::money && amounts[band] < 0 &&
                 read_published_amount(without_space(line.line.text))) {
        amounts[band] = line.middle;
      }
    }
  }
  // Above all rows stands the rest of a row of the page before, its name's among it.
  const bool above = !bands.empty() && !rows.empty() && bands.front().bottom < rows.front().top;
  const bool rest = continued && !bands.empty() && amounts.front() < 0 &&
                    std::any_of(amounts.begin(), amounts.end(), [](double y) { return y >= 0; });
  if (above || rest) {
    amounts.front() = first.front() = -1;
  }
  for (std::size_t b = 0; b < bands.size(); ++b) {
    amounts[b] = amounts[b] < 0 && first[b] >= 0 ? (first[b] + last[b]) / 2 : amounts[b];
  }
  return amounts;
}

RowDoubts rows_of_others(const std::vector<double>& middles, const std::vector<RowBand>& bands,
                         const std::vector<double>& heights) {
  constexpr double of_another = 2;  ///< in rows
  const auto named = [](double y) { return y >= 0; };
  const auto projects =
      static_cast<std::size_t>(std::count_if(heights.begin(), heights.end(), named));
  RowDoubts out(projects, std::vector<double>(middles.size(), 0));
  std::size_t before = 0;
  for (std::size_t b = 0; b < bands.size(); ++b) {
    // A band without a name between two projects may be of either.
    if (named(heights[b]) || before == 0) {
      for (std::size_t r = 0; r < middles.size(); ++r) {
        const bool beside = bands[b].top < middles[r] && middles[r] < bands[b].bottom;
        for (std::size_t k = 0; beside && k < projects; ++k) {
          out[k][r] = named(heights[b]) && k == before ? out[k][r] : of_another;
        }
      }
    }
    before += named(heights[b]) ? 1U : 0U;
  }
  return out;
}

std::vector<double> divider_heights(const std::vector<ColumnText>& columns,
                                    const std::vector<Rule>& dividers) {
  double left = 0;
  double right = 0;
  std::size_t lines = 0;
  for (const ColumnText& column : columns) {
    for (const PdfLine& line : column.lines) {
      if (column.role == Role::project_name) {
        left += line.box.left;
        right += line.box.right;
        ++lines;
      }
    }
  }
  std::vector<double> out;
  const double middle = lines > 0 ? (left + right) / (2 * static_cast<double>(lines)) : -1;
  for (const Rule& rule : dividers) {
    if (lines > 0 && rule.from < middle && middle < rule.to) {
      out.push_back(rule.at);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

void add_divided_rows(const std::vector<double>& middles, const std::vector<double>& projects,
                      const std::vector<double>& dividers, RowDoubts& doubts) {
  constexpr double beyond = 6;  // in rows
  const auto part_of = [&](double y) {
    return std::upper_bound(dividers.begin(), dividers.end(), y) - dividers.begin();
  };
  if (dividers.empty() ||
      std::adjacent_find(projects.begin(), projects.end(), [&](double a, double b) {
        return part_of(a) == part_of(b);
      }) != projects.end()) {
    return;
  }
  doubts.resize(projects.size(), std::vector<double>(middles.size(), 0));
  for (std::size_t k = 0; k < projects.size(); ++k) {
    for (std::size_t r = 0; r < middles.size(); ++r) {
      doubts[k][r] += part_of(middles[r]) == part_of(projects[k]) ? 0 : beyond;
    }
  }
}

std::vector<std::size_t> projects_of(const std::vector<PdfLine>& lines,
                                     const std::vector<RowBand>& bands,
                                     const std::vector<double>& heights) {
  std::vector<std::size_t> out;
  for (const PdfLine& line : lines) {
    const std::size_t band = band_at(bands, line.middle);
    const auto at = heights.begin() + static_cast<std::ptrdiff_t>(band);
    const auto named = [](double y) { return y >= 0; };
    const auto before = static_cast<std::size_t>(std::count_if(heights.begin(), at, named));
    const auto next = std::find_if(at, heights.end(), named);
    const auto previous = std::find_if(std::make_reverse_iterator(at), heights.rend(), named);
    std::size_t project = before + 1;
    if (*at < 0 && before == 0) {
      project = 0;
    } else if (*at < 0 && next != heights.end() && line.middle - *previous < *next - line.middle) {
      project = before;
    }
    out.push_back(project);
  }
  return out;
}

}  // namespace budgetdiff::import
