#pragma once

/// Rows that stand for a department or a spending unit (资金使用单位) and not for a
/// project. Budget systems print them above the projects, several levels deep: the
/// department, its units, the projects of each.

#include "import/text/rows.hpp"

#include <budgetdiff/model/amount.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// What a row's own number (序号) says where a table numbers groups and projects apart: 一, 二 and
/// 1, 2.
enum class RowNumber { none, group, project };

/// What is known of a row when units are looked for.
struct UnitCandidate {
  std::string name;
  std::optional<Amount> total;
  bool has_cells = false;  ///< goal or indicators
  bool indented = false;
  RowNumber number = RowNumber::none;
};

/// Which rows are units, and what each of them holds.
struct UnitRows {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::vector<bool> is_unit;         ///< of each row
  std::vector<bool> is_kind;         ///< of a unit: it is a kind of projects (特定目标类)
  std::vector<std::size_t> end;      ///< of a unit: one past the last row below it
  std::vector<std::size_t> unit_of;  ///< of a project: the innermost unit above it, or none
  std::vector<std::size_t> holders;  ///< the units that are some project's innermost
  std::size_t root = none;           ///< the unit that all other rows are below

  /// The unit whose table it is, where nothing else says that: the root, or the only
  /// one that holds projects; or none.
  [[nodiscard]] std::size_t owner() const {
    return root != none || holders.size() != 1 ? root : holders.front();
  }

  /// Whether row `i` is a project below unit `unit`, however deep.
  [[nodiscard]] bool holds(std::size_t unit, std::size_t i) const {
    return i > unit && i < end[unit] && !is_unit[i];
  }
};

/// A unit has neither goal nor indicators, and rows below it; and its amount is the sum
/// of several projects with texts that follow (一、延续项目 is a kind of them then), or of any
/// where its place says so, too, or it is the department, or its name is
/// that of a public body and, where the table indents projects, stands unindented. One project
/// is enough below a number that only groups have, or where another row of the table is such a sum.
[[nodiscard]] UnitRows find_units(const std::vector<UnitCandidate>& rows,
                                  std::string_view department, bool table_indents);

/// The spending unit to say of a project of the unit called `unit`: "" where the table
/// has no other unit and this is the department itself (本级, 机关).
[[nodiscard]] std::string unit_to_say(std::string_view unit, bool has_others,
                                      std::string_view department);

}  // namespace budgetdiff::import
