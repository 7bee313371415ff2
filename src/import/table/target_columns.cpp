#include "import/table/target_columns.hpp"

#include "import/table/column_content.hpp"
#include "import/table/column_words.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {
namespace {

bool says_whole(std::string_view word) {
  const std::string spelling = header_spelling(word);
  return spelling.starts_with("总") || spelling.starts_with("项目总") ||
         holds_any(spelling, {"总体", "整体", "全周期", "项目期"});
}

/// 完成值 beside a target is what was reached; 计划完成值 and 实施期完成值 are targets.
bool says_reached(const Column& column) {
  const std::string word = header_spelling(lowest_word(column.header));
  return word.find("完成值") != word.npos && column.span != Span::period &&
         !holds_any(word, {"计划", "预期", "预计", "目标", "应", "拟"});
}

/// Whether most cells are as short as targets are, and no sentence.
bool shows_short_texts(const std::vector<std::u32string>& texts) {
  constexpr std::size_t longest = 16;
  const auto count = std::count_if(texts.begin(), texts.end(), [](const std::u32string& text) {
    return text.size() <= longest && text.find_first_of(U"。；，;") == text.npos;
  });
  return count > 0 && count * 3 >= static_cast<std::ptrdiff_t>(texts.size()) * 2;
}

}  // namespace

void find_goal_targets(Header& header, const Grid& grid, std::size_t first_row,
                       std::size_t end_row) {
  const std::size_t names = header.find(Role::level3);
  const bool said = std::any_of(header.columns.begin(), header.columns.end(),
                                [](const Column& one) { return holds_targets(one.role); });
  if (names == Grid::none || said) {
    return;
  }
  for (std::size_t c = names + 1; c < header.columns.size(); ++c) {
    Column& column = header.columns[c];
    const bool annual = column.role == Role::annual_goal;
    if (!(annual || column.role == Role::goal) || !shows_targets(grid, first_row, end_row, c) ||
        !shows_short_texts(column_texts(grid, first_row, end_row, c))) {
      continue;
    }
    column.role = annual                                                     ? Role::annual_target
                  : says_whole(column.header) || column.span == Span::period ? Role::period_target
                                                                             : Role::value;
    column.group = header.columns[names].group;
  }
}

void tell_targets_apart(Header& header) {
  const auto beside = [&](const Column& column, auto test) {
    return std::any_of(header.columns.begin(), header.columns.end(), [&](const Column& other) {
      return &other != &column && holds_targets(other.role) && other.group == column.group &&
             test(other);
    });
  };
  const std::size_t names = header.find(Role::level3);
  for (std::size_t c = 0; c < header.columns.size(); ++c) {
    Column& column = header.columns[c];
    const bool unknown = column.role == Role::none && names != Grid::none && c > names;
    const auto whole = [](const Column& other) {
      return !is_part_of_year(lowest_word(other.header));
    };
    if ((holds_targets(column.role) || unknown) && is_part_of_year(lowest_word(column.header)) &&
        beside(column, whole)) {
      column.role = Role::remark;
    }
    const auto planned = [](const Column& other) {
      return !says_reached(other) && !is_part_of_year(lowest_word(other.header));
    };
    if (holds_targets(column.role) && says_reached(column) && beside(column, planned)) {
      column.role = Role::remark;
    }
    const auto annual = [](const Column& other) { return other.role == Role::annual_target; };
    if (column.role == Role::value && says_whole(lowest_word(column.header)) &&
        beside(column, annual)) {
      column.role = Role::period_target;
    }
  }
}

std::size_t drop_targets_beside(Header& header, const Grid& grid, std::size_t first_row,
                                std::size_t end_row) {
  const auto holds = [&](std::size_t row, std::size_t c) {
    const Cell* const cell = grid.begins_at(row, c);
    return cell != nullptr && cell->column == c && !cell->is_blank();
  };
  for (std::size_t c = 0; c < header.columns.size(); ++c) {
    Column& column = header.columns[c];
    if (column.role != Role::value || column.span == Span::period || column.one_of_several) {
      continue;
    }
    for (std::size_t a = 0; a < header.columns.size(); ++a) {
      const Column& annual = header.columns[a];
      bool both = false;
      for (std::size_t row = first_row; row < std::min(grid.rows(), end_row) && !both; ++row) {
        both = holds(row, a) && holds(row, c);
      }
      if (annual.role == Role::annual_target && annual.group == column.group && both) {
        column.role = Role::remark;
        header.targets_taken = annual.header;
        header.targets_left_out += (header.targets_left_out.empty() ? "" : ", ") + column.header;
        return c;
      }
    }
  }
  return Grid::none;
}

}  // namespace budgetdiff::import
