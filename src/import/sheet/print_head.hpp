#pragma once

/// What a sheet's print has at the head of its pages (headerFooter in XLSX; XML workbooks and .xls
/// have the same codes).

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// The lines of a header's three parts, from left to right, without the codes for fonts and
/// pictures: &C某局2024年项目支出绩效目标表&R单位：万元. Lines with a page's number, a date, or a
/// file's or sheet's name in them say nothing of the table and are left out.
[[nodiscard]] std::vector<std::string> print_head(std::string_view header);

}  // namespace budgetdiff::import
