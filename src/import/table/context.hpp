#pragma once

/// What stands around a table: titles, the department, the unit of money.

#include "import/vocabulary.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// `部门名称：X 单位：万元` taken apart.
struct Labelled {
  Role role = Role::none;
  std::string value;
};

/// The known labels of a line that are followed by a colon, with what stands
/// up to the next one. White space in values is print's and goes.
[[nodiscard]] std::vector<Labelled> labels_in(std::u32string_view line);

}  // namespace budgetdiff::import
