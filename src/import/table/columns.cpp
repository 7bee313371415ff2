#include "import/table/columns.hpp"

#include "import/text/amount_run.hpp"
#include "import/text/flow.hpp"

#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>

namespace budgetdiff::import {
namespace {

constexpr std::size_t deepest_header = 5;
constexpr std::size_t longest_header_word = 40;

struct RowWords {
  std::size_t cells = 0;
  std::size_t known = 0;
  bool amounts = false;
  bool prose = false;
  std::vector<Role> roles;

  [[nodiscard]] bool has(Role role) const {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  }
};

RowWords words_of_row(const Grid& grid, std::size_t row) {
  RowWords out;
  for (const Cell* cell : grid.filled_cells(row)) {
    const std::u32string text = cell->packed();
    ++out.cells;
    if (read_published_amount(text)) {
      out.amounts = true;
    }
    if (text.size() > longest_header_word) {
      out.prose = true;
      continue;
    }
    const Term term = look_up_header(to_utf8(text));
    if (term.role != Role::none) {
      ++out.known;
      out.roles.push_back(term.role);
    }
  }
  return out;
}

bool begins_header(const RowWords& words) {
  if (words.amounts || words.prose || words.known < 2 || words.known * 10 < words.cells * 6) {
    return false;
  }
  const bool columns = words.has(Role::money) || words.has(Role::goal) ||
                       words.has(Role::indicators) || words.has(Role::level1) ||
                       words.has(Role::level2) || words.has(Role::level3);
  const bool project = words.has(Role::project_name) && columns && words.known >= 3;
  const bool levels =
      (words.has(Role::level3) || words.has(Role::indicators)) &&
      (words.has(Role::level1) || words.has(Role::level2) || words.has(Role::value) ||
       words.has(Role::annual_target) || words.has(Role::period_target));
  return project || levels;
}

/// Whether `row` still belongs to a header that began in `first`.
bool continues_header(const Grid& grid, std::size_t first, std::size_t row) {
  if (row >= grid.rows() || row >= first + deepest_header) {
    return false;
  }
  const RowWords words = words_of_row(grid, row);
  if (words.amounts || words.prose || words.has(Role::project_name)) {
    return false;
  }
  bool spanned = false;
  for (std::size_t c = 0; c < grid.columns(); ++c) {
    const Cell* cell = grid.at(row, c);
    spanned = spanned ||
              (cell != nullptr && cell->row >= first && cell->row < row && !cell->packed().empty());
  }
  if (spanned) {
    return words.cells == 0 || words.known > 0;
  }
  return words.known >= 2 && words.known * 10 >= words.cells * 7;
}

bool contains(const std::string& text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

Column column_of(const Grid& grid, std::size_t first, std::size_t rows, std::size_t c) {
  Column out;
  const Cell* last = nullptr;
  std::string key_words;
  for (std::size_t r = first; r < first + rows; ++r) {
    const Cell* cell = grid.at(r, c);
    if (cell == nullptr || cell == last) {
      continue;
    }
    last = cell;
    const std::string word = cell_word(*cell);
    if (word.empty()) {
      continue;
    }
    out.header += (out.header.empty() ? "" : "/") + word;
    if (const std::string unit = money_unit_in_header(word); !unit.empty()) {
      out.unit = unit;
    }
    if (contains(word, {"实施周期", "实施期", "中期", "长期", "总体"})) {
      out.span = Span::period;
    } else if (contains(word, {"年度", "当年", "本年"})) {
      out.span = Span::annual;
    }
    const Term term = look_up_header(word);
    if (out.role == Role::money && out.key != column::total && is_sum_label(word)) {
      continue;  // 合计 under 财政拨款 is that of 财政拨款
    }
    if (term.role != Role::none) {
      // 备注 or 单位 below a known word say less than the word itself.
      const bool weaker =
          out.role != Role::none && (term.role == Role::remark || term.role == Role::department);
      if (!weaker) {
        out.role = term.role;
        out.key = term.column;
        key_words = word;
      }
    } else if (out.role == Role::money && !is_subtotal_label(word)) {
      // A source of funding that has no key of its own keeps its published words.
      out.key = word;
      key_words = word;
    }
  }
  return out;
}

/// No two columns of money may share a key: what stands further right keeps
/// its published words.
void separate_keys(std::vector<Column>& columns) {
  std::map<std::string, int> seen;
  for (Column& column : columns) {
    if (column.role != Role::money) {
      continue;
    }
    if (contains(column.header, {"上年", "上一年", "去年"}) && column.key == column::total) {
      column.key = "previous_year";
    }
    if (seen[column.key]++ > 0) {
      column.key = column.header;
      if (seen[column.key]++ > 0) {
        column.key += " " + std::to_string(seen[column.key]);
      }
    }
  }
}

}  // namespace

bool Header::has(Role role) const {
  return find(role) != Grid::none;
}

bool Header::of_performance() const {
  return has(Role::goal) || has(Role::annual_goal) || has(Role::indicators) || has(Role::level3);
}

bool Header::plain_list() const {
  const auto names = std::count_if(columns.begin(), columns.end(), [](const Column& column) {
    return column.role == Role::project_name;
  });
  return names == 1 && columns[find(Role::project_name)].header != "项目" && has(Role::money);
}

std::size_t Header::find(Role role) const {
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (columns[c].role == role) {
      return c;
    }
  }
  return Grid::none;
}

std::string cell_word(const Cell& cell) {
  return published(cell.packed());
}

std::optional<Header> header_at(const Grid& grid, std::size_t row) {
  if (row >= grid.rows() || !begins_header(words_of_row(grid, row))) {
    return std::nullopt;
  }
  Header out;
  out.rows = 1;
  while (continues_header(grid, row, row + out.rows)) {
    ++out.rows;
  }
  // Merged header cells keep their rows even where those hold nothing else.
  std::size_t least = deepest_header;
  for (const Cell* cell : grid.filled_cells(row)) {
    least = std::min(least, cell->rows);
  }
  out.rows = std::min(std::max(out.rows, least), grid.rows() - row);
  for (std::size_t c = 0; c < grid.columns(); ++c) {
    out.columns.push_back(column_of(grid, row, out.rows, c));
  }
  // 绩效指标 beside 一级指标 is the third level; so is a second 二级指标 …
  const bool levels = out.has(Role::level1) || out.has(Role::level2);
  for (Column& column : out.columns) {
    if (column.role == Role::indicators && levels && !out.has(Role::level3)) {
      column.role = Role::level3;
    }
  }
  // 长期绩效指标 at the side of its own table says whose targets all of them are.
  for (const Column& column : out.columns) {
    if (out.indicator_rows() && (column.role == Role::none || column.role == Role::indicators) &&
        column.span != Span::unknown) {
      out.span = column.span;
    }
  }
  // … and an indicator's heading over columns without words of their own is not
  // a list of indicators.
  separate_keys(out.columns);
  return out;
}

}  // namespace budgetdiff::import
