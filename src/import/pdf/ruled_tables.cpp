#include "import/pdf/ruled_tables.hpp"

#include "import/page/lines.hpp"
#include "import/pdf/cell_words.hpp"
#include "import/pdf/pushed_lines.hpp"
#include "import/pdf/table_borders.hpp"
#include "import/pdf/table_frame.hpp"
#include "import/pdf/undrawn_columns.hpp"
#include "import/pdf/undrawn_rows.hpp"
#include "import/pdf/vertical_words.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

namespace budgetdiff::import {
namespace {

/// How far apart crossing lines may end and still meet.
constexpr double meets = 5.0;
constexpr std::size_t most_lines = 4000;

class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) {
      parent_[i] = parent_[parent_[i]];
      i = parent_[i];
    }
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

bool cross(const Rule& h, const Rule& v) {
  return v.at >= h.from - meets && v.at <= h.to + meets && h.at >= v.from - meets &&
         h.at <= v.to + meets;
}

/// The lines of each table: lines that touch, directly or through others.
std::vector<Rules> split_tables(const Rules& rules) {
  const std::size_t h = rules.horizontal.size();
  const std::size_t v = rules.vertical.size();
  Groups groups(h + v);
  // Both lists are sorted by place; horizontal lines that a vertical one can
  // meet are a range.
  for (std::size_t j = 0; j < v; ++j) {
    const Rule& vertical = rules.vertical[j];
    auto i =
        std::lower_bound(rules.horizontal.begin(), rules.horizontal.end(), vertical.from - meets,
                         [](const Rule& rule, double y) { return rule.at < y; });
    for (; i != rules.horizontal.end() && i->at <= vertical.to + meets; ++i) {
      if (cross(*i, vertical)) {
        groups.join(static_cast<std::size_t>(i - rules.horizontal.begin()), h + j);
      }
    }
  }
  std::map<std::size_t, Rules> tables;
  for (std::size_t i = 0; i < h; ++i) {
    tables[groups.find(i)].horizontal.push_back(rules.horizontal[i]);
  }
  for (std::size_t j = 0; j < v; ++j) {
    tables[groups.find(h + j)].vertical.push_back(rules.vertical[j]);
  }
  std::vector<Rules> out;
  out.reserve(tables.size());
  for (auto& [id, table] : tables) {
    out.push_back(std::move(table));
  }
  return out;
}

/// Whether a line of `rules` near `at` runs between `from` and `to`.
class Walls {
 public:
  Walls(const std::vector<Rule>& rules, const std::vector<double>& places) : of_(places.size()) {
    for (const Rule& rule : rules) {
      const auto after = std::upper_bound(places.begin(), places.end(), rule.at);
      const auto index =
          static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, after - places.begin() - 1));
      of_[index].push_back(rule);
    }
  }
  [[nodiscard]] bool between(std::size_t place, double from, double to) const {
    const double middle = (from + to) / 2;
    return std::any_of(of_[place].begin(), of_[place].end(),
                       [&](const Rule& rule) { return rule.from <= middle && middle <= rule.to; });
  }

 private:
  std::vector<std::vector<Rule>> of_;
};

/// Areas that hold more or less than a rectangle, or a line between two of their parts: print
/// left a line away, and what stands there may be of two cells.
void find_broken(TableFrame& frame, const Walls& upright, const Walls& level) {
  const std::size_t columns = frame.xs.size() - 1;
  const std::size_t rows = frame.ys.size() - 1;
  frame.broken.assign(frame.areas.size(), false);
  std::vector<std::size_t> parts(frame.areas.size(), 0);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      const std::size_t area = frame.cell_of[r * columns + c];
      ++parts[area];
      const bool beside = c + 1 < columns && frame.cell_of[r * columns + c + 1] == area &&
                          upright.between(c + 1, frame.ys[r], frame.ys[r + 1]);
      const bool below = r + 1 < rows && frame.cell_of[(r + 1) * columns + c] == area &&
                         level.between(r + 1, frame.xs[c], frame.xs[c + 1]);
      frame.broken[area] = frame.broken[area] || beside || below;
    }
  }
  for (std::size_t a = 0; a < parts.size(); ++a) {
    const Cell& cell = frame.areas[a];
    frame.broken[a] = frame.broken[a] || parts[a] != cell.rows * cell.columns;
  }
}

/// Makes a blank cell whose area is no rectangle the part of it that is one, from its first
/// position on: around the whole area it would cover cells of others, with their text.
void keep_to_own(const TableFrame& frame, std::size_t area, Cell& cell) {
  const std::size_t columns = frame.xs.size() - 1;
  const auto is_own = [&](std::size_t r, std::size_t c) {
    return frame.cell_of[r * columns + c] == area;
  };
  const std::size_t end = cell.column + cell.columns;
  std::size_t first = cell.column;
  while (first + 1 < end && !is_own(cell.row, first)) {
    ++first;
  }
  std::size_t last = first + 1;
  while (last < end && is_own(cell.row, last)) {
    ++last;
  }
  std::size_t rows = 1;
  const auto all_own = [&](std::size_t r) {
    for (std::size_t c = first; c < last; ++c) {
      if (!is_own(r, c)) {
        return false;
      }
    }
    return true;
  };
  while (rows < cell.rows && all_own(cell.row + rows)) {
    ++rows;
  }
  cell.column = first;
  cell.columns = last - first;
  cell.rows = rows;
}

/// Tells the cells at the foot that are open there from those with a line, where print left the
/// line away for some: `drawn` are the lines before close_sides() added any.
void find_open(TableFrame& frame, const std::vector<Rule>& drawn) {
  const Walls level(drawn, frame.ys);
  const std::size_t foot = frame.ys.size() - 1;
  std::vector<Cell*> open;
  std::size_t at_foot = 0;
  for (Cell& cell : frame.areas) {
    if (cell.row + cell.rows != foot) {
      continue;
    }
    ++at_foot;
    if (!level.between(foot, frame.xs[cell.column], frame.xs[cell.column + cell.columns])) {
      open.push_back(&cell);
    }
  }
  for (Cell* const cell : open) {
    cell->open_below = open.size() < at_foot;
  }
}

/// Tells the cells whose text print clips. The clip of a cell has its size.
void find_clipped(TableFrame& frame, const std::vector<ClippedText>& clipped) {
  constexpr double near = 6;
  for (const ClippedText& clip : clipped) {
    const double x = (clip.left + clip.right) / 2;
    const double y = (clip.top + clip.bottom) / 2;
    if (x < frame.xs.front() || x > frame.xs.back() || y < frame.ys.front() ||
        y > frame.ys.back()) {
      continue;
    }
    const std::size_t row = column_at(frame.ys, y);
    Cell& cell = frame.areas[frame.cell_of[row * (frame.xs.size() - 1) + column_at(frame.xs, x)]];
    const bool is_its_own = std::abs(clip.left - frame.xs[cell.column]) < near &&
                            std::abs(clip.right - frame.xs[cell.column + cell.columns]) < near &&
                            std::abs(clip.top - frame.ys[cell.row]) < near &&
                            std::abs(clip.bottom - frame.ys[cell.row + cell.rows]) < near;
    if (is_its_own) {
      cell.hides_above = cell.hides_above || clip.above;
      cell.hides_below = cell.hides_below || clip.below;
    }
  }
}

/// Whether tables stand in both halves of a page, and none over its middle: two pages are printed
/// on one, and the left one comes first.
bool stand_in_halves(const std::vector<TableFrame>& frames, double middle) {
  const auto is_left = [&](const TableFrame& one) { return one.xs.back() < middle; };
  const auto is_right = [&](const TableFrame& one) { return one.xs.front() > middle; };
  return std::any_of(frames.begin(), frames.end(), is_left) &&
         std::any_of(frames.begin(), frames.end(), is_right) &&
         std::all_of(frames.begin(), frames.end(),
                     [&](const TableFrame& one) { return is_left(one) || is_right(one); });
}

bool make_frame(const Rules& table, TableFrame& frame) {
  frame.xs = borders(table.vertical);
  frame.ys = borders(table.horizontal);
  if (frame.xs.size() < 2 || frame.ys.size() < 2 || frame.xs.size() > most_lines ||
      frame.ys.size() > most_lines) {
    return false;
  }
  const std::size_t columns = frame.xs.size() - 1;
  const std::size_t rows = frame.ys.size() - 1;
  const Walls upright(table.vertical, frame.xs);
  const Walls level(table.horizontal, frame.ys);
  Groups groups(rows * columns);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      if (c + 1 < columns && !upright.between(c + 1, frame.ys[r], frame.ys[r + 1])) {
        groups.join(r * columns + c, r * columns + c + 1);
      }
      if (r + 1 < rows && !level.between(r + 1, frame.xs[c], frame.xs[c + 1])) {
        groups.join(r * columns + c, (r + 1) * columns + c);
      }
    }
  }
  std::map<std::size_t, std::size_t> ids;
  frame.cell_of.resize(rows * columns);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      const auto [found, is_new] = ids.emplace(groups.find(r * columns + c), frame.areas.size());
      if (is_new) {
        Cell cell;
        cell.row = r;
        cell.column = c;
        frame.areas.push_back(std::move(cell));
      }
      Cell& cell = frame.areas[found->second];
      cell.rows = std::max(cell.rows, r + 1 - cell.row);
      if (c < cell.column) {
        cell.columns += cell.column - c;
        cell.column = c;
      }
      cell.columns = std::max(cell.columns, c + 1 - cell.column);
      frame.cell_of[r * columns + c] = found->second;
    }
  }
  find_broken(frame, upright, level);
  frame.grid = Grid(rows, columns);
  frame.grid.edges = frame.xs;
  return true;
}

}  // namespace

std::vector<std::pair<Box, Grid>> ruled_tables(const PdfPage& page, std::vector<PdfWord>& rest,
                                               std::vector<double>* undrawn) {
  std::vector<TableFrame> frames;
  for (Rules& table : split_tables(page.rules)) {
    if (table.vertical.size() < 2 || table.horizontal.empty()) {
      continue;  // underlines, frames of pictures; columns are then found by gaps
    }
    const std::vector<Rule> drawn = table.horizontal;
    close_cut_row(table, page.words);
    add_undrawn_columns(table, page.words);
    close_sides(table);
    TableFrame frame;
    if (make_frame(table, frame) && frame.cell_of.size() > 1) {
      find_open(frame, drawn);
      find_clipped(frame, page.rules.clipped);
      frames.push_back(std::move(frame));
    }
  }
  const bool two_up = stand_in_halves(frames, page.width / 2);
  std::stable_sort(frames.begin(), frames.end(), [&](const TableFrame& a, const TableFrame& b) {
    const bool a_right = two_up && a.xs.front() > page.width / 2;
    const bool b_right = two_up && b.xs.front() > page.width / 2;
    return std::tuple(a_right, a.ys.front(), a.xs.front()) <
           std::tuple(b_right, b.ys.front(), b.xs.front());
  });

  std::vector<AreaWords> words(frames.size());
  for (std::size_t i = 0; i < frames.size(); ++i) {
    words[i].resize(frames[i].areas.size());
  }
  for (const PdfWord& word : page.words) {
    const double y = word.middle();
    const double x = (word.box.left + word.box.right) / 2;
    // The smallest table around it: a page may have a frame.
    std::size_t best = frames.size();
    for (std::size_t i = 0; i < frames.size(); ++i) {
      const TableFrame& f = frames[i];
      const double reach = TableFrame::cut_by_rule * word.size;
      if (y < f.ys.front() - reach || y > f.ys.back() + reach || x < f.xs.front() ||
          x > f.xs.back()) {
        continue;
      }
      if (best == frames.size() ||
          f.ys.back() - f.ys.front() < frames[best].ys.back() - frames[best].ys.front()) {
        best = i;
      }
    }
    if (best == frames.size()) {
      rest.push_back(word);
      continue;
    }
    deal_word(word, frames[best], words[best]);
  }

  std::vector<std::pair<Box, Grid>> out;
  const std::vector<double> before =
      undrawn != nullptr && !frames.empty() ? std::exchange(*undrawn, {}) : std::vector<double>{};
  for (std::size_t i = 0; i < frames.size(); ++i) {
    TableFrame& f = frames[i];
    if (undrawn != nullptr && hides_rows(f, words[i], page.number, before)) {
      *undrawn = f.xs;
      for (const std::vector<PdfWord>& area : words[i]) {
        rest.insert(rest.end(), area.begin(), area.end());
      }
      continue;
    }
    if (i + 1 == frames.size()) {
      for (const std::size_t area : take_pushed_lines(f, page.number, words[i], rest)) {
        f.broken[area] = true;
      }
    }
    lift_cut_lines(f, page.number, words[i]);
    std::vector<bool> stands(f.xs.size(), false);
    for (std::size_t a = 0; a < f.areas.size(); ++a) {
      stands[f.areas[a].column] = stands[f.areas[a].column] || stands_upright(words[i][a]);
    }
    const auto tenth = [](double value) { return std::round(value * 10) / 10; };
    for (std::size_t a = 0; a < f.areas.size(); ++a) {
      Cell& cell = f.areas[a];
      level_standing_text(words[i][a], stands[cell.column]);
      std::vector<PdfLine> lines = lines_of(std::move(words[i][a]), page.number);
      const bool overlaid = has_overlaid_lines(lines);
      for (PdfLine& line : lines) {
        cell.lines.push_back(std::move(line.line));
      }
      cell.place.page = page.number;
      cell.place.box =
          Box{tenth(f.xs[cell.column]), tenth(f.ys[cell.row]),
              tenth(f.xs[cell.column + cell.columns]), tenth(f.ys[cell.row + cell.rows])};
      if ((f.broken[a] || overlaid) && !cell.lines.empty()) {
        f.grid.doubts.push_back(cell.place);
      }
      if (cell.lines.empty()) {
        keep_to_own(f, a, cell);
      }
      f.grid.add(std::move(cell));
    }
    const Box box{f.xs.front(), f.ys.front(), f.xs.back(), f.ys.back()};
    f.grid.place.page = page.number;
    out.emplace_back(box, std::move(f.grid));
  }
  return out;
}

}  // namespace budgetdiff::import
