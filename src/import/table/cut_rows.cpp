#include "import/table/cut_rows.hpp"

#include "import/table/list_row.hpp"
#include "import/text/placeholders.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace budgetdiff::import {

namespace {

/// ≥95 | %, ≤50 | 元/年: a unit begins no target of its own.
bool goes_on_with_unit(const std::u32string& above, const std::u32string& half) {
  constexpr std::u32string_view qualities = U"优良中差高低好是否有无";
  if (above.empty() || half.empty() || half.find_first_of(U"0123456789") != half.npos) {
    return false;
  }
  if (above.back() == U'/') {
    return true;  // ≤500元/ | 人
  }
  if (!is_digit(above.back())) {
    return false;
  }
  const bool letter = half.size() == 1 && qualities.find(half.front()) == qualities.npos;
  return letter || half.find(U'/') != half.npos;
}

/// What every row of a project repeats but for its amounts.
constexpr std::array<Flow ProjectText::*, 7> repeated_texts{
    &ProjectText::name,       &ProjectText::code,          &ProjectText::type,
    &ProjectText::department, &ProjectText::spending_unit, &ProjectText::goal,
    &ProjectText::annual_goal};

/// Where `part`, which `whole` begins with, ends in it. Blanks do not count: print sets them as
/// wide as a line needs.
std::optional<std::size_t> end_of_beginning(std::u32string_view whole, std::u32string_view part) {
  std::size_t at = 0;
  for (const char32_t c : part) {
    if (is_space(c)) {
      continue;
    }
    while (at < whole.size() && is_space(whole[at])) {
      ++at;
    }
    if (at == whole.size() || whole[at] != c) {
      return std::nullopt;
    }
    ++at;
  }
  return at;
}

/// Whether both rows have what a row has once, in a line that no page cuts: a weight, a comparator
/// of its column or before the target. They are two rows then.
bool are_two_rows(const IndicatorText& half, const IndicatorText& above) {
  const auto compares = [](const Flow& flow) {
    return !flow.empty() && comparator_signs.find(flow.text.front()) != comparator_signs.npos;
  };
  const auto whole = [&](const Flow& flow) {
    return compares(flow) || flow.text == U"定性" || flow.text == U"定量";
  };
  const auto begins = [&](const IndicatorText& one) {
    return compares(one.value) || compares(one.annual) || compares(one.period);
  };
  const auto is_number = [](const Flow& flow) {
    return !flow.empty() && flow.text.find_first_not_of(U"0123456789.%分") == flow.text.npos;
  };
  const bool named = !half.name.empty() && !above.name.empty();
  return named && half.has_target() && above.has_target() &&
         ((is_number(half.weight) && is_number(above.weight)) ||
          (whole(half.comparator) && whole(above.comparator)) || (begins(half) && begins(above)));
}

}  // namespace

bool goes_on_in(const IndicatorText& half, const IndicatorText& above, std::size_t groups,
                bool full, bool category_cut) {
  const bool same_level1 =
      half.level1.empty() || (groups > 1 && half.level1.text == above.level1.text);
  const bool same_level2 =
      half.level2.empty() || (groups > 1 && half.level2.text == above.level2.text);
  const auto holds = [](const IndicatorText& one, std::u32string_view letters) {
    return one.value.text.find_first_of(letters) != std::u32string::npos ||
           one.annual.text.find_first_of(letters) != std::u32string::npos;
  };
  // ≤50 | 00元: the figures go on without a comparator.
  const bool prose = half.comparator.empty() && !holds(half, comparator_signs) &&
                     (!holds(half, U"0123456789") || holds(above, comparator_signs));
  if (behind_placeholder(half.name.text) > 0 || are_two_rows(half, above)) {
    return false;  // 指标2： begins a row of its own
  }
  const bool lacks = half.name.empty() || !half.has_target();
  // What every row has in a column of short texts, a half has not again.
  std::size_t blank = 0;
  for (const auto& [own, other] :
       {std::pair{&half.comparator, &above.comparator}, std::pair{&half.unit, &above.unit},
        std::pair{&half.weight, &above.weight}}) {
    blank += own->empty() && !other->empty() ? 1U : 0U;
  }
  const bool unit = goes_on_with_unit(above.value.text, half.value.text) ||
                    goes_on_with_unit(above.annual.text, half.annual.text);
  return same_level1 && same_level2 &&
         (lacks || unit || (full && (prose || blank > 0)) || (category_cut && blank > 0) ||
          blank > 1) &&
         (above.has_target() || half.has_target());
}

bool is_few_letters(const ListRow& row) {
  constexpr std::size_t most = 2;
  bool named = false;
  for (const IndicatorText& one : row.indicators) {
    named = named || !one.name.empty();
    if (one.name.size() > most || one.value.size() > most || one.annual.size() > most ||
        one.period.size() > most) {
      return false;
    }
  }
  return named && row.place.box && row.place.line == 0;
}

bool fills_its_cell(const Grid& grid, const Cell& cell) {
  constexpr double narrow = 8;  ///< a cell's padding, both sides
  if (!cell.lines.empty() && !cell.lines.back().place.box && cell.lines.back().place.line > 0) {
    constexpr int a_letter = 2;
    return width_of(without_space(cell.lines.back().text)) + a_letter >
           grid.widest_broken_line(cell.column);
  }
  if (grid.edges.empty() || cell.lines.empty() || !cell.lines.back().place.box) {
    return true;
  }
  const Box& line = *cell.lines.back().place.box;
  const double width = line.right - line.left;
  const double letter = 2 * width / std::max(1, width_of(cell.lines.back().text));
  const double room = grid.edges[cell.column + cell.columns] - grid.edges[cell.column] - width;
  // A page's end cuts a text where its cell has no room below it, or a line or two that print
  // keeps together. A box no larger than the line says nothing of the cell.
  constexpr double lines_below = 3;
  const double height = line.bottom - line.top;
  const bool room_below = cell.place.box && cell.place.box->bottom - line.bottom >
                                                lines_below * std::max(height, letter);
  return room < narrow + 2 * letter && !room_below;
}

bool leaves_room(const Grid& grid, std::size_t row, const Header& header, const ColumnMap& map) {
  for (std::size_t c = 0; c < grid.columns() && c < map.size(); ++c) {
    const Cell* const cell = grid.begins_at(row, c);
    const bool of_row =
        cell != nullptr && cell->column == c && map[c] < header.columns.size() &&
        (header.columns[map[c]].role == Role::level3 || holds_targets(header.columns[map[c]].role));
    if (of_row && !cell->is_blank() && !fills_its_cell(grid, *cell)) {
      return true;
    }
  }
  return false;
}

bool is_whole_at_foot(const Grid& grid, std::size_t row, const Header& header,
                      const ColumnMap& map) {
  bool open = false;
  std::size_t closed = 0;
  for (std::size_t c = 0; c < grid.columns() && c < map.size(); ++c) {
    const Cell* const cell = grid.at(row, c);
    if (cell == nullptr || cell->row + cell->rows != grid.rows()) {
      continue;
    }
    open = open || cell->open_below;
    const bool of_row =
        map[c] < header.columns.size() && cell->row == row &&
        (header.columns[map[c]].role == Role::level3 || holds_targets(header.columns[map[c]].role));
    if (of_row && cell->open_below) {
      return false;
    }
    closed += of_row ? 1U : 0U;
  }
  return open && closed > 1;
}

bool CutRepetition::begins(const ProjectText& row, const ProjectText& above) {
  bool cut = false;
  std::vector<std::u32string> rests;
  for (const auto text : repeated_texts) {
    const std::u32string& whole = (above.*text).text;
    const std::u32string& part = (row.*text).text;
    const std::optional<std::size_t> end = end_of_beginning(whole, part);
    if (!end) {
      return false;
    }
    rests.push_back(whole.substr(*end));
    cut = cut || !rests.back().empty();
  }
  // Without amounts beside them, a few letters are the same in many projects.
  const std::size_t least = row.money.empty() ? 8 : 1;
  const std::size_t least_of_goal = row.money.empty() ? 4 : 1;
  const std::size_t goal = std::max(row.goal.size(), row.annual_goal.size());
  if (!cut || row.name.empty() || goal < least_of_goal || row.name.size() + goal < least) {
    return false;
  }
  rests_ = std::move(rests);
  return true;
}

bool CutRepetition::take_out(ProjectText& half) {
  bool as_expected = true;
  for (std::size_t i = 0; i < rests_.size(); ++i) {
    std::u32string& rest = rests_[i];
    Flow& text = half.*repeated_texts[i];
    // A page may hold but a part of it.
    const std::optional<std::size_t> end =
        text.empty() ? std::nullopt : end_of_beginning(rest, text.text);
    if (end) {
      rest.erase(0, *end);
      text = {};
    } else {
      as_expected = as_expected && (rest.empty() || text.empty());
      rest.clear();
    }
  }
  return as_expected;
}

bool LineWidths::fills(const Grid& grid, std::size_t row, const Header& header,
                       const ColumnMap& map) {
  bool full = !grid.edges.empty();
  bool name = false;
  hold_.resize(std::max(hold_.size(), header.columns.size()));
  for (std::size_t c = 0; c < grid.columns() && c < map.size(); ++c) {
    const Cell* const cell = grid.begins_at(row, c);
    if (map[c] >= header.columns.size() || cell == nullptr || cell->lines.empty()) {
      continue;
    }
    const Role role = header.columns[map[c]].role;
    if (role != Role::level3 && !holds_targets(role)) {
      continue;
    }
    int& hold = hold_[map[c]];
    for (std::size_t i = 0; i + 1 < cell->lines.size(); ++i) {
      hold = std::max(hold, width_of(cell->lines[i].text));
    }
    const bool known = hold > 0;
    constexpr int one_letter = 2;
    const bool filled = width_of(cell->lines.back().text) > hold - one_letter;
    name = name || (role == Role::level3 && known && filled);
    full = full && (!known || filled);
  }
  return full && name;
}

}  // namespace budgetdiff::import
