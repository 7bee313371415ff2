#include "import/table/rows_between.hpp"

#include "import/table/context.hpp"
#include "import/table/scan.hpp"
#include "import/traditional_letters.hpp"
#include "import/vocabulary.hpp"

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
      return one.role == Role::department || one.role == Role::money_unit || one.role == Role::year;
    });
  });
}

bool heads_whole_department(const Grid& grid, const std::vector<std::string>& heading) {
  const auto says = [](const std::string& published) {
    const std::string title = simplified(published);
    return title.find("整体支出") != std::string::npos ||
           title.find("部门整体") != std::string::npos ||
           title.find("单位整体") != std::string::npos;
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

}  // namespace budgetdiff::import
