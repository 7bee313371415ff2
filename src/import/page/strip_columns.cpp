#include "import/page/strip_columns.hpp"

#include "import/page/amounts_before_text.hpp"
#include "import/page/money_strips.hpp"
#include "import/page/text_parts.hpp"
#include "import/page/white_strip.hpp"
#include "import/page/word_kinds.hpp"

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A row has one name and one target. Where a header names one of them twice and the other once
/// (三级指标 and 指标内容, 指标值 and 指标值内容), the later column explains the first.
void only_once(std::vector<Role>& roles) {
  const auto count = [&](Role role) { return std::count(roles.begin(), roles.end(), role); };
  for (const auto& [twice, once] :
       {std::pair(Role::level3, Role::value), std::pair(Role::value, Role::level3)}) {
    if (count(twice) == 2 && count(once) <= 1) {
      *std::find(roles.rbegin(), roles.rend(), twice) = Role::remark;
      return;
    }
  }
}

/// 单位 heads no money where a table has a row an indicator: behind the targets it is what they are
/// counted in.
void find_units(std::vector<Role>& roles) {
  const auto value = std::find(roles.rbegin(), roles.rend(), Role::value);
  const bool has_units =
      std::find(roles.begin(), roles.end(), Role::measurement_unit) != roles.end();
  if (has_units || value == roles.rend() ||
      std::find(roles.begin(), roles.end(), Role::level3) == roles.end()) {
    return;
  }
  const auto unit = std::find(value.base(), roles.end(), Role::money_unit);
  if (unit != roles.end()) {
    *unit = Role::measurement_unit;
  }
}

/// A column before the values of numbers with units that nobody knows (指标方向) is that of
/// comparators where the table has some and no other column for them.
void find_comparators(std::vector<Role>& roles, const std::vector<PdfWord>& body) {
  constexpr std::ptrdiff_t fewest = 3;
  const auto has = [&](Role role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  };
  const auto value = std::find(roles.begin(), roles.end(), Role::value);
  if (has(Role::comparator) || !has(Role::measurement_unit) || value == roles.begin() ||
      value == roles.end() || (*(value - 1) != Role::remark && *(value - 1) != Role::none)) {
    return;
  }
  const auto signs = std::count_if(body.begin(), body.end(),
                                   [](const PdfWord& word) { return kind_of(word.text).compares; });
  if (signs >= fewest) {
    *(value - 1) = Role::comparator;
  }
}

/// On pages a column whose words are comparators, all of them, is that of comparators whatever it
/// is called (指标值类型), where the table has no other: its words are a row's each, and none
/// spans.
void find_comparator_strip(StripColumns& columns, const std::vector<PdfWord>& body) {
  std::vector<Role>& roles = columns.roles;
  const auto has = [&](Role role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  };
  if (has(Role::comparator) || !has(Role::level3) || !has(Role::value)) {
    return;
  }
  for (std::size_t c = 0; c < roles.size(); ++c) {
    std::size_t signs = 0;
    std::size_t others = 0;
    for (const PdfWord& word : body) {
      const double middle = (word.box.left + word.box.right) / 2;
      if (middle < columns.edges[c] || middle >= columns.edges[c + 1] || word.text.empty()) {
        continue;
      }
      const bool compares = kind_of(word.text).compares;
      signs += compares && !word.text.starts_with(U"定") ? 1U : 0U;
      others += compares ? 0U : 1U;
    }
    if ((roles[c] == Role::none || roles[c] == Role::remark) && signs > 0 && others == 0) {
      roles[c] = Role::comparator;
      return;
    }
  }
}

}  // namespace

StripColumns columns_of(const HeaderBand& band, const std::vector<PdfWord>& body,
                        const PdfPage& page) {
  StripColumns out;
  std::vector<PdfWord> words = body;
  for (const HeaderCell& cell : band.cells) {
    words.insert(words.end(), cell.words.begin(), cell.words.end());
    out.header.insert(out.header.end(), cell.words.begin(), cell.words.end());
    out.centers.push_back(cell.center());
  }
  out.edges.push_back(0);
  out.first_left = band.cells.front().box.left;
  const std::size_t side = is_text(body) ? side_cells(band) : 0;
  std::size_t money = Grid::none;
  std::size_t target = Grid::none;
  bool level3 = false;
  for (std::size_t i = 0; i < band.cells.size(); ++i) {
    const HeaderCell& cell = band.cells[i];
    if (i + 1 < band.cells.size()) {
      out.edges.push_back(parting_strip(out.centers, i, words));
    }
    const Role role = i < side ? Role::indicators : cell.term.role;
    out.roles.push_back(role);
    out.money.push_back(role == Role::money);
    out.prose.push_back(role == Role::goal || role == Role::annual_goal ||
                        role == Role::indicators);
    if (role == Role::money && money == Grid::none) {
      money = i;
    }
    if (role == Role::indicators) {
      out.list = i;
    }
    level3 = level3 || role == Role::level3;
    if (role == Role::annual_target || role == Role::value ||
        (role == Role::period_target && target == Grid::none)) {
      target = i;
    }
  }
  find_units(out.roles);
  if (is_text(body)) {
    only_once(out.roles);
    find_comparators(out.roles, body);
  }
  out.edges.push_back(std::max(page.width, band.cells.back().box.right));
  if (!is_text(body)) {
    find_comparator_strip(out, body);
  }
  std::size_t last = money;
  while (money != Grid::none && last + 1 < out.money.size() && out.money[last + 1]) {
    ++last;
  }
  if (money != Grid::none && is_text(body)) {
    out.money_guessed = !fit_money_edges(out.edges, out.centers, money, last, body);
  } else if (money != Grid::none && last > money) {
    std::vector<Box> heads;
    for (const HeaderCell& cell : band.cells) {
      heads.push_back(cell.box);
    }
    keep_figures_right(out.edges, heads, money, last, body);
  }
  if (money != Grid::none && !is_text(body)) {
    keep_amounts_before_text(out.edges, last, body);
  }
  out.indicator_rows = level3 && target != Grid::none;
  out.figure = level3 && target != Grid::none ? target : money;
  if (level3) {
    out.list = Grid::none;
  }
  return out;
}

void fit_edges(StripColumns& columns, const std::vector<PdfWord>& body) {
  std::vector<PdfWord> words = columns.header;
  words.insert(words.end(), body.begin(), body.end());
  for (std::size_t c = 0; c + 1 < columns.centers.size(); ++c) {
    const double edge = columns.edges[c + 1];
    const bool white = std::none_of(body.begin(), body.end(), [&](const PdfWord& word) {
      return word.box.left < edge && word.box.right > edge;
    });
    if (white && !is_text(body)) {
      continue;
    }
    columns.edges[c + 1] = parting_strip(columns.centers, c, words);
  }
}

std::vector<double> edges_of_page(StripColumns& columns, const std::vector<PdfWord>& body) {
  std::vector<double> out = columns.edges;
  const auto first = std::find(columns.money.begin(), columns.money.end(), true);
  const auto last = std::find(first, columns.money.end(), false);
  if (first != last) {
    columns.money_guessed = !fit_money_edges(
        out, columns.centers, static_cast<std::size_t>(first - columns.money.begin()),
        static_cast<std::size_t>(last - columns.money.begin()) - 1, body);
  }
  return out;
}

}  // namespace budgetdiff::import
