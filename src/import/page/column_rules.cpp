#include "import/page/column_rules.hpp"

#include "import/page/level.hpp"
#include "import/page/level_table.hpp"
#include "import/page/lines.hpp"
#include "import/page/outside_lines.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Tables are wider than this part of the page; lines under words are not.
constexpr double least_width = 0.25;
/// More lines than people draw: such a page is left as it is.
constexpr std::size_t most_lines = 4000;

/// Lines that no vertical line meets, by height.
std::vector<Level> loose_levels(const PdfPage& page) {
  std::vector<Level> out;
  for (const Rule& rule : page.rules.horizontal) {
    const auto crossing = std::count_if(
        page.rules.vertical.begin(), page.rules.vertical.end(), [&](const Rule& vertical) {
          return vertical.at >= rule.from - same_place && vertical.at <= rule.to + same_place &&
                 rule.at >= vertical.from - same_place && rule.at <= vertical.to + same_place;
        });
    if (crossing > 1) {
      continue;
    }
    if (out.empty() || rule.at - out.back().y > same_place) {
      out.emplace_back();
      out.back().y = rule.at;
    }
    out.back().rules.push_back(&rule);
  }
  return out;
}

/// Words by their height.
std::vector<const PdfWord*> by_height(const PdfPage& page) {
  std::vector<const PdfWord*> out;
  out.reserve(page.words.size());
  for (const PdfWord& word : page.words) {
    out.push_back(&word);
  }
  std::sort(out.begin(), out.end(),
            [](const PdfWord* a, const PdfWord* b) { return a->middle() < b->middle(); });
  return out;
}

/// Whether text between two lines stands between two tables.
bool parts_tables(const std::vector<const PdfWord*>& words, const Level& above,
                  const Level& below) {
  std::vector<PdfWord> between;
  auto at = std::upper_bound(words.begin(), words.end(), above.y,
                             [](double y, const PdfWord* word) { return y < word->middle(); });
  for (; at != words.end() && (*at)->middle() < below.y; ++at) {
    between.push_back(**at);
  }
  const std::vector<PdfLine> lines = lines_of(std::move(between), 0);
  return std::any_of(lines.begin(), lines.end(), stands_outside);
}

/// The lines of each table: those that share their place across the page, with nothing but
/// rows between them.
std::vector<std::vector<Level>> tables_of(const PdfPage& page, std::vector<Level> levels) {
  std::vector<std::vector<Level>> out;
  const std::vector<const PdfWord*> words = by_height(page);
  double left = 0;
  double right = 0;
  for (Level& level : levels) {
    const double from = level.left();
    const double to = level.right();
    const auto whole = [&](double a, double b) {
      return std::abs(a - left) < at_side && std::abs(b - right) < at_side;
    };
    bool same = !out.empty() && std::min(to, right) - std::max(from, left) >
                                    0.5 * std::min(to - from, right - left);
    if (same && whole(from, to) && whole(out.back().back().left(), out.back().back().right())) {
      same = !parts_tables(words, out.back().back(), level);
    }
    if (!same) {
      out.emplace_back();
      left = from;
      right = to;
    }
    left = std::min(left, from);
    right = std::max(right, to);
    out.back().push_back(std::move(level));
  }
  std::erase_if(out, [&](const std::vector<Level>& table) {
    double from = table.front().left();
    double to = table.front().right();
    for (const Level& level : table) {
      from = std::min(from, level.left());
      to = std::max(to, level.right());
    }
    return to - from < least_width * page.width;
  });
  return out;
}

}  // namespace

void add_column_rules(PdfPage& page, ColumnsBefore& before) {
  ColumnsBefore last;
  if (page.rules.horizontal.empty() || page.rules.horizontal.size() > most_lines ||
      page.rules.vertical.size() > most_lines) {
    before.clear();
    return;
  }
  Rules added;
  std::vector<Level> loose = loose_levels(page);
  if (loose.empty()) {
    before.clear();
    return;
  }
  for (std::vector<Level>& levels : tables_of(page, std::move(loose))) {
    std::vector<double> columns = add_table_rules(std::move(levels), page, before, added);
    if (!columns.empty()) {
      last = std::move(columns);
      before.clear();  // what is above the next table of the page is not the page before's
    }
  }
  before = std::move(last);
  if (added.vertical.empty()) {
    return;
  }
  const auto by_place = [](const Rule& a, const Rule& b) {
    return std::tie(a.at, a.from) < std::tie(b.at, b.from);
  };
  for (const auto& [from, to] : {std::pair{&added.horizontal, &page.rules.horizontal},
                                 std::pair{&added.vertical, &page.rules.vertical}}) {
    to->insert(to->end(), from->begin(), from->end());
    std::sort(to->begin(), to->end(), by_place);
  }
}

}  // namespace budgetdiff::import
