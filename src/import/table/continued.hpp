#pragma once

/// What a next page says again of the table or project that goes on there:
/// 项目支出绩效目标表（续）, a project's name with （续） behind it, a form's name row.

#include "import/table/records.hpp"

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// A title or name without the mark that it goes on: （续）, （续表）, （续1）.
[[nodiscard]] std::u32string_view without_continued(std::u32string_view text);

/// Takes the mark off a row's name where what stands before it is the name of the project
/// above.
void take_off_continued(Flow& name, const Flow& above);

/// A form that follows one of the same name and has indicators and nothing else (no amounts,
/// no goal) is the rest of it.
void join_continued_forms(TableRecords& records);

}  // namespace budgetdiff::import
