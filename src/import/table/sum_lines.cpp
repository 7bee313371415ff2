#include "import/table/sum_lines.hpp"

#include "import/table/grid_findings.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/blank_words.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
void take_sum_line(const TextLine& line, const Header& header, TableRecords& records) {
  if (!header.lists_projects() || !records.sums.empty() || records.projects.empty()) {
    return;
  }
  const std::vector<std::u32string_view> words = words_between_blanks(line.text);
  if (words.size() < 2 || !is_sum_label(to_utf8(words.front())) ||
      !std::all_of(words.begin() + 1, words.end(), [](std::u32string_view word) {
        return read_published_amount(word).has_value();
      })) {
    return;
  }
  std::vector<MoneyText> sum;
  for (const Column& column : header.columns) {
    if (column.role == Role::money && sum.size() + 1 < words.size()) {
      sum.push_back({column.key,
                     column.unit,
                     std::u32string(words[sum.size() + 1]),
                     line.place,
                     column.year,
                     {}});
    }
  }
  const auto columns = static_cast<std::size_t>(
      std::count_if(header.columns.begin(), header.columns.end(),
                    [](const Column& column) { return column.role == Role::money; }));
  if (columns + 1 == words.size()) {
    records.sums.push_back(std::move(sum));
    return;
  }
  Cell cell;
  cell.lines = {line};
  cell.place = line.place;
  say_line_left_out(cell, records);
}

}  // namespace budgetdiff::import
