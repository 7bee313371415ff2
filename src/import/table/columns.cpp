#include "import/table/columns.hpp"

#include "import/table/another_project.hpp"
#include "import/table/category_columns.hpp"
#include "import/table/column_content.hpp"
#include "import/table/column_groups.hpp"
#include "import/table/column_words.hpp"
#include "import/table/decided_amounts.hpp"
#include "import/table/header_column.hpp"
#include "import/table/period_columns.hpp"
#include "import/table/source_keys.hpp"
#include "import/table/target_columns.hpp"
#include "import/table/target_text.hpp"
#include "import/table/unknown_columns.hpp"
#include "import/text/flow.hpp"
#include "import/traditional_letters.hpp"

#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Makes 指标1 | 指标值1 | 指标2 | 指标值2 names and targets side by side: columns of indicators
/// with a number behind their word, each before a column of targets. False where they are none.
bool name_numbered(Header& header) {
  std::vector<std::size_t> names;
  for (std::size_t c = 0; c + 1 < header.columns.size(); ++c) {
    const Column& column = header.columns[c];
    if (column.role == Role::indicators && ends_with_number(column.word) &&
        holds_targets(header.columns[c + 1].role)) {
      names.push_back(c);
    }
  }
  for (const std::size_t c : names) {
    header.columns[c].role = names.size() > 1 ? Role::level3 : Role::indicators;
  }
  return names.size() > 1;
}

/// Where no column is said to be the third level: 绩效指标 beside 一级指标 is, or
/// 指标 beside 指标值.
void name_the_indicators(Header& header) {
  if (name_numbered(header) || header.has(Role::level3)) {
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

/// 长期绩效目标表 or 年度绩效指标 in a row of its own above a form's indicators says whose targets
/// they are, as the same words at their side do.
Span span_of_caption(const Grid& grid, std::size_t row) {
  constexpr std::size_t longest = 12;
  const std::vector<const Cell*> cells =
      row == 0 ? std::vector<const Cell*>{} : grid.filled_cells(row - 1);
  if (cells.size() != 1 || cells.front()->packed().size() > longest) {
    return Span::unknown;
  }
  const std::string words = simplified(cell_word(*cells.front()));
  const auto begins = [&](std::initializer_list<std::string_view> all) {
    return std::any_of(all.begin(), all.end(),
                       [&](std::string_view one) { return words.starts_with(one); });
  };
  return begins({"长期", "中长期", "中期", "实施期", "实施周期"}) ? Span::period
         : begins({"年度", "本年度", "当年"})                     ? Span::annual
                                                                  : Span::unknown;
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

std::optional<Header> header_at(const Grid& grid, std::size_t row, NameColumns names) {
  if (row >= grid.rows() || !begins_header(grid, row, names)) {
    return std::nullopt;
  }
  Header out;
  out.rows = header_rows(grid, row);
  const auto lacked = [&](std::size_t c) {
    for (std::size_t r = row; r < row + std::max<std::size_t>(out.rows, 1); ++r) {
      if (grid.at(r, c) != nullptr) {
        return false;
      }
    }
    return true;
  };
  while (out.ragged < grid.columns() && lacked(grid.columns() - 1 - out.ragged)) {
    ++out.ragged;
  }
  for (std::size_t c = 0; c < grid.columns(); ++c) {
    out.columns.push_back(column_of(grid, row, out.rows, c, names));
  }
  name_the_indicators(out);
  take_weaker_words(out);
  take_category_lists(out);
  // 长期绩效指标 at the side of its own table says whose targets all of them are.
  for (const Column& column : out.columns) {
    if (out.indicator_rows() && (column.role == Role::none || column.role == Role::indicators) &&
        column.span != Span::unknown) {
      out.span = column.span;
    }
  }
  if (out.span == Span::unknown && out.indicator_rows() && !out.lists_projects()) {
    out.span = span_of_caption(grid, row);
  }
  find_groups(out);
  return out;
}

void settle_columns(Header& header, const Grid& grid, std::size_t first_row, std::size_t end_row) {
  find_goal_targets(header, grid, first_row, end_row);
  infer_columns(header, grid, first_row, end_row);
  tell_targets_apart(header);
  take_unknown_money(header, grid, first_row, end_row);
  note_unknown_columns(header, grid, first_row, end_row);
  std::vector<std::size_t> said;
  for (const RepeatedColumn& repeated : drop_repeated(header.columns)) {
    const Column& column = header.columns[repeated.dropped];
    if (repeated.targets && shows_targets(grid, first_row, end_row, repeated.dropped)) {
      header.targets_taken = header.columns[repeated.taken].header;
      header.targets_left_out += (header.targets_left_out.empty() ? "" : ", ") + column.header;
      said.push_back(repeated.dropped);
    }
  }
  if (const std::size_t c = drop_targets_beside(header, grid, first_row, end_row);
      c != Grid::none) {
    said.push_back(c);
  }
  note_unread_columns(header, grid, first_row, end_row, said);
  prefer_sum_column(header);
  tell_period_money(header.columns);
  header.amounts_taken = take_decided_columns(header.columns);
  separate_keys(header.columns);
  name_sources_alone(header.columns);
  header.numbers = numbers_count(header, grid, first_row, end_row);
  header.year_taken = year_among_others(header.columns);
}

}  // namespace budgetdiff::import
