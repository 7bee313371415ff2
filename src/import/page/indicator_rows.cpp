#include "import/page/indicator_rows.hpp"

#include "import/page/category_sense.hpp"
#include "import/page/level_spans.hpp"
#include "import/page/line_blocks.hpp"
#include "import/page/project_bands.hpp"
#include "import/page/project_starts.hpp"
#include "import/page/row_bands.hpp"
#include "import/page/row_edges.hpp"
#include "import/page/spanned_cells.hpp"
#include "import/page/spread_rows.hpp"
#include "import/page/strip_rows.hpp"
#include "import/page/sum_rows.hpp"
#include "import/page/text_projects.hpp"
#include "import/page/text_rows.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Lines nearer than this many letters stand at one height.
constexpr double same_height = 0.5;
/// A first level over a second one that is not its own is off by so many rows.
constexpr double wrong_category = 1.5;

/// A name that speaks for another category, in rows.
constexpr double other_sense = 0.3;
/// A single Chinese letter.
bool is_letter(const PdfLine& line) {
  const std::u32string text = without_space(line.line.text);
  return text.size() == 1 && is_cjk(text.front());
}

class Rows {
 public:
  Rows(std::vector<ColumnText> columns, std::size_t first, bool continued, double line_step,
       SpanVotes* votes, SpanStyle* style, const std::vector<Rule>& dividers)
      : columns_(std::move(columns)),
        first_(first),
        continued_(continued),
        votes_(votes),
        measure_(columns_, line_step),
        style_(style),
        dividers_(dividers) {}

  Grid run() {
    if (measure_.is_text()) {
      // Before the rows are looked for: a line of its own is none of theirs.
      sums_ = take_sum_rows(columns_, heights_of_rows(), measure_.size());
      const std::map<Role, int> widths = style_ != nullptr ? style_->widths : std::map<Role, int>{};
      text_bands_ = text_bands(columns_, rows_between(columns_, widths), continued_,
                               style_ != nullptr ? &style_->bands : nullptr);
      std::vector<int> cuts;
      for (const TextBand& band : text_bands_) {
        cuts.push_back(band.begin);
      }
      text_rows_ = text_rows(columns_, widths, cuts, style_ != nullptr ? &style_->rows : nullptr);
      for (std::size_t c = 0; style_ != nullptr && c < columns_.size(); ++c) {
        for (const PdfLine& line : columns_[c].lines) {
          style_->lines[columns_[c].role].push_back(width_of(without_space(line.line.text)));
        }
      }
      for (SumLine& sum : sums_) {
        sum.above = static_cast<std::size_t>(
            std::count_if(text_rows_.begin(), text_rows_.end(),
                          [&](const TextRow& row) { return row.middle < sum.middle; }));
      }
      close_up(columns_, text_rows_);
      for (const TextRow& row : text_rows_) {
        rows_.middles.push_back(row.middle);
        rows_.tops.push_back(row.first_line);
      }
    } else {
      measure_.line_step() > 0 ? find_bands() : find_rows();
      sums_ = take_sum_rows(columns_, rows_.middles, measure_.size());
    }
    // One row more at each end: what belongs to the rows of other pages.
    Grid grid(first_ + rows_.middles.size() + 2 + sums_.size(), columns_.size());
    place_sums(grid);
    place_row_cells(grid);
    find_edges();
    if (text_bands_.empty()) {
      place_spanned_cells(grid);
    } else {
      place_bands(grid);
    }
    for (const TextRow& row : text_rows_) {
      if (row.doubtful) {
        Place place;
        place.line = row.line;
        grid.doubts.push_back(place);
      }
    }
    return grid;
  }

 private:
  [[nodiscard]] bool same_lines(const std::vector<PdfLine>& a,
                                const std::vector<PdfLine>& b) const {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [&](const PdfLine& x, const PdfLine& y) {
             return std::abs(x.middle - y.middle) < same_height * measure_.size();
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
    return most <= LineMeasure::in_cell * least;
  }

  /// The heights of all lines of columns with a cell for each indicator.
  [[nodiscard]] std::vector<double> heights_of_rows() const {
    std::vector<double> out;
    for (const ColumnText& column : columns_) {
      for (const PdfLine& line : column.lines) {
        if (of_one_row(column.role)) {
          out.push_back(line.middle);
        }
      }
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  /// Rows stand where their comparators, weights and targets do.
  void find_rows() {
    std::vector<double> at;
    const auto add = [&](double middle) { at.push_back(middle); };
    const ColumnText* names = nullptr;
    for (const ColumnText& column : columns_) {
      names = column.role == Role::level3 && names == nullptr ? &column : names;
      if (column.role == Role::weight || column.role == Role::comparator) {
        const std::vector<PdfLine>& lines = column.lines;
        for (std::size_t k = 0; k < lines.size(); ++k) {
          // 定 and 性 below it are one word that a narrow column breaks.
          const bool broken = k + 1 < lines.size() && is_letter(lines[k]) &&
                              is_letter(lines[k + 1]) && measure_.together(lines[k], lines[k + 1]);
          add(broken ? (lines[k].middle + lines[k + 1].middle) / 2 : lines[k].middle);
          k += broken ? 1U : 0U;
        }
      }
    }
    for (const ColumnText& column : columns_) {
      if (!holds_targets(column.role)) {
        continue;
      }
      const bool as_names =
          names != nullptr && same_lines(names->lines, column.lines) && is_even(column.lines);
      for (const LineBlock& block :
           as_names ? single_lines(column.lines) : measure_.blocks(column.lines)) {
        const double top = column.lines[block.begin].middle - same_height * measure_.size();
        const double bottom = column.lines[block.end - 1].middle + same_height * measure_.size();
        if (std::none_of(at.begin(), at.end(), [&](double y) { return y >= top && y <= bottom; })) {
          add(block.middle);
        }
      }
    }
    std::sort(at.begin(), at.end());
    for (const double y : at) {
      if (rows_.middles.empty() || y - rows_.middles.back() > same_height * measure_.size()) {
        rows_.middles.push_back(y);
      }
    }
  }

  /// The lines of the columns of which `takes`.
  template <class Takes>
  [[nodiscard]] std::vector<RowBand> bands_of(Takes takes) const {
    std::vector<std::vector<const PdfLine*>> columns(columns_.size());
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      for (std::size_t i = 0; takes(columns_[c].role) && i < columns_[c].lines.size(); ++i) {
        columns[c].push_back(&columns_[c].lines[i]);
      }
    }
    return row_bands(columns, measure_.line_step());
  }

  void find_bands() {
    // A remark may be one of the whole table's.
    bands_ = bands_of([](Role role) { return of_one_row(role) && role != Role::remark; });
    for (const RowBand& band : bands_) {
      rows_.middles.push_back(band.middle());
      rows_.tops.push_back(band.top + measure_.line_step() / 2);
    }
  }

  void place_sums(Grid& grid) {
    for (std::size_t s = 0; s < sums_.size(); ++s) {
      for (auto& [column, line] : sums_[s].cells) {
        Cell cell;
        cell.row = first_ + sums_[s].above + 1 + s;
        cell.column = column;
        cell.place = line.line.place;
        cell.lines.push_back(std::move(line.line));
        grid.add(std::move(cell));
      }
    }
  }

  /// The grid's row of a row (from 1) of indicators, or of those before and behind them.
  [[nodiscard]] std::size_t grid_row(std::size_t row) const {
    const auto sums = std::count_if(sums_.begin(), sums_.end(),
                                    [&](const SumLine& sum) { return sum.above < row; });
    return first_ + row + static_cast<std::size_t>(sums);
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
      if (std::abs(middle_of(lines, begin, i) - at[out[begin] - 1]) >
          same_height * measure_.size()) {
        return rows_of_lines(lines, at, false);
      }
    }
    return out;
  }

  /// The row (from 1) of each line whose band is known.
  [[nodiscard]] std::vector<std::size_t> rows_in_bands(const std::vector<PdfLine>& lines) const {
    std::vector<std::size_t> out;
    out.reserve(lines.size());
    for (const PdfLine& line : lines) {
      out.push_back(band_at(bands_, line.middle) + 1);
    }
    return out;
  }

  /// The row (from 1) of each line of a column of text.
  [[nodiscard]] std::vector<std::size_t> rows_in_text(std::size_t column) const {
    const std::vector<PdfLine>& lines = columns_[column].lines;
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

  void place(Grid& grid, std::size_t c, std::size_t row, std::size_t rows, std::size_t begin,
             std::size_t end) {
    Cell cell;
    cell.row = grid_row(row);
    cell.rows = grid_row(row + rows - 1) + 1 - cell.row;
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
    names_.assign(rows_.middles.size(), {});
    tops_.assign(rows_.middles.size(), 0);
    bottoms_.assign(rows_.middles.size(), 0);
    for (std::size_t r = 0; r < rows_.middles.size(); ++r) {
      tops_[r] = measure_.is_text() ? text_rows_[r].top : rows_.middles[r] - measure_.size() / 2;
      bottoms_[r] =
          measure_.is_text() ? text_rows_[r].bottom : rows_.middles[r] + measure_.size() / 2;
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (!of_one_row(columns_[c].role)) {
        continue;
      }
      if (columns_[c].role == Role::level3) {
        named_.emplace_back(rows_.middles.size(), false);
      }
      const std::vector<PdfLine>& lines = columns_[c].lines;
      const std::vector<std::size_t> rows = measure_.is_text() ? rows_in_text(c)
                                            : !bands_.empty()  ? rows_in_bands(lines)
                                                               : rows_of(lines, rows_.middles);
      for (std::size_t i = 0; i < lines.size();) {
        const std::size_t begin = i;
        while (i < lines.size() && rows[i] == rows[begin]) {
          ++i;
        }
        if (columns_[c].role == Role::level3 && rows[begin] > 0 && rows[begin] <= names_.size()) {
          named_.back()[rows[begin] - 1] = true;
        }
        for (std::size_t k = begin; columns_[c].role == Role::level3 && k < i; ++k) {
          if (rows[begin] > 0 && rows[begin] <= names_.size()) {
            names_[rows[begin] - 1] += to_utf8(without_space(lines[k].line.text));
          }
        }
        place(grid, c, rows[begin], 1, begin, i);
        if (!measure_.is_text() && rows[begin] > 0 && rows[begin] <= rows_.middles.size()) {
          const std::size_t r = rows[begin] - 1;
          tops_[r] = std::min(tops_[r], lines[begin].middle - measure_.size() / 2);
          bottoms_[r] = std::max(bottoms_[r], lines[i - 1].middle + measure_.size() / 2);
        }
      }
    }
  }

  void find_edges() {
    if (rows_.middles.empty()) {
      return;
    }
    const std::size_t n = rows_.middles.size();
    if (rows_.edges = row_edges(bands_); !rows_.edges.empty()) {
      exact_ = true;
      return;
    }
    const double pad = n > 1 ? std::max(0.0, tops_[1] - bottoms_[0]) / 2 : 0;
    rows_.edges.push_back(tops_[0] - pad);
    for (std::size_t r = 1; r < n; ++r) {
      rows_.edges.push_back((bottoms_[r - 1] + tops_[r]) / 2);
    }
    rows_.edges.push_back(bottoms_[n - 1] + pad);
  }

  /// How far under a category's text the middle of its rows may be (negative: above it): in text
  /// that has no line for what stands between two, half a line.
  [[nodiscard]] double below() const {
    return style_ != nullptr && style_->on_lower ? -half_step() : half_step();
  }

  [[nodiscard]] double half_step() const {
    if (!measure_.is_text()) {
      return 0;
    }
    std::set<int> of_rows;
    for (const ColumnText& column : columns_) {
      for (const PdfLine& line : column.lines) {
        if (of_one_row(column.role)) {
          of_rows.insert(line.line.place.line);
        }
      }
    }
    std::size_t all = 0;
    std::size_t between = 0;
    for (const ColumnText& column : columns_) {
      const bool level = column.role == Role::level1 || column.role == Role::level2;
      for (const PdfLine& line : column.lines) {
        all += level ? 1U : 0U;
        between += level && !of_rows.contains(line.line.place.line) ? 1U : 0U;
      }
    }
    // One alone may have been moved there by rows of several lines beside it.
    constexpr std::size_t one_in = 4;
    if (between * one_in > all) {
      return 0;
    }
    double step = 0;
    for (std::size_t r = 1; r < rows_.middles.size(); ++r) {
      const double own = rows_.middles[r] - rows_.middles[r - 1];
      step = step == 0 ? own : std::min(step, own);
    }
    return step / 2;
  }

  /// Tops of the rows in which a project may begin.
  [[nodiscard]] std::vector<double> project_tops(const std::vector<double>& doubts) const {
    std::vector<double> out;
    for (std::size_t r = 0; r < doubts.size(); ++r) {
      if (doubts[r] == 0) {
        out.push_back(tops_[r]);
      }
    }
    return out;
  }

  /// Heights of the projects: their amounts, else their names.
  [[nodiscard]] std::vector<double> projects(const std::vector<double>& doubts) const {
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
        for (const LineBlock& block :
             measure_.is_text() ? measure_.names_in_text(column.lines, project_tops(doubts))
                                : measure_.blocks(column.lines)) {
          names.push_back(block.middle);
        }
      }
    }
    return names;
  }

  /// Where categories stand in their cells, where rows are known to a point, or all pages show
  /// it: one table sets all of them alike.
  [[nodiscard]] SpanAlign alignment() const {
    if (style_ != nullptr && style_->align != SpanAlign::unknown) {
      return style_->align;
    }
    if (!exact_ && style_ == nullptr) {
      return SpanAlign::unknown;
    }
    if (!text_bands_.empty()) {
      return SpanAlign::unknown;  // each band says its own
    }
    SpanCosts costs;
    SpanCosts lower;
    for (const ColumnText& column : columns_) {
      if ((column.role != Role::level1 && column.role != Role::level2) || column.lines.empty()) {
        continue;
      }
      std::vector<double> at;
      std::vector<double> tops;
      for (const LineBlock& label : measure_.labels(column.lines, column.role)) {
        at.push_back(label.middle);
        tops.push_back(column.lines[label.begin].middle);
      }
      costs.add(span_costs(rows_, at, tops, continued_, half_step()));
      lower.add(span_costs(rows_, at, tops, continued_, -half_step()));
    }
    if (style_ != nullptr) {
      style_->upper.add(costs);
      style_->lower.add(lower);
    }
    if (!exact_) {
      return SpanAlign::unknown;
    }
    return votes_ != nullptr ? votes_->vote(costs) : costs.best();
  }

  /// Whether a category stands neither in the middle of its rows nor at their top, as far as
  /// rows are known to a point: others may be its.
  [[nodiscard]] bool is_far_off(const LineBlock& label, double first_line, std::size_t begin,
                                std::size_t end) const {
    constexpr double far = 0.4;  ///< of the step between lines
    const double middle = (rows_.edges[begin] + rows_.edges[end]) / 2;
    return exact_ &&
           std::min({std::abs(label.middle - middle), std::abs(label.middle - rows_.middles[begin]),
                     std::abs(first_line - rows_.tops[begin])}) > far * measure_.line_step();
  }

  [[nodiscard]] std::vector<LevelLabel> level_labels(Role role) const {
    std::vector<LevelLabel> out;
    for (const ColumnText& column : columns_) {
      if (column.role != role || !out.empty()) {
        continue;
      }
      const std::vector<LineBlock> labels = measure_.labels(column.lines, role);
      std::vector<std::string> texts = texts_of(column.lines, labels);
      for (std::size_t k = 0; k < labels.size(); ++k) {
        out.push_back(
            {labels[k].middle, column.lines[labels[k].begin].middle, std::move(texts[k])});
      }
    }
    return out;
  }

  /// The lines of column `c` in a band.
  [[nodiscard]] std::pair<std::size_t, std::size_t> lines_in(std::size_t c,
                                                             const TextBand& band) const {
    const std::vector<PdfLine>& lines = columns_[c].lines;
    const auto before = [](const PdfLine& line, int number) {
      return line.line.place.line < number;
    };
    const auto first = std::lower_bound(lines.begin(), lines.end(), band.begin, before);
    const auto last = std::lower_bound(first, lines.end(), band.end, before);
    return {static_cast<std::size_t>(first - lines.begin()),
            static_cast<std::size_t>(last - lines.begin())};
  }

  /// What spans the rows of text, each project's by itself.
  void place_bands(Grid& grid) {
    const SpanAlign align = alignment();
    std::size_t row = 0;
    for (const TextBand& band : text_bands_) {
      const std::size_t first = row;
      while (row < text_rows_.size() && text_rows_[row].line < band.end) {
        ++row;
      }
      if (row > first) {
        place_levels(grid, band, first, row, align);
      }
      // Rows of another page's project, or a project all of whose rows are on another.
      const std::size_t top = row > first ? first + 1 : first == 0 ? 0 : rows_.middles.size() + 1;
      const std::size_t height = std::max<std::size_t>(1, row - first);
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (const auto [begin, end] = lines_in(c, band);
            of_project(columns_[c].role) && begin < end) {
          place(grid, c, top, height, begin, end);
        }
      }
      if (band.doubtful) {
        Place place;
        place.line = band.begin;
        grid.doubts.push_back(place);
      }
    }
  }

  /// The categories of a band in its rows [first, last).
  void place_levels(Grid& grid, const TextBand& band, std::size_t first, std::size_t last,
                    SpanAlign align) {
    const auto at = [](const std::vector<double>& all, std::size_t begin, std::size_t end) {
      return std::vector<double>(all.begin() + static_cast<std::ptrdiff_t>(begin),
                                 all.begin() + static_cast<std::ptrdiff_t>(end));
    };
    RowHeights rows{at(rows_.middles, first, last), at(rows_.edges, first, last + 1),
                    at(rows_.tops, first, last)};
    const std::vector<std::string> names(names_.begin() + static_cast<std::ptrdiff_t>(first),
                                         names_.begin() + static_cast<std::ptrdiff_t>(last));
    const std::size_t n = last - first;
    const bool goes_on = continued_ && first == 0 && !band.named;
    struct Level {
      std::size_t column = Grid::none;
      std::size_t offset = 0;  ///< of its first line in the column
      std::vector<LineBlock> blocks;
      std::vector<LevelLabel> labels;
    };
    const auto level_of = [&](Role role) {
      Level out;
      for (std::size_t c = 0; c < columns_.size() && out.column == Grid::none; ++c) {
        const auto [begin, end] = lines_in(c, band);
        if (columns_[c].role != role || begin == end) {
          continue;
        }
        const std::vector<PdfLine> lines(
            columns_[c].lines.begin() + static_cast<std::ptrdiff_t>(begin),
            columns_[c].lines.begin() + static_cast<std::ptrdiff_t>(end));
        out.column = c;
        out.offset = begin;
        out.blocks = measure_.labels(lines, role);
        const std::vector<std::string> texts = texts_of(lines, out.blocks);
        for (std::size_t k = 0; k < out.blocks.size(); ++k) {
          out.labels.push_back({out.blocks[k].middle, lines[out.blocks[k].begin].middle, texts[k]});
        }
      }
      return out;
    };
    const Level level1 = level_of(Role::level1);
    const Level level2 = level_of(Role::level2);
    const std::optional<LevelSpans> spans =
        level_spans(rows, level1.labels, level2.labels, names, goes_on, align, below());
    if (style_ != nullptr && spans) {
      const auto cost = [&](SpanAlign one, double under) {
        const auto fit =
            level_spans(rows, level1.labels, level2.labels, names, goes_on, one, under);
        return fit ? fit->cost : 0;
      };
      const double top = cost(SpanAlign::top, below());
      style_->upper.add({cost(SpanAlign::middle, half_step()), top, 0});
      style_->lower.add({cost(SpanAlign::middle, -half_step()), top, 0});
    }
    if (spans && spans->close) {
      Place place;
      place.line = band.begin;
      grid.doubts.push_back(place);
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
        starts = first_rows(rows, heights, goes_on, {}, {}, tops, align, below());
      }
      for (std::size_t k = 0; k < starts.size(); ++k) {
        const std::size_t end = k + 1 < starts.size() ? starts[k + 1] : n;
        place(grid, level->column, first + starts[k] + 1,
              std::max<std::size_t>(1, end - std::min(end, starts[k])),
              level->offset + level->blocks[k].begin, level->offset + level->blocks[k].end);
      }
    }
  }

  /// The rows of both levels of text; nothing on a page, whose places are surer.
  [[nodiscard]] std::optional<LevelSpans> levels_of_text(SpanAlign align) const {
    return measure_.is_text()
               ? level_spans(rows_, level_labels(Role::level1), level_labels(Role::level2), names_,
                             continued_, align, below())
               : std::nullopt;
  }

  [[nodiscard]] Place place_of_first(Role role) const {
    for (const ColumnText& column : columns_) {
      if (column.role == role && !column.lines.empty()) {
        return column.lines.front().line.place;
      }
    }
    return {};
  }

  void place_spanned_cells(Grid& grid) {
    const std::size_t n = rows_.middles.size();
    if (n == 0) {
      // A page of nothing but the rest of a row before it, which the next may go on with.
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (!columns_[c].lines.empty()) {
          place(grid, c, 0, 1, 0, columns_[c].lines.size());
        }
      }
      return;
    }
    std::vector<std::size_t> starts;
    const auto span = [&](const std::vector<std::size_t>& of, std::size_t k) {
      return (k + 1 < of.size() ? of[k + 1] : n) - of[k];
    };
    std::vector<double> doubts;
    const SpanAlign align = alignment();
    // What the second levels say of each row helps to find the rows of the first.
    std::vector<std::string> second(n);
    const std::optional<LevelSpans> together = levels_of_text(align);
    if (together && together->close) {
      grid.doubts.push_back(place_of_first(Role::level2));
    }
    for (const Role role : {Role::level2, Role::level1}) {
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        const std::vector<PdfLine>& lines = columns_[c].lines;
        if (columns_[c].role != role || lines.empty()) {
          continue;
        }
        const std::vector<LineBlock> labels = measure_.labels(lines, role);
        const std::vector<std::string> texts = texts_of(lines, labels);
        std::vector<double> at;
        std::vector<double> tops;
        at.reserve(labels.size());
        for (const LineBlock& label : labels) {
          at.push_back(label.middle);
          tops.push_back(lines[label.begin].middle);
        }
        RowDoubts unlikely;
        for (std::size_t k = 0; role == Role::level2 && measure_.is_text() && k < labels.size();
             ++k) {
          unlikely.emplace_back(n, 0);
          for (std::size_t r = 0; r < n; ++r) {
            unlikely[k][r] = speaks_for_another(names_[r], texts[k]) ? other_sense : 0;
          }
        }
        for (std::size_t k = 0; role == Role::level1 && k < labels.size(); ++k) {
          unlikely.emplace_back(n, 0);
          for (std::size_t r = 0; r < n; ++r) {
            unlikely[k][r] = may_belong_under(texts[k], second[r]) ? 0 : wrong_category;
          }
        }
        const std::vector<std::size_t> rows =
            together ? (role == Role::level1 ? together->level1 : together->level2)
                     : first_rows(rows_, at, continued_, {}, unlikely, tops, align, below());
        for (std::size_t k = 0; k < labels.size(); ++k) {
          const std::size_t height = std::max<std::size_t>(1, span(rows, k));
          place(grid, c, rows[k] + 1, height, labels[k].begin, labels[k].end);
          if (is_far_off(labels[k], lines[labels[k].begin].middle, rows[k], rows[k] + height)) {
            grid.doubts.push_back(lines[labels[k].begin].line.place);
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
    if (doubts.empty() && named_.size() > 1) {
      doubts = doubts_of_groups(named_, n);
    }
    const std::vector<RowBand> project_bands =
        bands_.empty() ? std::vector<RowBand>{} : bands_of(belongs_to_project);
    const std::vector<double> heights =
        project_heights(columns_, project_bands, bands_, continued_);
    std::vector<double> projects_at;
    std::copy_if(heights.begin(), heights.end(), std::back_inserter(projects_at),
                 [](double y) { return y >= 0; });
    if (project_bands.empty()) {
      projects_at = projects(doubts);
    }
    // Where rows are known to a point, what categories say counts less.
    constexpr double beside_exact = 0.3;
    for (double& doubt : doubts) {
      doubt *= exact_ ? beside_exact : 1;
    }
    RowDoubts others =
        project_bands.empty() ? RowDoubts{} : rows_of_others(rows_.middles, project_bands, heights);
    add_divided_rows(rows_.middles, projects_at, divider_heights(columns_, dividers_), others);
    starts = first_rows(rows_, projects_at, continued_, doubts, others);
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const Role role = columns_[c].role;
      const std::vector<PdfLine>& lines = columns_[c].lines;
      if (!of_project(role) || lines.empty()) {
        continue;
      }
      if (projects_at.empty()) {
        place(grid, c, 1, n, 0, lines.size());
        continue;
      }
      const std::vector<std::size_t> of = project_bands.empty()
                                              ? rows_of(lines, projects_at)
                                              : projects_of(lines, project_bands, heights);
      for (std::size_t i = 0; i < lines.size();) {
        const std::size_t begin = i;
        while (i < lines.size() && of[i] == of[begin]) {
          ++i;
        }
        if (of[begin] == 0 && !bands_.empty() && !starts.empty() && starts.front() > 0) {
          // The rest of a goal beside the last rows of its project.
          place(grid, c, 1, starts.front(), begin, i);
        } else if (of[begin] == 0) {
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
  SpanVotes* votes_;  ///< of the document's tables, or null
  LineMeasure measure_;
  SpanStyle* style_;
  std::vector<TextRow> text_rows_;
  std::vector<TextBand> text_bands_;  ///< of text; empty where projects have no column
  std::vector<SumLine> sums_;
  std::vector<RowBand> bands_;  ///< of the rows, where the page's padding tells them
  RowHeights rows_;
  std::vector<std::string> names_;        ///< of the rows' indicators
  std::vector<std::vector<bool>> named_;  ///< of each column of names, the rows that have one
  bool exact_ = false;                    ///< the edges of the rows
  std::vector<double> tops_;
  std::vector<double> bottoms_;
  const std::vector<Rule>& dividers_;
};

}  // namespace

Grid indicator_rows(std::vector<ColumnText> columns, std::size_t first, bool continued,
                    double line_step, SpanVotes* votes, SpanStyle* style,
                    const std::vector<Rule>& dividers) {
  return Rows(std::move(columns), first, continued, line_step, votes, style, dividers).run();
}

}  // namespace budgetdiff::import
