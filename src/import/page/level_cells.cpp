#include "import/page/level_cells.hpp"

#include "import/page/category_sense.hpp"
#include "import/page/level_align.hpp"
#include "import/page/level_spans.hpp"
#include "import/page/line_blocks.hpp"
#include "import/page/project_starts.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A first level over a second one that is not its own is off by so many rows.
constexpr double wrong_category = 1.5;
/// A name that speaks for another category, or not for its own, in rows.
constexpr double other_sense = 0.3;

/// Whether a category stands neither in the middle of its rows nor at their top, as far as
/// rows are known to a point: others may be its.
bool is_far_off(const RowTable& table, const LineBlock& label, double first_line, std::size_t begin,
                std::size_t end) {
  constexpr double far = 0.4;  ///< of the step between lines
  const double middle = (table.heights.edges[begin] + table.heights.edges[end]) / 2;
  return table.exact && std::min({std::abs(label.middle - middle),
                                  std::abs(label.middle - table.heights.middles[begin]),
                                  std::abs(first_line - table.heights.tops[begin])}) >
                            far * table.measure.line_step();
}

/// Whether a category has a line without any cell of a row.
bool is_alone(const std::vector<PdfLine>& lines, const LineBlock& label,
              const std::set<int>& of_rows) {
  return label.end == label.begin + 1 && !of_rows.contains(lines[label.begin].line.place.line);
}

std::vector<LevelLabel> level_labels(const RowTable& table, Role role) {
  std::vector<LevelLabel> out;
  const std::set<int> of_rows = lines_of_rows(table);
  for (const ColumnText& column : table.columns) {
    if (column.role != role || !out.empty()) {
      continue;
    }
    const std::vector<LineBlock> labels = table.measure.labels(column.lines, role);
    std::vector<std::string> texts = texts_of(column.lines, labels);
    for (std::size_t k = 0; k < labels.size(); ++k) {
      out.push_back({labels[k].middle, column.lines[labels[k].begin].middle,
                     column.lines[labels[k].end - 1].middle, std::move(texts[k]),
                     is_alone(column.lines, labels[k], of_rows)});
    }
  }
  return out;
}

/// The rows of both levels of text; nothing on a page, whose places are surer.
std::optional<LevelSpans> levels_of_text(const RowTable& table,
                                         const std::vector<std::string>& names, SpanAlign align,
                                         double below) {
  return table.measure.is_text()
             ? level_spans(table.heights, level_labels(table, Role::level1),
                           level_labels(table, Role::level2), names, table.continued, align, below)
             : std::nullopt;
}

/// Lets the document's style know where a table's categories stand, whatever its names say.
void show_style(const RowTable& table) {
  const std::vector<std::string> names(table.names.size());
  const auto cost = [&](SpanAlign align, double below) {
    const auto spans = levels_of_text(table, names, align, below);
    return spans ? spans->cost : 0;
  };
  const double top = cost(SpanAlign::top, below_of(table));
  table.style->upper.add({cost(SpanAlign::middle, half_step(table)), top, 0});
  table.style->lower.add({cost(SpanAlign::middle, -half_step(table)), top, 0});
}

/// Whether the first category of a page is the end of one that the page before cuts (产出指 | 标):
/// it is none by itself, and the first row has one of its own.
bool is_rest_of_other_page(const RowTable& table, Role role, const std::vector<PdfLine>& lines,
                           const std::vector<LineBlock>& labels,
                           const std::vector<std::string>& texts) {
  const bool is_category =
      role == Role::level1 ? is_level1_category(texts.front()) : is_level2_category(texts.front());
  return table.continued && !table.measure.is_text() && labels.size() > 1 && !is_category &&
         lines[labels[1].begin].middle <= table.bottoms.front();
}

/// The rows [begin, end) of a category, without those at its ends that have no indicator.
std::pair<std::size_t, std::size_t> without_bare(const RowTable& table, std::size_t begin,
                                                 std::size_t end) {
  const auto is_bare = [&](std::size_t row) { return row < table.bare.size() && table.bare[row]; };
  while (begin + 1 < end && is_bare(begin)) {
    ++begin;
  }
  while (begin + 1 < end && is_bare(end - 1)) {
    --end;
  }
  return {begin, end};
}

Place place_of_first(const RowTable& table, Role role) {
  for (const ColumnText& column : table.columns) {
    if (column.role == role && !column.lines.empty()) {
      return column.lines.front().line.place;
    }
  }
  return {};
}

}  // namespace

void place_band_levels(const RowTable& table, const TextBand& band, std::size_t first,
                       std::size_t last, SpanAlign align, RowGrid& grid) {
  const auto at = [](const std::vector<double>& all, std::size_t begin, std::size_t end) {
    return std::vector<double>(all.begin() + static_cast<std::ptrdiff_t>(begin),
                               all.begin() + static_cast<std::ptrdiff_t>(end));
  };
  RowHeights rows{at(table.heights.middles, first, last), at(table.heights.edges, first, last + 1),
                  at(table.heights.tops, first, last)};
  const std::vector<std::string> names(table.names.begin() + static_cast<std::ptrdiff_t>(first),
                                       table.names.begin() + static_cast<std::ptrdiff_t>(last));
  const std::size_t n = last - first;
  const bool goes_on = table.continued && first == 0 && !band.named;
  struct Level {
    std::size_t column = Grid::none;
    std::size_t offset = 0;  ///< of its first line in the column
    std::vector<LineBlock> blocks;
    std::vector<LevelLabel> labels;
  };
  const std::set<int> of_rows = lines_of_rows(table);
  const auto level_of = [&](Role role) {
    Level out;
    for (std::size_t c = 0; c < table.columns.size() && out.column == Grid::none; ++c) {
      const auto [begin, end] = lines_in_band(table.columns[c].lines, band);
      if (table.columns[c].role != role || begin == end) {
        continue;
      }
      const std::vector<PdfLine> lines(
          table.columns[c].lines.begin() + static_cast<std::ptrdiff_t>(begin),
          table.columns[c].lines.begin() + static_cast<std::ptrdiff_t>(end));
      out.column = c;
      out.offset = begin;
      out.blocks = table.measure.labels(lines, role);
      const std::vector<std::string> texts = texts_of(lines, out.blocks);
      for (std::size_t k = 0; k < out.blocks.size(); ++k) {
        out.labels.push_back({out.blocks[k].middle, lines[out.blocks[k].begin].middle,
                              lines[out.blocks[k].end - 1].middle, texts[k],
                              is_alone(lines, out.blocks[k], of_rows)});
      }
    }
    return out;
  };
  const Level level1 = level_of(Role::level1);
  const Level level2 = level_of(Role::level2);
  const std::optional<LevelSpans> spans =
      level_spans(rows, level1.labels, level2.labels, names, goes_on, align, below_of(table));
  if (table.style != nullptr && spans) {
    const auto cost = [&](SpanAlign one, double under) {
      const auto fit = level_spans(rows, level1.labels, level2.labels, names, goes_on, one, under);
      return fit ? fit->cost : 0;
    };
    const double top = cost(SpanAlign::top, below_of(table));
    table.style->upper.add({cost(SpanAlign::middle, half_step(table)), top, 0});
    table.style->lower.add({cost(SpanAlign::middle, -half_step(table)), top, 0});
  }
  if (spans && spans->close) {
    Place place;
    place.line = band.begin;
    grid.doubt(place);
  }
  for (const Level* const level : {&level1, &level2}) {
    if (level->column == Grid::none) {
      continue;
    }
    std::vector<std::size_t> starts;
    if (spans) {
      starts = level == &level1 ? spans->level1 : spans->level2;
    } else {
      std::vector<double> heights;
      std::vector<double> tops;
      for (const LevelLabel& label : level->labels) {
        heights.push_back(label.at);
        tops.push_back(label.top);
      }
      starts = first_rows(rows, heights, goes_on, {}, {}, tops, align, below_of(table));
    }
    for (std::size_t k = 0; k < starts.size(); ++k) {
      const std::size_t end = k + 1 < starts.size() ? starts[k + 1] : n;
      grid.place(level->column, first + starts[k] + 1,
                 std::max<std::size_t>(1, end - std::min(end, starts[k])),
                 level->offset + level->blocks[k].begin, level->offset + level->blocks[k].end);
    }
  }
}

std::vector<double> place_levels(const RowTable& table, RowGrid& grid) {
  const std::size_t n = table.heights.middles.size();
  const auto span = [&](const std::vector<std::size_t>& of, std::size_t k) {
    return (k + 1 < of.size() ? of[k + 1] : n) - of[k];
  };
  std::vector<double> doubts;
  const SpanAlign align = level_align(table);
  // What the second levels say of each row helps to find the rows of the first.
  std::vector<std::string> second(n);
  const std::optional<LevelSpans> together =
      levels_of_text(table, table.names, align, below_of(table));
  if (table.style != nullptr && table.measure.is_text()) {
    show_style(table);
  }
  if (together && together->close) {
    grid.doubt(place_of_first(table, Role::level2));
  }
  for (const Role role : {Role::level2, Role::level1}) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const std::vector<PdfLine>& lines = table.columns[c].lines;
      if (table.columns[c].role != role || lines.empty()) {
        continue;
      }
      std::vector<LineBlock> labels = table.measure.labels(lines, role);
      std::vector<std::string> texts = texts_of(lines, labels);
      if (is_rest_of_other_page(table, role, lines, labels, texts)) {
        grid.place(c, 0, 1, labels.front().begin, labels.front().end);
        labels.erase(labels.begin());
        texts.erase(texts.begin());
      }
      std::vector<double> at;
      std::vector<double> tops;
      at.reserve(labels.size());
      for (const LineBlock& label : labels) {
        at.push_back(label.middle);
        tops.push_back(lines[label.begin].middle);
      }
      RowDoubts unlikely;
      for (std::size_t k = 0; role == Role::level2 && table.measure.is_text() && k < labels.size();
           ++k) {
        unlikely.emplace_back(n, 0);
        for (std::size_t r = 0; r < n; ++r) {
          unlikely[k][r] = other_sense * speaks_against(table.names[r], texts[k]);
        }
      }
      for (std::size_t k = 0; role == Role::level1 && k < labels.size(); ++k) {
        unlikely.emplace_back(n, 0);
        for (std::size_t r = 0; r < n; ++r) {
          unlikely[k][r] = may_belong_under(texts[k], second[r]) ? 0 : wrong_category;
        }
      }
      std::vector<std::size_t> rows =
          together ? (role == Role::level1 ? together->level1 : together->level2)
                   : first_rows(table.heights, at, table.continued, {}, unlikely, tops, align,
                                below_of(table));
      for (std::size_t k = 0; k < labels.size(); ++k) {
        const auto [begin, end] =
            without_bare(table, rows[k], rows[k] + std::max<std::size_t>(1, span(rows, k)));
        rows[k] = begin;
        const std::size_t height = end - begin;
        grid.place(c, rows[k] + 1, height, labels[k].begin, labels[k].end);
        if (is_far_off(table, labels[k], lines[labels[k].begin].middle, rows[k],
                       rows[k] + height)) {
          grid.doubt(lines[labels[k].begin].line.place);
        }
        for (std::size_t r = rows[k]; role == Role::level2 && r < rows[k] + height; ++r) {
          second[r] = texts[k];
        }
      }
      if (role == Role::level1) {
        doubts = doubts_of_projects(texts, rows, n);
      }
    }
  }
  return doubts;
}

}  // namespace budgetdiff::import
