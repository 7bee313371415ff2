#include "import/table/unknown_columns.hpp"

#include "import/table/amount_words.hpp"
#include "import/table/column_content.hpp"
#include "import/table/column_groups.hpp"
#include "import/table/column_words.hpp"
#include "import/table/figure_columns.hpp"
#include "import/table/money_records.hpp"
#include "import/table/records.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"
#include "import/traditional_letters.hpp"

#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr auto money_words = std::to_array<std::string_view>(
    {"资金", "金额", "预算", "经费", "拨款", "采购", "投入", "投资", "财审", "核定", "批复", "款项",
     "安排", "下达", "拨付", "概算", "估算"});

/// Figures that are no project's money.
constexpr auto other_words = std::to_array<std::string_view>(
    {"单价", "标准", "数量", "率",   "比例", "占比",     "权重",     "分值", "得分", "评分",
     "面积", "年限", "年份", "编码", "代码", "编号",     "文号",     "电话", "序",   "人数",
     "个数", "是否", "日期", "时间", "%",    "单位造价", "单位成本", "人均", "户均", "亩均"});

template <typename Words>
bool has_any(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

/// 投入 is a category, 投入（万元） is not.
bool is_category(const Column& column) {
  return !(column.category.empty() && column.second_category.empty()) && column.unit.empty();
}

bool is_free(const Column& column) {
  return column.role == Role::none && !column.header.empty() && !is_category(column);
}

/// The first column that describes indicators; all columns where none does.
std::size_t indicators_begin(const Header& header) {
  const auto first =
      std::find_if(header.columns.begin(), header.columns.end(), [](const Column& column) {
        return holds_levels(column.role) || holds_targets(column.role) ||
               column.role == Role::indicators;
      });
  return static_cast<std::size_t>(first - header.columns.begin());
}

}  // namespace

bool may_head_money(std::string_view published, const std::vector<std::u32string>& texts) {
  const std::string header = header_spelling(published);
  // 规模 of a building; 投资规模 is money.
  const bool size = header.find("规模") != header.npos && !has_any(header, money_words);
  const bool all = !texts.empty() && std::all_of(texts.begin(), texts.end(), [](const auto& text) {
    return read_published_amount(text).has_value() || is_blank_mark(text);
  });
  const auto decimals = std::count_if(texts.begin(), texts.end(), [](const std::u32string& text) {
    const std::size_t point = text.find('.');
    return point != text.npos && point + 1 < text.size();
  });
  const bool by_figures = decimals * 10 >= static_cast<std::ptrdiff_t>(texts.size()) * 8;
  return all && !size && !has_any(header, other_words) &&
         (by_figures || has_any(header, money_words));
}

namespace {

/// A total that names no year is every year's, and one that names any leaves none to those that
/// do not.
bool is_total_of(const Column& column, int year) {
  return column.role == Role::money && column.key == column::total &&
         (column.year == 0 || year == 0 || column.year == year);
}

/// Whether the amounts of a column are as large as those of all sources beside it, and stand before
/// them: what does not is a source that nobody knows.
bool holds_sources(const Header& header, const Grid& grid, std::size_t first_row,
                   std::size_t end_row, std::size_t total) {
  const auto amount_at = [&](std::size_t row, std::size_t column) {
    const Cell* const cell = grid.begins_at(row, column);
    return cell != nullptr && cell->column == column ? read_published_amount(cell->packed())
                                                     : std::nullopt;
  };
  for (std::size_t c = 0; c < header.columns.size(); ++c) {
    const Column& column = header.columns[c];
    if (column.role != Role::money || !is_source(column.key) || column.key == column.header) {
      continue;
    }
    if (c < total) {
      return false;
    }
    for (std::size_t row = first_row; row < std::min(grid.rows(), end_row); ++row) {
      const auto whole = amount_at(row, total);
      const auto part = amount_at(row, c);
      if (whole && part && *whole < *part) {
        return false;
      }
    }
  }
  return true;
}

/// Of columns of money that nobody knows, the one that has the total of a year: that which says so
/// itself (本年度安排), a sum, or the first that holds the sources beside it.
std::size_t unknown_total(const Header& header, const Grid& grid, std::size_t first_row,
                          std::size_t end_row, const std::vector<std::size_t>& unknown, int year) {
  std::size_t sum = Grid::none;
  std::size_t first = Grid::none;
  for (const std::size_t c : unknown) {
    const Column& column = header.columns[c];
    const AmountTime time = amount_time(column.header);
    if (column.year != year || time == AmountTime::other) {
      continue;
    }
    if (time == AmountTime::own_year) {
      return c;
    }
    if (column.header.starts_with("其中")) {
      continue;
    }
    if (sum == Grid::none && calls_sum(column.header)) {
      sum = c;
    }
    const bool better = first == Grid::none ||
                        (names_money(column.header) && !names_money(header.columns[first].header));
    if (better && holds_sources(header, grid, first_row, end_row, c)) {
      first = c;
    }
  }
  return sum != Grid::none ? sum : first;
}

}  // namespace

void take_unknown_money(Header& header, const Grid& grid, std::size_t first_row,
                        std::size_t end_row) {
  if (!header.lists_projects() || !header.of_performance()) {
    return;  // a plain list of projects stands among a budget's other tables
  }
  const std::size_t end = indicators_begin(header);
  std::vector<std::size_t> unknown;
  std::set<int, std::greater<>> years;  // those that are named before what names none
  const auto take = [&](std::size_t c) {
    Column& column = header.columns[c];
    column.role = Role::money;
    column.of_sources = false;  // its group does, and it has the amounts of one
    column.key = amount_key(column.header);
    column.word = column.header;
    unknown.push_back(c);
    years.insert(column.year);
  };
  for (std::size_t c = 0; c < end; ++c) {
    const Column& column = header.columns[c];
    // 投入 is a category, too: amounts below it where nothing else has any.
    const bool lone = column.role == Role::none && is_category(column) && !header.has(Role::money);
    if ((is_free(column) || lone) &&
        may_head_money(column.header, column_texts(grid, first_row, end_row, c))) {
      take(c);
    }
  }
  for (const std::size_t c : money_by_neighbours(header, grid, first_row, end_row, end)) {
    take(c);
  }
  std::sort(unknown.begin(), unknown.end());
  for (const int year : years) {
    const bool has_total = std::any_of(header.columns.begin(), header.columns.end(),
                                       [&](const Column& one) { return is_total_of(one, year); });
    const std::size_t total =
        has_total ? Grid::none : unknown_total(header, grid, first_row, end_row, unknown, year);
    if (total != Grid::none) {
      header.columns[total].key = column::total;
    }
  }
}

void prefer_sum_column(Header& header) {
  Column* sum = nullptr;
  for (Column& column : header.columns) {
    if (column.role == Role::money && column.key == column::total && is_sum_label(column.header)) {
      if (sum != nullptr) {
        return;
      }
      sum = &column;
    }
  }
  if (sum == nullptr) {
    return;
  }
  constexpr auto parts =
      std::to_array<std::string_view>({"项目经费", "项目资金", "专项经费", "专项资金", "项目支出"});
  constexpr auto of_year = std::to_array<std::string_view>({"本年", "当年"});
  const bool carried =
      std::any_of(header.columns.begin(), header.columns.end(),
                  [](const Column& column) { return column.key == "carried_over"; });
  for (Column& column : header.columns) {
    const bool part =
        column.role == Role::money && column.key == column::total && &column != sum &&
        (has_any(column.header, parts) || (carried && has_any(column.header, of_year))) &&
        column.header.find("总") == std::string::npos &&
        column.header.find("合计") == std::string::npos;
    if (part) {
      column.key = amount_key(column.header);
    }
  }
}

void note_unknown_columns(Header& header, const Grid& grid, std::size_t first_row,
                          std::size_t end_row) {
  for (std::size_t c = 0; c < header.columns.size(); ++c) {
    const Column& column = header.columns[c];
    // One that was known has lost its role to a neighbour that says the same.
    const bool known = look_up_header(lowest_word(column.header)).role != Role::none;
    const bool free = column.role == Role::none && !column.header.empty();
    if (free && !known && !column_texts(grid, first_row, end_row, c).empty() &&
        std::find(header.unknown.begin(), header.unknown.end(), column.header) ==
            header.unknown.end()) {
      header.unknown.push_back(column.header);
    }
  }
}

bool names_money(std::string_view published) {
  const std::string word = simplified(std::string(published));
  return has_any(word, money_words) && !has_any(word, other_words);
}

bool names_no_money(std::string_view word) {
  return has_any(simplified(std::string(word)), other_words);
}

bool says_nothing(std::u32string_view text) {
  return text.empty() || is_blank_mark(text) || text == U"无";
}

void note_unread_columns(Header& header, const Grid& grid, std::size_t first_row,
                         std::size_t end_row, const std::vector<std::size_t>& said) {
  for (std::size_t c = 0; c < header.columns.size(); ++c) {
    const Column& column = header.columns[c];
    // 绩效分值 beside a list in one cell is of no indicator's row.
    const bool without_row = !header.has(Role::level3) && header.lists_projects() &&
                             of_one_indicator(column.role) && column.role != Role::level2;
    const bool unread = !column.of_sources &&
                        (column.role == Role::remark || column.role == Role::person || without_row);
    if (!unread || column.header.empty() || std::find(said.begin(), said.end(), c) != said.end()) {
      continue;
    }
    for (std::size_t row = first_row; row < std::min(grid.rows(), end_row); ++row) {
      const Cell* const cell = grid.begins_at(row, c);
      if (cell != nullptr && cell->column == c && !says_nothing(cell->packed())) {
        header.unread.push_back(column.header);
        break;
      }
    }
  }
}

void say_unknown_columns(const Header& header, const Place& place, std::vector<Finding>& findings) {
  const bool projects = header.lists_projects();
  const bool lacks =
      (projects && !header.has(Role::money)) ||
      (projects && !header.has(Role::goal) && !header.has(Role::annual_goal)) ||
      (!header.has(Role::level3) && !header.has(Role::indicators)) ||
      std::none_of(header.columns.begin(), header.columns.end(), [&](const Column& one) {
        return holds_targets(one.role) || one.role == Role::indicators;
      });
  for (const std::string& name : header.unknown) {
    const bool said = std::any_of(findings.begin(), findings.end(), [&](const Finding& one) {
      return one.code == "column-unknown" && one.message.args.front() == name;
    });
    if (!said) {
      findings.push_back({"column-unknown",
                          lacks ? Severity::warning : Severity::note,
                          place,
                          "",
                          {BD_TR("the column {0} was not understood and left out"), {name}}});
    }
  }
}

void say_supposed_names(const Header& header, const Place& place, std::vector<Finding>& findings) {
  const std::size_t c = header.find(Role::project_name);
  if (c == Grid::none || !may_name_projects(header.columns[c].word)) {
    return;
  }
  Finding finding{"column-guess",
                  Severity::warning,
                  place,
                  "",
                  {BD_TR("no column is called 项目名称: the names of projects were taken from {0}"),
                   {header.columns[c].word}}};
  say_once(std::move(finding), findings);
}

}  // namespace budgetdiff::import
