#include "import/paste/header_spans.hpp"

#include "import/table/column_words.hpp"
#include "import/text/amount_run.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t most_rows = 3;
constexpr std::size_t least_cells = 3;
constexpr std::size_t longest_word = 40;
/// Of ten words of a header's row so many are known.
constexpr std::size_t known_of_ten = 6;

Role role_of(const PastedCell& cell) {
  return look_up_header(to_utf8(packed(cell))).role;
}

/// What a word heads, as far as the groups above it are concerned.
enum class Heads { money, indicators, unknown };

bool heads_indicators(Role role) {
  return holds_levels(role) || holds_targets(role) || role == Role::comparator ||
         role == Role::measurement_unit || role == Role::weight;
}

Heads heads_of(const PastedCell& cell) {
  const std::string word = to_utf8(packed(cell));
  const Role role = role_of(cell);
  return role == Role::money || is_sum_label(word) ? Heads::money
         : heads_indicators(role) || is_level1_category(word) || is_level2_category(word)
             ? Heads::indicators
             : Heads::unknown;
}

bool heads_column(const PastedCell& cell) {
  return role_of(cell) != Role::none || heads_of(cell) != Heads::unknown ||
         is_bare_year(to_utf8(packed(cell)));
}

/// Whether a row is made of header words.
bool is_header_row(const PastedRow& row, std::size_t least) {
  std::size_t filled = 0;
  std::size_t known = 0;
  for (const PastedCell& cell : row.cells) {
    const std::u32string text = packed(cell);
    if (text.empty()) {
      continue;
    }
    if (text.size() > longest_word || read_published_amount(text)) {
      return false;
    }
    ++filled;
    known += heads_column(cell) ? 1U : 0U;
  }
  return filled >= least && known * 10 >= filled * known_of_ten;
}

/// A cell of the header while its width is looked for.
struct Head {
  const PastedCell* cell = nullptr;
  std::size_t width = 1;
  bool parted = false;    ///< cells of the next row stand below it
  std::size_t first = 0;  ///< and the first of these
};

/// A run of cells of one kind: [begin, end) of its row.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  Heads kind = Heads::unknown;
  bool levels = false;  ///< names or categories of indicators are among them
};

/// 2025年 | 2026年 | 2027年 | 一级指标 …: years before an indicator's categories part what stands
/// before those, the money.
void split_years(const std::vector<Head>& row, std::vector<Run>& runs) {
  Run& first = runs.front();
  std::size_t years = first.begin;
  while (years < first.end && is_bare_year(to_utf8(packed(*row[years].cell)))) {
    ++years;
  }
  if (years > first.begin && years < first.end && first.levels) {
    const Run money{first.begin, years, Heads::money, false};
    first.begin = years;
    runs.insert(runs.begin(), money);
  }
}

std::vector<Run> runs_of(const std::vector<Head>& row) {
  std::vector<Run> out;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const Heads kind = heads_of(*row[i].cell);
    if (out.empty() ||
        (kind != Heads::unknown && out.back().kind != Heads::unknown && out.back().kind != kind)) {
      out.push_back({i, i + 1, kind, false});
    } else {
      out.back().end = i + 1;
      out.back().kind = kind == Heads::unknown ? out.back().kind : kind;
    }
    const PastedCell& cell = *row[i].cell;
    out.back().levels =
        out.back().levels || (kind == Heads::indicators && !holds_targets(role_of(cell)));
  }
  split_years(row, out);
  return out;
}

/// Whether a cell may head a run: how well, 0 not at all.
int fits(const Head& head, const Run& run) {
  const std::u32string text = packed(*head.cell);
  const Role role = role_of(*head.cell);
  if (run.kind == Heads::money) {
    const bool sources = text.find(U"来源") != text.npos || text.find(U"其中") != text.npos;
    const bool of_money = role == Role::money || text.find_first_of(U"资金额") != text.npos ||
                          text.find(U"预算") != text.npos;
    return sources ? 3 : of_money ? 2 : role == Role::none || role == Role::remark ? 1 : 0;
  }
  if (!run.levels) {  // 前年, 上年, 当年
    return holds_targets(role) ? 3 : role == Role::money ? 2 : role == Role::indicators ? 1 : 0;
  }
  return role == Role::indicators                                     ? 3
         : text.find(U"指标") != text.npos && !heads_indicators(role) ? 2
         : text.find(U"绩效") != text.npos || role == Role::none      ? 1
                                                                      : 0;
}

/// Puts each run of `below` under a cell of `row`, in their order; false where one has none.
bool place_below(std::vector<Head>& row, const std::vector<Head>& below) {
  std::size_t from = 0;
  for (const Run& run : runs_of(below)) {
    std::size_t best = row.size();
    int fit = 0;
    for (std::size_t i = from; i < row.size(); ++i) {
      if (const int own = fits(row[i], run); own > fit) {
        fit = own;
        best = i;
      }
    }
    if (best == row.size()) {
      return false;
    }
    // 产出指标 | 效益指标 above 三级指标 | 指标值 | 三级指标 | 指标值: the same words below each.
    std::size_t heads = 1;
    while (best + heads < row.size() && fits(row[best + heads], run) == fit) {
      ++heads;
    }
    const std::size_t length = run.end - run.begin;
    const auto word = [&](std::size_t i) { return packed(*below[run.begin + i].cell); };
    for (; heads > 1; --heads) {
      const std::size_t part = length / heads;
      bool same = part * heads == length;
      for (std::size_t i = part; same && i < length; ++i) {
        same = word(i) == word(i - part);
      }
      if (same) {
        break;
      }
    }
    for (std::size_t head = 0; head < heads; ++head) {
      Head& above = row[best + head];
      above.parted = true;
      above.width = 0;
      for (std::size_t i = 0; i < length / heads; ++i) {
        above.width += below[run.begin + head * (length / heads) + i].width;
      }
      above.first = run.begin + head * (length / heads);
    }
    from = best + heads;
  }
  return true;
}

/// Whether the row below is made of header words only: a row of values has a category,
/// which may head a column as well, and names.
bool goes_on_below(const std::vector<PastedRow>& rows, std::size_t first, std::size_t count) {
  const PastedRow& row = rows[first + count];
  return is_header_row(row, 2) && std::all_of(row.cells.begin(), row.cells.end(), heads_column);
}

/// Whether the row below has words that nobody knows (前年, 上年) which the header needs:
/// rows have as many cells as both together.
bool widens(const std::vector<PastedRow>& rows, std::size_t first, std::size_t count) {
  constexpr std::size_t longest_part = 12;
  constexpr std::size_t looked_at = 4;
  const PastedRow& row = rows[first + count];
  const bool words =
      !row.loose() && std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) {
        const std::u32string text = packed(cell);
        return !text.empty() && text.size() <= longest_part && !read_published_amount(text) &&
               text.find_first_of(U"≥≤＞＜><=＝%。，；") == text.npos;
      });
  // A label at a form's side (绩效指标) spans the rows below.
  const bool side = role_of(rows[first].cells.front()) == Role::indicators ||
                    role_of(rows[first].cells.front()) == Role::none ||
                    role_of(rows[first].cells.front()) == Role::annual_goal;
  const std::size_t wide = rows[first].cells.size() - (side ? 1 : 0) - 1 + row.cells.size();
  bool fits = false;
  for (std::size_t i = first + count + 1;
       words && i < rows.size() && i <= first + count + looked_at; ++i) {
    fits = fits || rows[i].cells.size() == wide;
  }
  return fits && count == 1 && wide > rows[first].cells.size();
}

}  // namespace

std::size_t header_rows(const std::vector<PastedRow>& rows, std::size_t first) {
  if (first >= rows.size() || !is_header_row(rows[first], least_cells)) {
    return 0;
  }
  std::size_t count = 1;
  while (count < most_rows && first + count < rows.size() &&
         (goes_on_below(rows, first, count) || widens(rows, first, count))) {
    ++count;
  }
  bool named = false;
  for (std::size_t i = first; i < first + count; ++i) {
    named = named || std::any_of(rows[i].cells.begin(), rows[i].cells.end(), [](const auto& cell) {
              const Role role = role_of(cell);
              return role == Role::project_name || role == Role::level3 || role == Role::level2;
            });
  }
  return named ? count : 0;
}

std::optional<Grid> header_grid(const std::vector<PastedRow>& rows, std::size_t first,
                                std::size_t count) {
  std::vector<std::vector<Head>> heads(count);
  for (std::size_t i = 0; i < count; ++i) {
    for (const PastedCell& cell : rows[first + i].cells) {
      heads[i].push_back({&cell, 1, false});
    }
  }
  for (std::size_t i = count - 1; i-- > 0;) {
    if (!place_below(heads[i], heads[i + 1])) {
      return std::nullopt;
    }
  }
  std::size_t columns = 0;
  for (const Head& head : heads.front()) {
    columns += head.width;
  }
  Grid grid(count, columns);
  // Where each parted cell of the row above begins, and its first cell below.
  std::vector<std::pair<std::size_t, std::size_t>> starts;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<std::pair<std::size_t, std::size_t>> parted;
    std::size_t at = 0;
    for (std::size_t k = 0; k < heads[i].size(); ++k) {
      for (const auto& [begins, column] : starts) {
        at = begins == k ? column : at;
      }
      const Head& head = heads[i][k];
      Cell cell;
      cell.row = i;
      cell.column = at;
      cell.rows = head.parted ? 1 : count - i;
      cell.columns = head.width;
      cell.lines = *head.cell;
      cell.place = cell.lines.empty() ? Place{} : cell.lines.front().place;
      if (head.parted) {
        parted.emplace_back(head.first, at);
      }
      at += head.width;
      grid.add(std::move(cell));
    }
    starts = std::move(parted);
  }
  return grid;
}

}  // namespace budgetdiff::import
