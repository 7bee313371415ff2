#include "import/stream/stream_columns.hpp"

#include "import/paste/header_spans.hpp"
#include "import/paste/pasted_rows.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// 前年, 上年, 2025年, 预计当年实现: whose target or amount a column holds.
bool names_year(const std::string& word) {
  constexpr std::size_t longest = 8;
  const std::u32string text = to_code_points(word);
  const Role role = look_up_header(word).role;
  return text.size() <= longest && text.find(U'年') != text.npos &&
         text.find(U"目标") == text.npos &&
         (role == Role::none || role == Role::remark || holds_targets(role));
}

}  // namespace

std::optional<StreamColumns> stream_columns(const std::vector<Line>& lines,
                                            const std::vector<StreamToken>& tokens,
                                            const StreamHeader& header) {
  std::vector<PastedRow> rows(1);
  std::vector<std::string> words;
  for (const auto& [begin, end] : header.cells) {
    rows[0].cells.push_back(cell_of(lines, tokens, begin, end, 0, 0).lines);
    words.push_back(to_utf8(joined(tokens, begin, end)));
  }
  const auto role = [&](std::size_t i) { return look_up_header(words[i]).role; };
  const auto at_or_end = [&](std::size_t from, auto is) {
    while (from < words.size() && !is(from)) {
      ++from;
    }
    return from;
  };
  // What stands at a form's side (绩效指标, 年度目标表) is no column's.
  const bool form =
      at_or_end(0, [&](std::size_t i) { return role(i) == Role::project_name; }) == words.size();
  while (!words.empty() && (role(0) == Role::indicators || (form && !holds_levels(role(0))))) {
    rows[0].cells.erase(rows[0].cells.begin());
    words.erase(words.begin());
  }
  if (words.empty()) {
    return std::nullopt;
  }
  // The second row begins with the first word of money or of indicators behind the group of
  // these (绩效指标), or else with money behind what indicators have. Years (前年, 上年) are
  // below a target.
  const std::size_t group =
      at_or_end(0, [&](std::size_t i) { return role(i) == Role::indicators; });
  const std::size_t level = at_or_end(0, [&](std::size_t i) { return holds_levels(role(i)); });
  const auto heads_part = [&](std::size_t i) {
    return role(i) == Role::money || is_sum_label(words[i]) || holds_levels(role(i)) ||
           is_level1_category(words[i]);
  };
  std::size_t second = group < words.size()
                           ? at_or_end(group + 1, heads_part)
                           : at_or_end(level, [&](std::size_t i) {
                               return role(i) == Role::money || is_sum_label(words[i]);
                             });
  std::size_t years = words.size();
  while (years > 0 && names_year(words[years - 1])) {
    --years;
  }
  const std::size_t target = at_or_end(0, [&](std::size_t i) { return holds_targets(role(i)); });
  const bool of_years = words.size() - years > 1 && target < years;
  second = of_years ? years : second;
  const bool grouped = second < words.size();
  if (grouped) {
    std::size_t third = words.size();
    bool category = false;
    for (std::size_t i = second; !of_years && i < words.size() && third == words.size(); ++i) {
      third = role(i) == Role::level3 && category ? i : third;
      category = category || is_level1_category(words[i]);
    }
    const auto part = [&](std::size_t from, std::size_t to) {
      PastedRow row;
      row.cells.assign(rows[0].cells.begin() + static_cast<std::ptrdiff_t>(from),
                       rows[0].cells.begin() + static_cast<std::ptrdiff_t>(to));
      return row;
    };
    std::vector<PastedRow> parted{part(0, second), part(second, third)};
    if (third < words.size()) {
      parted.push_back(part(third, words.size()));
    }
    rows = std::move(parted);
  }
  auto grid = header_grid(rows, 0, rows.size());
  auto read = grid ? header_at(*grid, 0) : std::nullopt;
  if (!read) {
    return std::nullopt;
  }
  std::vector<Role> kinds;
  for (const Column& column : read->columns) {
    kinds.push_back(column.role);
  }
  for (const Cell& cell : grid->cells()) {
    Role& kind = kinds[cell.column];
    if (of_years && cell.row + 1 == grid->rows() && cell.columns == 1 &&
        (kind == Role::none || kind == Role::remark) && names_year(to_utf8(packed(cell.lines)))) {
      kind = Role::value;
    }
  }
  return StreamColumns{*std::move(grid), *std::move(read), std::move(kinds)};
}

}  // namespace budgetdiff::import
