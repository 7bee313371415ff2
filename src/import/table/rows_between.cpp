#include "import/table/rows_between.hpp"

#include "import/categories.hpp"
#include "import/table/amounts_below.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/context.hpp"
#include "import/table/cut_levels.hpp"
#include "import/table/form_money.hpp"
#include "import/table/indicator_ends.hpp"
#include "import/table/said_labels.hpp"
#include "import/table/scan.hpp"
#include "import/text/source_lines.hpp"
#include "import/traditional_letters.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff::import {

bool opens_remark(std::u32string_view text) {
  for (const std::u32string_view word : {U"说明", U"备注", U"注"}) {
    if (text.starts_with(word) && text.size() > word.size() &&
        (text[word.size()] == U'：' || text[word.size()] == U':')) {
      return true;
    }
  }
  return false;
}

bool heads_targets(const Grid& grid, std::size_t row) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  const auto has = [](const Cell* cell, auto asked) {
    const Role role = label_term(*cell).role;
    return role != Role::none && role != Role::project_name && asked(role);
  };
  return cells.size() > 1 &&
         std::all_of(cells.begin(), cells.end(),
                     [&](const Cell* cell) { return has(cell, [](Role) { return true; }); }) &&
         std::any_of(cells.begin(), cells.end(),
                     [&](const Cell* cell) { return has(cell, holds_targets); });
}

std::optional<MoneyText> sum_said(const Cell& cell) {
  const std::u32string text = cell.packed();
  for (std::size_t at = 0; at < text.size() && !is_digit(text[at]); ++at) {
    const std::size_t behind =
        at + 1 + (at + 1 < text.size() && (text[at + 1] == U'：' || text[at + 1] == ':') ? 1U : 0U);
    if (behind < text.size() && is_digit(text[behind]) &&
        is_sum_label(to_utf8(text.substr(0, at + 1))) && cell_amount(text.substr(behind))) {
      return MoneyText{std::string(column::total), "", text.substr(behind), cell.place, 0, {}};
    }
  }
  return std::nullopt;
}

bool says_more(std::u32string_view text) {
  constexpr std::size_t least = 8;
  return text.size() >= least && labels_in(text).empty() && !is_any_title(text) &&
         money_unit_in_line(text).empty() && text.find(U'续') == text.npos;
}

bool numbers_columns(const Grid& grid, std::size_t row) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  if (cells.size() < 3) {
    return false;
  }
  int last = 0;
  int steps = 0;
  for (const Cell* cell : cells) {
    const std::u32string text = cell->packed();
    int value = 0;
    for (const char32_t c : text) {
      if (c < U'0' || c > U'9' || text.size() > 2) {
        value = -1;
        break;
      }
      value = value * 10 + static_cast<int>(c - U'0');
    }
    if (value == last + 1) {
      ++steps;
      last = value;
    } else if (text != U"栏次" && !(text.size() == 1 && value < 0)) {
      return false;
    }
  }
  return steps >= 3;
}

bool spans_all(const Grid& grid, std::size_t row, bool has_spans) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  if (cells.size() != 1 || grid.columns() <= 2) {
    return false;
  }
  const std::u32string text = cells.front()->packed();
  // Separated values have no spans: what stands alone in its line is none of the table's.
  const bool alone = !has_spans && cells.front()->column == 0;
  return cells.front()->columns * 10 >= grid.columns() * 8 || opens_remark(text) || alone;
}

bool opens_list_item(std::u32string_view text) {
  const std::size_t colon = text.find_first_of(U"：:");
  const std::string word = to_utf8(text.substr(0, colon));
  return colon != text.npos && colon + 1 < text.size() &&
         (is_level1_category(word) || is_level2_category(word));
}

bool labels_table(const Grid& grid, std::size_t row) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  return !cells.empty() && std::all_of(cells.begin(), cells.end(), [](const Cell* cell) {
    const std::u32string text = cell->packed();
    const std::vector<Labelled> labels = labels_in(text);
    constexpr std::size_t longest_year = 10;  // （2024年度）
    if (labels.empty() && text.size() <= longest_year && year_in(to_utf8(text))) {
      return true;
    }
    return !labels.empty() && std::all_of(labels.begin(), labels.end(), [](const Labelled& one) {
      return one.role == Role::department || one.role == Role::spending_unit ||
             one.role == Role::money_unit || one.role == Role::year;
    });
  });
}

bool heads_whole_department(const Grid& grid, const std::vector<std::string>& heading) {
  // 整体支出及项目支出绩效目标表 stands over both tables: what this one holds, its header tells.
  const auto says = [](const std::string& published) {
    const std::string title = simplified(published);
    const bool whole = title.find("整体支出") != std::string::npos ||
                       title.find("部门整体") != std::string::npos ||
                       title.find("单位整体") != std::string::npos;
    return whole && title.find("项目支出") == std::string::npos;
  };
  constexpr std::size_t first_rows = 3;
  for (std::size_t row = 0; row < std::min(first_rows, grid.rows()); ++row) {
    const std::vector<const Cell*> cells = grid.filled_cells(row);
    if (cells.size() == 1 && is_any_title(cells.front()->packed())) {
      return says(to_utf8(cells.front()->packed()));
    }
  }
  for (auto line = heading.rbegin(); line != heading.rend(); ++line) {
    if (is_any_title(to_code_points(*line))) {
      return says(*line);
    }
  }
  return false;
}

TextLine row_as_line(const Grid& grid, std::size_t row) {
  TextLine out;
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  for (const Cell* cell : cells) {
    for (const TextLine& line : cell->lines) {
      out.text += (out.text.empty() ? U"" : U" ") + line.text;
    }
    // `部门名称` | `X` without a colon.
    const bool colon = !out.text.empty() && (out.text.back() == U'：' || out.text.back() == U':');
    if (look_up_header(cell_word(*cell)).role == Role::department && cell != cells.back() &&
        !colon) {
      out.text += U"：";
    }
  }
  if (!cells.empty()) {
    out.place = cells.front()->place;
  }
  return out;
}

bool is_of_tasks(const Grid& grid, const GridScan& scan) {
  if (!scan.forms.empty() || scan.headers.empty()) {
    return false;
  }
  const auto& [last, header] = *scan.headers.rbegin();
  if (header.lists_projects()) {
    return false;
  }
  for (std::size_t row = 0; row < last; ++row) {
    for (const Cell* cell : grid.filled_cells(row)) {
      if (cell->row == row && header_spelling(cell_word(*cell)) == "任务名称") {
        return true;
      }
    }
  }
  return false;
}

std::string label_before_colon(const Cell& cell) {
  constexpr std::size_t longest = 12;
  const std::u32string text = cell.packed();
  const std::size_t colon = text.find_first_of(U"：:");
  return colon == text.npos || colon > longest ? std::string{} : to_utf8(text.substr(0, colon));
}

namespace {

/// What labels a signature beside the person's.
bool ends_signature_label(std::u32string_view label) {
  return ends_with_any(std::u32string(label), {U"人", U"领导", U"电话", U"日期", U"时间", U"签字",
                                               U"签章", U"盖章", U"公章"});
}

/// The same of a row whose columns cut through it, as on pages without lines: a person's label at
/// its front, and before each further colon another label.
bool is_signature_in_pieces(const std::vector<const Cell*>& cells) {
  constexpr std::u32string_view colons = U"：:";
  std::u32string text;
  for (const Cell* cell : cells) {
    text += cell->packed();
  }
  const std::size_t first = text.find_first_of(colons);
  constexpr std::size_t longest = 12;
  if (first == text.npos || first > longest ||
      look_up_header(to_utf8(text.substr(0, first))).role != Role::person) {
    return false;
  }
  std::size_t labels = 1;
  for (std::size_t at = text.find_first_of(colons, first + 1); at != text.npos;
       at = text.find_first_of(colons, at + 1)) {
    if (!ends_signature_label(std::u32string_view(text).substr(0, at))) {
      return false;
    }
    ++labels;
  }
  return labels > 1;
}

}  // namespace

bool is_signature(const Grid& grid, std::size_t row) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  bool person = false;
  for (const Cell* cell : cells) {
    const std::string label = label_before_colon(*cell);
    const bool known = look_up_header(label).role == Role::person;
    if (!known && !ends_signature_label(to_code_points(label))) {
      return cells.size() > 1 && is_signature_in_pieces(cells);
    }
    person = person || known;
  }
  return person;
}

bool says_other_things(const Grid& grid) {
  bool any = false;
  for (std::size_t row = 0; row < grid.rows(); ++row) {
    for (const Cell* cell : grid.filled_cells(row)) {
      const std::string label = label_before_colon(*cell);
      if (label.empty() || look_up_header(label).role != Role::none || is_level1_category(label) ||
          is_level2_category(label)) {
        return false;
      }
      any = true;
    }
  }
  return any;
}

bool begins_with_category(const Grid& grid, std::size_t row) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  if (cells.empty()) {
    return false;
  }
  const std::string word = cell_word(*cells.front());
  return is_level1_category(word) || is_level2_category(word);
}

bool goes_on_with_indicators(const Grid& grid, std::size_t row, const Header& header,
                             bool same_columns) {
  std::vector<const Cell*> cells = grid.filled_cells(row);
  if (!cells.empty() && cells.front()->column == 0 && cells.front()->rows > 1 &&
      !header.columns.empty() && header.columns.front().role != Role::level1) {
    cells.erase(cells.begin());  // 绩效指标 at the side
  }
  if (cells.empty()) {
    return false;
  }
  const std::string word = cell_word(*cells.front());
  if (is_level1_category(word) || is_level2_category(word)) {
    return true;
  }
  const std::size_t column = cells.front()->column;
  if (same_columns && column < header.columns.size() &&
      is_piece_of_level(word, header.columns[column].role)) {
    return true;
  }
  const std::size_t name = header.find(Role::level3);
  return same_columns && cells.size() > 1 && name != Grid::none && name > 0 && column == name &&
         cells.front()->columns < grid.columns() - name;
}

bool stands_alone(const Grid& grid, std::size_t row, const Header& header) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  if (cells.size() != 1 || cells.front()->column != 0 || header.lists_projects() ||
      header.columns.empty() || grid.place.page > 0) {
    return false;
  }
  const Role role = header.columns.front().role;
  const std::string word = cell_word(*cells.front());
  return role != Role::level3 && !is_level1_category(word) && !is_level2_category(word);
}

bool is_title_of_next(const Grid& grid, const GridScan& scan, std::size_t row) {
  const auto alone = [&](std::size_t r) {
    const std::vector<const Cell*> cells = grid.filled_cells(r);
    return cells.size() == 1 && cells.front()->row == r && cells.front()->column == 0;
  };
  if (grid.place.page > 0 || !alone(row)) {
    return false;
  }
  constexpr std::size_t most_captions = 4;
  const std::size_t end = std::min(grid.rows(), row + 1 + most_captions);
  for (std::size_t r = row + 1; r < end; ++r) {
    if (scan.header_at(r) != nullptr) {
      return true;
    }
    if (!grid.filled_cells(r).empty() && !alone(r) && !labels_table(grid, r)) {
      return false;
    }
  }
  return false;
}

bool leaves_indicators(const Grid& grid, std::size_t row, const Header& header) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  const bool has_level = std::any_of(cells.begin(), cells.end(), [](const Cell* cell) {
    const std::string word = cell_word(*cell);
    return is_level1_category(word) || is_level2_category(word);
  });
  if (cells.empty() || has_level) {
    return false;
  }
  if (labels_text(grid, row, header)) {
    return true;
  }
  // A second level may be called as a label is (绩效目标 below 决策): its first level spans from
  // above.
  const std::size_t first_level = header.find(Role::level1);
  const std::size_t second_level = header.find(Role::level2);
  if (first_level != Grid::none && second_level != Grid::none && first_level < second_level &&
      cells.front()->column == second_level) {
    const Cell* const category = grid.at(row, first_level);
    if (category != nullptr && category->row < row && !category->packed().empty()) {
      return false;
    }
  }
  // An indicator may be called as a label is (资金总额, 完成时限): where the levels span from
  // above, the row's first cell stands in the names' column.
  const std::size_t name = header.find(Role::level3);
  const bool in_place = name != Grid::none && name > 0 && cells.front()->column == name;
  const bool first_of_all = name == 0 && cells.front()->column == 0 && cells.size() > 2;
  if (in_place || first_of_all) {
    return false;
  }
  if (heads_costs(grid, row)) {
    return true;  // 成本测算 | 内容 | 单价 | 金额 below the indicators
  }
  const Role role = look_up_header(cell_word(*cells.front())).role;
  return role == Role::goal || role == Role::annual_goal || role == Role::money ||
         role == Role::project_code || role == Role::person || role == Role::remark;
}

bool names_list_row(const Grid& grid, const GridScan& scan, std::size_t row) {
  constexpr std::size_t most_labels = 3;
  const auto header = scan.headers.upper_bound(row);
  const bool indicators = header != scan.headers.end() && header->first <= row + most_labels &&
                          !header->second.lists_projects();
  return says_project(grid, row) && !indicators;
}

bool precedes_form(const Grid& grid, const GridScan& scan, std::size_t row) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  return scan.form_at(row + 1) && cells.size() > 1 &&
         label_term(*cells.front()).role != Role::none &&
         !is_piece_of_level1(cell_word(*cells.front()));
}

}  // namespace budgetdiff::import
