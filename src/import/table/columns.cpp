#include "import/table/columns.hpp"

#include "import/table/column_content.hpp"
#include "import/table/column_groups.hpp"
#include "import/table/column_words.hpp"
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
    const std::string word = to_utf8(text);
    const Term term = look_up_header(word);
    if (term.role != Role::none) {
      ++out.known;
      out.roles.push_back(term.role);
    } else if (is_bare_year(word)) {
      ++out.known;
    }
  }
  return out;
}

/// The words of a row and of those that its spanned cells reach down to.
RowWords words_of_rows(const Grid& grid, std::size_t row) {
  RowWords out = words_of_row(grid, row);
  std::size_t depth = 1;
  for (const Cell* cell : grid.filled_cells(row)) {
    depth = std::max(depth, std::min(cell->rows, deepest_header));
  }
  for (std::size_t below = row + 1; below < row + depth && below < grid.rows(); ++below) {
    const RowWords more = words_of_row(grid, below);
    if (more.amounts || more.prose || more.known * 10 < more.cells * 6) {
      break;
    }
    out.cells += more.cells;
    out.known += more.known;
    out.roles.insert(out.roles.end(), more.roles.begin(), more.roles.end());
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
  const bool targets =
      words.has(Role::value) || words.has(Role::annual_target) || words.has(Role::period_target);
  const bool levels = (words.has(Role::level3) || words.has(Role::indicators)) &&
                      (words.has(Role::level1) || words.has(Role::level2) || targets);
  // Names may stand under 二级指标, or under a word that nobody knows: infer_columns() looks.
  return project || levels || (words.has(Role::level2) && targets);
}

bool is_header(const Grid& grid, std::size_t row) {
  const RowWords words = words_of_row(grid, row);
  if (begins_header(words)) {
    return true;
  }
  // The words that tell may all stand below the headings of several columns.
  const bool may_be =
      !words.amounts && !words.prose &&
      (words.has(Role::project_name) || words.has(Role::level1) || words.has(Role::level3));
  return may_be && begins_header(words_of_rows(grid, row));
}

/// A first indicator whose name is a header's word (预算执行率, 项目资金总额): it stands behind
/// one category of each level, or before a target.
bool holds_indicator(const Grid& grid, std::size_t row) {
  std::size_t second = 0;
  bool first = false;
  bool target = false;
  for (const Cell* cell : grid.filled_cells(row)) {
    if (cell->row != row) {
      continue;
    }
    const std::u32string text = cell->packed();
    const std::string word = to_utf8(text);
    first = first || is_level1_category(word);
    second += is_level2_category(word) && !is_level1_category(word) ? 1U : 0U;
    target = target || comparator_signs.find(text.front()) != comparator_signs.npos;
  }
  return target || (first && second == 1);
}

/// Whether `row` still belongs to a header that began in `first`.
bool continues_header(const Grid& grid, std::size_t first, std::size_t row) {
  if (row >= grid.rows() || row >= first + deepest_header) {
    return false;
  }
  const RowWords words = words_of_row(grid, row);
  if (words.amounts || words.prose || words.has(Role::project_name) || holds_indicator(grid, row)) {
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
    out.of_sources = out.of_sources || heads_sources(word);
    if (contains(word, {"实施周期", "实施期", "中期", "长期", "总体"})) {
      out.span = Span::period;
    } else if (contains(word, {"年度", "当年", "本年"})) {
      out.span = Span::annual;
    }
    if (const Adjusted adjusted = adjusted_in(word); adjusted != Adjusted::unsaid) {
      out.adjusted = adjusted;
      out.word = word;
    }
    if (const auto year = year_in(word)) {
      out.year = *year;
      if (is_bare_year(word)) {
        out.word = word;
        continue;
      }
    }
    const bool of_indicators = out.role == Role::none || out.role == Role::indicators;
    if (of_indicators && is_level1_category(word)) {
      out.category = word;
      continue;
    }
    if (holds_targets(out.role) &&
        contains(word, {"前年", "上年", "去年", "上一年", "历史", "实际"})) {
      out.role = Role::remark;  // 指标值 over 前年, 上年 and 预计当年实现
      continue;
    }
    const Term term = look_up_header(word);
    if (holds_targets(out.role) && term.role == Role::money) {
      continue;  // 调整后 under 指标值
    }
    if (out.role == Role::money && out.key != column::total && is_sum_label(word)) {
      continue;  // 合计 under 财政拨款 is that of 财政拨款
    }
    if (out.role == Role::money && is_amount_itself(word)) {
      out.word = word;
      continue;
    }
    if (out.role == Role::money && out.key != column::total && term.role == Role::money &&
        (term.column == "adjusted_budget" || term.column == "executed")) {
      // 调整后 under 财政拨款 is a part of what 调整后 under 总计 is.
      out.key = std::string(published_word(out.key)).append("（").append(word).append("）");
      out.word = out.key;
      continue;
    }
    if (term.role != Role::none) {
      // 备注 or 单位 below a known word say less than the word itself.
      const bool weaker =
          !of_indicators && (term.role == Role::remark || term.role == Role::department);
      if (!weaker) {
        out.role = term.role;
        out.key = term.column;
        out.word = word;
      }
    } else if (out.role == Role::money && !is_subtotal_label(word)) {
      // A source of funding that has no key of its own keeps its published words.
      out.key = word;
      out.word = word;
    }
  }
  out.of_sources = out.of_sources && (out.role == Role::none || out.role == Role::remark);
  return out;
}

/// Where no column is said to be the third level: 绩效指标 beside 一级指标 is, or
/// 指标 beside 指标值.
void name_the_indicators(Header& header) {
  if (header.has(Role::level3)) {
    // 绩效指标 at the side, or over columns that say nothing of their own.
    for (Column& column : header.columns) {
      column.role = column.role == Role::indicators ? Role::none : column.role;
    }
    return;
  }
  const bool levels = header.has(Role::level1) || header.has(Role::level2);
  const bool targets =
      header.has(Role::value) || header.has(Role::annual_target) || header.has(Role::period_target);
  if (levels) {
    for (Column& column : header.columns) {
      if (column.role == Role::indicators) {
        column.role = Role::level3;
      }
    }
  } else if (targets) {
    // The label at the side of a form's table has the same word.
    auto last = std::find_if(header.columns.rbegin(), header.columns.rend(),
                             [](const Column& column) { return column.role == Role::indicators; });
    if (last != header.columns.rend()) {
      // 指标 over several columns: its cells begin in the first of them.
      while (std::next(last) != header.columns.rend() && std::next(last)->header == last->header) {
        ++last;
      }
      last->role = Role::level3;
      for (Column& column : header.columns) {
        column.role = column.role == Role::indicators ? Role::none : column.role;
      }
    }
  }
}

/// A header without a column for names or targets of indicators has them under a word
/// that says less: 指标描述, 目标, 绩效标准 behind the levels.
void take_weaker_words(Header& header) {
  const bool levels = header.has(Role::level1) || header.has(Role::level2);
  const auto first_of = [&](std::initializer_list<std::string_view> words, std::size_t from) {
    for (std::size_t c = from; c < header.columns.size(); ++c) {
      if (std::find(words.begin(), words.end(), header_spelling(header.columns[c].word)) !=
          words.end()) {
        return c;
      }
    }
    return Grid::none;
  };
  if (levels && !header.has(Role::level3) && !header.has(Role::indicators)) {
    if (const std::size_t c = first_of({"指标描述", "指标解释", "指标说明"}, 0); c != Grid::none) {
      header.columns[c].role = Role::level3;
    }
  }
  const bool targets = std::any_of(header.columns.begin(), header.columns.end(),
                                   [](const Column& one) { return holds_targets(one.role); });
  const std::size_t name = header.find(Role::level3);
  if (levels && !targets && name != Grid::none) {
    if (const std::size_t c = first_of({"目标", "绩效标准"}, name + 1); c != Grid::none) {
      header.columns[c].role = Role::value;
    }
  }
}

}  // namespace

bool Header::has(Role role) const {
  return find(role) != Grid::none;
}

Span Header::span_of(std::size_t group) const {
  for (const Column& column : columns) {
    if (groups > 1 && column.group == group && of_one_indicator(column.role) &&
        column.span != Span::unknown) {
      return column.span;
    }
  }
  return span;
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
  if (row >= grid.rows() || !is_header(grid, row)) {
    return std::nullopt;
  }
  Header out;
  out.rows = 1;
  while (continues_header(grid, row, row + out.rows)) {
    ++out.rows;
  }
  // Merged header cells keep their rows even where those hold nothing else, or words that
  // nobody knows (全省 | 甲市 under 指标值 beside cells of two rows).
  std::size_t least = deepest_header;
  std::size_t tallest = 1;
  std::size_t tall = 0;
  const std::vector<const Cell*> heads = grid.filled_cells(row);
  for (const Cell* cell : heads) {
    least = std::min(least, cell->rows);
    if (cell->rows > 1 && cell->rows <= deepest_header) {
      tallest = std::max(tallest, cell->rows);
      ++tall;
    }
  }
  const bool spans_rows = tall * 2 > heads.size() && row + tallest <= grid.rows();
  for (std::size_t below = row + 1; spans_rows && below < row + tallest; ++below) {
    const RowWords words = words_of_row(grid, below);
    if (words.amounts || words.prose || holds_indicator(grid, below)) {
      tallest = below - row;
      break;
    }
  }
  least = spans_rows ? std::max(least, tallest) : least;
  out.rows = std::min(std::max(out.rows, least), grid.rows() - row);
  while (out.ragged < grid.columns() && grid.at(row, grid.columns() - 1 - out.ragged) == nullptr) {
    ++out.ragged;
  }
  for (std::size_t c = 0; c < grid.columns(); ++c) {
    out.columns.push_back(column_of(grid, row, out.rows, c));
  }
  name_the_indicators(out);
  take_weaker_words(out);
  // 长期绩效指标 at the side of its own table says whose targets all of them are.
  for (const Column& column : out.columns) {
    if (out.indicator_rows() && (column.role == Role::none || column.role == Role::indicators) &&
        column.span != Span::unknown) {
      out.span = column.span;
    }
  }
  find_groups(out);
  return out;
}

void settle_columns(Header& header, const Grid& grid, std::size_t first_row, std::size_t end_row) {
  infer_columns(header, grid, first_row, end_row);
  drop_repeated(header.columns);
  separate_keys(header.columns);
}

}  // namespace budgetdiff::import
