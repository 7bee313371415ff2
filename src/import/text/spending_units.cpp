#include "import/text/spending_units.hpp"

#include "import/identity.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace budgetdiff::import {
namespace {

/// Rows that one unit may have before its sum is no longer looked for.
constexpr std::size_t most_rows = 5000;

/// Kinds of projects that budget systems head groups with; their rows are sums and no body's.
bool names_kind(std::string_view name) {
  constexpr auto kinds = std::to_array<std::string_view>(
      {"特定目标类", "其他运转类", "人员类", "公用经费类", "运转类", "部门项目", "本级项目",
       "本级支出", "专项资金", "上级专项", "转移支付项目", "一般性项目", "重点项目", "经常性项目",
       "一次性项目"});
  // 本级支出 above the projects of the body itself, 对下转移支付 above what it passes on.
  const bool passed_on = name.starts_with("对") && name.ends_with("转移支付");
  return passed_on || std::find(kinds.begin(), kinds.end(), name) != kinds.end();
}

/// The department's own office among its units (局本级, 机关): a row of that name is no
/// project's.
bool names_own_office(std::string_view name) {
  constexpr auto ends = std::to_array<std::string_view>({"本级", "机关", "本部"});
  constexpr auto bodies =
      std::to_array<std::string_view>({"", "局", "厅", "委", "办", "部", "院", "会", "区", "县",
                                       "市", "省", "部门", "单位", "机关", "委机关", "办公室"});
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) {
    return name.ends_with(end) &&
           std::find(bodies.begin(), bodies.end(), name.substr(0, name.size() - end.size())) !=
               bodies.end();
  });
}

/// Whether a name begins with a number or a code: 一、 （一） 1. 31- [205].
bool is_numbered(std::string_view name) {
  constexpr std::string_view digits = "0123456789";
  const std::size_t first = name.find_first_not_of(digits);
  if (name.starts_with("（") || name.starts_with("(") || name.starts_with("[")) {
    return true;
  }
  const std::size_t mark = name.find("、");
  const bool chinese = mark != name.npos && mark > 0 && mark <= std::string_view("二十一").size();
  return chinese ||
         (first != 0 && first != name.npos && (name[first] == '.' || name[first] == '-'));
}

/// 一、 and （一） head groups; codes have digits.
bool has_chinese_number(std::string_view name) {
  return is_numbered(name) && name.find_first_of("0123456789") != 0 && !name.starts_with("[");
}

/// Whether a row that is known to be a sum is one of a kind of projects by its name, and of no
/// body: 一、延续项目, [205]教育支出, 重点项目小计.
bool ends_as_kind(std::string_view name) {
  constexpr auto ends =
      std::to_array<std::string_view>({"项目", "支出", "经费", "资金", "类", "小计"});
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return name.ends_with(end); });
}

/// Where the projects below `unit` reach exactly its own total: one past the last of
/// them; none if they do not. Units among them, already known, are sums themselves.
std::size_t end_by_sum(const std::vector<UnitCandidate>& rows, const std::vector<bool>& is_unit,
                       std::size_t unit) {
  if (!rows[unit].total || rows[unit].total->is_zero()) {
    return UnitRows::none;
  }
  Amount sum;
  const std::size_t last = std::min(rows.size(), unit + most_rows);
  for (std::size_t i = unit + 1; i < last; ++i) {
    if (rows[i].total && !is_unit[i]) {
      sum += *rows[i].total;
    }
    const bool boundary = i + 1 == rows.size() || !rows[i + 1].has_cells;
    if (boundary && sum == *rows[unit].total) {
      return i + 1;
    }
    if (sum > *rows[unit].total) {
      return UnitRows::none;
    }
  }
  return UnitRows::none;
}

/// Whether the rows below `row`, up to where they reach its total, are projects with texts of
/// their own, and too many to add up to it by chance: `least`, or one where a number says so.
bool heads_group(const std::vector<UnitCandidate>& rows, const std::vector<bool>& is_unit,
                 std::size_t row, std::size_t end, std::size_t least) {
  if (rows[row].number == RowNumber::project) {
    return false;
  }
  std::size_t held = 0;
  for (std::size_t i = row + 1; i < end; ++i) {
    if (!is_unit[i] && !rows[i].has_cells) {
      return false;
    }
    held += is_unit[i] ? 0U : 1U;
  }
  const bool numbered = is_numbered(rows[row].name) || rows[row].number == RowNumber::group;
  return held >= (numbered ? 1U : least);
}

/// The end of a unit whose sum does not say it: the next unit, or, of one directly above
/// another, the end of that. The first row of a table is above all of it.
std::size_t end_by_place(const UnitRows& units, std::size_t unit) {
  const std::size_t rows = units.is_unit.size();
  if (units.is_unit[unit + 1]) {
    return unit == 0 ? rows : units.end[unit + 1];
  }
  std::size_t next = unit + 1;
  while (next < rows && !units.is_unit[next]) {
    ++next;
  }
  return next;
}

}  // namespace

namespace {

/// The units among `rows`, from below, so that a unit's own units are known when it adds up
/// its projects. True where a group of several projects is among them.
bool mark_units(UnitRows& out, const std::vector<UnitCandidate>& rows, std::string_view department,
                bool table_indents, std::size_t least) {
  bool groups = false;
  out.is_unit.assign(rows.size(), false);
  out.end.assign(rows.size(), 0);
  out.is_kind.assign(rows.size(), false);
  for (std::size_t i = rows.size(); i-- > 0;) {
    const UnitCandidate& row = rows[i];
    if (row.has_cells || i + 1 == rows.size()) {
      continue;
    }
    const std::string name = without_unit_code(row.name);
    const bool body = names_public_body(name) || names_own_office(name);
    const bool by_place = table_indents ? !row.indented : body;
    const bool named = (!department.empty() && row.name == department) || (body && by_place);
    const std::size_t sum_end = end_by_sum(rows, out.is_unit, i);
    const bool said = row.number == RowNumber::group && !body;
    if ((names_kind(row.name) && (!row.total || sum_end != UnitRows::none)) || said) {
      out.is_unit[i] = true;
      out.is_kind[i] = true;
      out.end[i] = sum_end != UnitRows::none ? sum_end : end_by_place(out, i);
      continue;
    }
    const bool adds_up = (by_place || i == 0) && sum_end != UnitRows::none;
    const bool group =
        sum_end != UnitRows::none && heads_group(rows, out.is_unit, i, sum_end, least);
    if (named || adds_up || group) {
      out.is_unit[i] = true;
      out.is_kind[i] =
          group && !named && !body && (ends_as_kind(name) || has_chinese_number(row.name));
      out.end[i] = sum_end != UnitRows::none ? sum_end : end_by_place(out, i);
      groups = groups || (group && !named && !body);
    }
  }
  return groups;
}

}  // namespace

UnitRows find_units(const std::vector<UnitCandidate>& rows, std::string_view department,
                    bool table_indents) {
  UnitRows out;
  out.unit_of.assign(rows.size(), UnitRows::none);
  constexpr std::size_t several = 2;
  if (mark_units(out, rows, department, table_indents, several)) {
    mark_units(out, rows, department, table_indents, 1);
  }
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    while (!open.empty() && out.end[open.back()] <= i) {
      open.pop_back();
    }
    if (out.is_unit[i]) {
      if (!out.is_kind[i]) {
        open.push_back(i);
      }
      continue;
    }
    if (!open.empty()) {
      out.unit_of[i] = open.back();
      if (std::find(out.holders.begin(), out.holders.end(), open.back()) == out.holders.end()) {
        out.holders.push_back(open.back());
      }
    }
  }
  if (!rows.empty() && out.is_unit[0] && !out.is_kind[0] && out.end[0] == rows.size()) {
    out.root = 0;
  }
  return out;
}

std::string unit_to_say(std::string_view unit, bool has_others, std::string_view department) {
  std::string name = without_unit_code(unit);
  const std::string whose = without_unit_code(department);
  const bool own = fold_name(name) == fold_name(whose) ||
                   fold_name(body_itself(name)) == fold_name(body_itself(whose));
  return !has_others && own ? std::string{} : name;
}

}  // namespace budgetdiff::import
