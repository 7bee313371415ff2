#include "import/pdf/ruled_tables.hpp"

#include "import/page/furniture.hpp"
#include "import/page/lines.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <utility>

namespace budgetdiff::import {
namespace {

/// How far apart crossing lines may end and still meet.
constexpr double meets = 3.5;
/// Lines this near are one border (double rules, neighbouring cells' borders).
constexpr double same_border = 3.0;
/// A table's lines may run past its last crossing line by this much.
constexpr double open_side = 6.0;
/// A line of text whose middle is beyond a table's end by less than this part of its
/// letters is one that the end of the page pushes out of its cell: the rule runs through it.
constexpr double cut_by_rule = 0.4;
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
  for (auto& [id, table] : tables) {
    out.push_back(std::move(table));
  }
  return out;
}

std::vector<double> borders(const std::vector<Rule>& rules) {
  std::vector<double> places;
  for (const Rule& rule : rules) {
    places.push_back(rule.at);
  }
  std::sort(places.begin(), places.end());
  std::vector<double> out;
  for (const double place : places) {
    if (out.empty() || place - out.back() > same_border) {
      out.push_back(place);
    }
  }
  return out;
}

/// Adds the outer lines that print left away.
void close_sides(Rules& table) {
  const auto extent = [](const std::vector<Rule>& rules) {
    std::pair<double, double> out{rules.front().from, rules.front().to};
    for (const Rule& rule : rules) {
      out = {std::min(out.first, rule.from), std::max(out.second, rule.to)};
    }
    return out;
  };
  const auto close = [&](std::vector<Rule>& across, const std::vector<Rule>& along) {
    if (along.empty()) {
      return;
    }
    const auto [low, high] = extent(along);
    const std::vector<double> at = borders(across);
    double from = along.front().at;
    double to = from;
    for (const Rule& rule : along) {
      from = std::min(from, rule.at);
      to = std::max(to, rule.at);
    }
    if (to - from < same_border) {
      return;
    }
    if (at.empty() || low < at.front() - open_side) {
      across.push_back({low, from, to});
    }
    if (at.empty() || high > at.back() + open_side) {
      across.push_back({high, from, to});
    }
  };
  const std::vector<Rule> horizontal = table.horizontal;
  close(table.horizontal, table.vertical);
  close(table.vertical, horizontal);
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

struct Frame {
  std::vector<double> xs;
  std::vector<double> ys;
  Grid grid;
  std::vector<std::size_t> cell_of;  ///< index into `areas` for each position
  std::vector<Cell> areas;
};

std::size_t column_at(const std::vector<double>& edges, double x) {
  const auto after = std::upper_bound(edges.begin(), edges.end(), x);
  const auto index = after - edges.begin() - 1;
  return static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(index, 0, static_cast<std::ptrdiff_t>(edges.size()) - 2));
}

bool make_frame(const Rules& table, Frame& frame) {
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
  frame.grid = Grid(rows, columns);
  frame.grid.edges = frame.xs;
  return true;
}

/// The words of each area.
using AreaWords = std::vector<std::vector<PdfWord>>;

/// Lines of a cell follow one another by the same step, but for this part of a letter.
constexpr double same_step = 0.12;
/// A first line nearer to the next than this part of the step from there is none of its cell.
constexpr double overlapping = 0.7;
/// They begin at one place, or have one middle, but for this part of a letter.
constexpr double same_side = 0.35;

double middle_of(const Box& box) {
  return (box.left + box.right) / 2;
}

/// Whether `line` is what a cell of `lines` would hold next.
bool is_next_line(const std::vector<PdfLine>& lines, const PdfLine& line) {
  if (lines.empty()) {
    return false;
  }
  const PdfLine& last = lines.back();
  const double step = line.middle - last.middle;
  const double usual =
      lines.size() > 1 ? last.middle - lines[lines.size() - 2].middle : 1.5 * line.size;
  const double off = lines.size() > 1 ? same_step * line.size : 0.5 * line.size;
  return std::abs(step - usual) < off && std::abs(line.size - last.size) < 0.1 * last.size &&
         (std::abs(line.box.left - last.box.left) < same_side * line.size ||
          std::abs(middle_of(line.box) - middle_of(last.box)) < same_side * line.size);
}

/// Lines that the page's end pushes into the cell below: its upper rule runs through them, and
/// the cell above is blank or goes on with them.
void lift_cut_lines(const Frame& frame, int page, AreaWords& words) {
  const std::size_t columns = frame.xs.size() - 1;
  for (std::size_t a = 0; a < words.size(); ++a) {
    const Cell& cell = frame.areas[a];
    if (cell.row == 0 || words[a].size() < 2) {
      continue;
    }
    const double top = frame.ys[cell.row];
    // The first line, and how far the next is below: lines of one cell do not overlap.
    double first = words[a].front().middle();
    for (const PdfWord& word : words[a]) {
      first = std::min(first, word.middle());
    }
    if (first - top > words[a].front().size) {
      continue;
    }
    double from = frame.xs.back();
    double to = frame.xs.front();
    for (const PdfWord& word : words[a]) {
      if (word.middle() < first + same_step * word.size) {
        from = std::min(from, word.box.left);
        to = std::max(to, word.box.right);
      }
    }
    std::vector<double> below;
    for (const PdfWord& word : words[a]) {
      // Words beside it may be set a little lower, in another font.
      const bool under = word.box.left < to && word.box.right > from;
      if (under && word.middle() > first + same_step * word.size) {
        below.push_back(word.middle());
      }
    }
    std::sort(below.begin(), below.end());
    const auto third = std::find_if(below.begin(), below.end(), [&](double y) {
      return y > below.front() + same_step * words[a].front().size;
    });
    const bool overlaps =
        third != below.end() && below.front() - first < overlapping * (*third - below.front());
    const auto is_cut = [&](const PdfWord& word) {
      return word.middle() < first + same_step * word.size &&
             (first - top < cut_by_rule * word.size || overlaps);
    };
    const std::size_t above = frame.cell_of[(cell.row - 1) * columns + cell.column];
    if (std::none_of(words[a].begin(), words[a].end(), is_cut) ||
        frame.areas[above].columns != cell.columns) {
      continue;
    }
    const auto rest = std::stable_partition(words[a].begin(), words[a].end(), is_cut);
    const std::vector<PdfWord> cut(words[a].begin(), rest);
    if (rest == words[a].end() ||
        (!words[above].empty() &&
         !is_next_line(lines_of(words[above], page), lines_of(cut, page).front()))) {
      continue;
    }
    words[above].insert(words[above].end(), cut.begin(), cut.end());
    words[a].erase(words[a].begin(), rest);
  }
}

/// Lines below the last rule that go on with a cell of the last row, step by step: the page
/// ends the table before the text, and nothing else stands below. They are taken out of `rest`.
void take_pushed_lines(const Frame& frame, int page, AreaWords& words, std::vector<PdfWord>& rest) {
  constexpr double reach = 12;  ///< letters below the rule, where a page has that much room
  const std::size_t row = frame.ys.size() - 2;
  const std::size_t columns = frame.xs.size() - 1;
  std::map<std::size_t, std::vector<PdfWord>> below;
  for (const PdfWord& word : rest) {
    const double down = word.middle() - frame.ys.back();
    const double x = middle_of(word.box);
    if (down > 0 && down < reach * word.size && x > frame.xs.front() && x < frame.xs.back()) {
      below[frame.cell_of[row * columns + column_at(frame.xs, x)]].push_back(word);
    }
  }
  for (auto& [area, candidates] : below) {
    std::vector<PdfLine> lines = lines_of(words[area], page);
    double end = 0;
    for (PdfLine& line : lines_of(candidates, page)) {
      const Cell& cell = frame.areas[area];
      const bool inside = line.box.left > frame.xs[cell.column] &&
                          line.box.right < frame.xs[cell.column + cell.columns] + 1;
      if (!inside || !is_next_line(lines, line)) {
        break;
      }
      end = line.middle + same_side * line.size;
      lines.push_back(std::move(line));
    }
    if (std::any_of(rest.begin(), rest.end(), [&](const PdfWord& word) {
          return word.middle() > std::max(end, frame.ys.back()) && !is_page_number(word.text);
        })) {
      continue;
    }
    const auto taken = [&, area = area](const PdfWord& word) {
      const double x = middle_of(word.box);
      return word.middle() > frame.ys.back() && word.middle() < end && x > frame.xs.front() &&
             x < frame.xs.back() && frame.cell_of[row * columns + column_at(frame.xs, x)] == area;
    };
    std::copy_if(rest.begin(), rest.end(), std::back_inserter(words[area]), taken);
    std::erase_if(rest, taken);
  }
}

}  // namespace

std::vector<std::pair<Box, Grid>> ruled_tables(const PdfPage& page, std::vector<PdfWord>& rest) {
  std::vector<Frame> frames;
  for (Rules& table : split_tables(page.rules)) {
    if (table.vertical.size() < 2 || table.horizontal.empty()) {
      continue;  // underlines, frames of pictures; columns are then found by gaps
    }
    close_sides(table);
    Frame frame;
    if (make_frame(table, frame) && frame.cell_of.size() > 1) {
      frames.push_back(std::move(frame));
    }
  }
  std::stable_sort(frames.begin(), frames.end(), [](const Frame& a, const Frame& b) {
    return a.ys.front() != b.ys.front() ? a.ys.front() < b.ys.front() : a.xs.front() < b.xs.front();
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
      const Frame& f = frames[i];
      const double reach = cut_by_rule * word.size;
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
    Frame& f = frames[best];
    const std::size_t columns = f.xs.size() - 1;
    const std::size_t row = column_at(f.ys, y);
    const auto area_at = [&](double place) {
      return f.cell_of[row * columns + column_at(f.xs, place)];
    };
    // Text of neighbouring cells may have been joined into one word.
    std::size_t begin = 0;
    const auto area_of = [&](std::size_t i) {
      return area_at((word.char_left[i] + word.char_right[i]) / 2);
    };
    for (std::size_t i = 1; i <= word.text.size(); ++i) {
      if (i == word.text.size() || area_of(i) != area_of(begin)) {
        words[best][area_of(begin)].push_back(part_of(word, begin, i));
        begin = i;
      }
    }
  }

  std::vector<std::pair<Box, Grid>> out;
  for (std::size_t i = 0; i < frames.size(); ++i) {
    Frame& f = frames[i];
    if (i + 1 == frames.size()) {
      take_pushed_lines(f, page.number, words[i], rest);
    }
    lift_cut_lines(f, page.number, words[i]);
    const auto tenth = [](double value) { return std::round(value * 10) / 10; };
    for (std::size_t a = 0; a < f.areas.size(); ++a) {
      Cell& cell = f.areas[a];
      for (PdfLine& line : lines_of(std::move(words[i][a]), page.number)) {
        cell.lines.push_back(std::move(line.line));
      }
      cell.place.page = page.number;
      cell.place.box =
          Box{tenth(f.xs[cell.column]), tenth(f.ys[cell.row]),
              tenth(f.xs[cell.column + cell.columns]), tenth(f.ys[cell.row + cell.rows])};
      f.grid.add(std::move(cell));
    }
    const Box box{f.xs.front(), f.ys.front(), f.xs.back(), f.ys.back()};
    f.grid.place.page = page.number;
    out.emplace_back(box, std::move(f.grid));
  }
  return out;
}

}  // namespace budgetdiff::import
