#pragma once

/// Rows of a grid that are no rows of its table: titles, captions and remarks that stand
/// in cells.

#include "import/table/columns.hpp"
#include "import/table/grid.hpp"
#include "import/table/records.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

struct GridScan;

/// 说明：…, 注：…
[[nodiscard]] bool opens_remark(std::u32string_view text);

/// Whether the only text of a row runs over (nearly) all columns, or is a remark. Separated
/// values have no spans (`has_spans` false): there a text alone in its line is meant.
[[nodiscard]] bool spans_all(const Grid& grid, std::size_t row, bool has_spans);

/// 合计：1460万元 in a cell over the whole table: the total that it states.
[[nodiscard]] std::optional<MoneyText> sum_said(const Cell& cell);

/// Whether a text over the whole table says more of it than titles, labels, units and
/// continuations do, which are read otherwise.
[[nodiscard]] bool says_more(std::u32string_view text);

/// Whether a row numbers the columns: 1, 2, 3 … or A, B, 1, 2 …
[[nodiscard]] bool numbers_columns(const Grid& grid, std::size_t row);

/// 前年 | 上年 | 预计当年实现: several words of a header, one of targets among them, and nothing
/// else.
[[nodiscard]] bool heads_targets(const Grid& grid, std::size_t row);

/// A row as one line of text, its cells a blank apart, at the place of the first. A label of a
/// department (部门名称 | X) gets its colon.
[[nodiscard]] TextLine row_as_line(const Grid& grid, std::size_t row);

/// Whether the first words of a row are a category of indicators.
[[nodiscard]] bool begins_with_category(const Grid& grid, std::size_t row);

/// Whether `row`, the first of a page that says anything, goes on with the indicators of a form
/// that `header`, on the page before, heads: a category stands first, but for what labels the side
/// of them all, or, where the columns are the same as above (`same_columns`), the rest of one that
/// the page cuts, or a name with its target.
[[nodiscard]] bool goes_on_with_indicators(const Grid& grid, std::size_t row, const Header& header,
                                           bool same_columns);

/// A title between the forms of a sheet, which has no cells merged: the only text of its
/// row, where the form's indicators, headed by `header`, have neither name nor category.
[[nodiscard]] bool stands_alone(const Grid& grid, std::size_t row, const Header& header);

/// A text alone in a sheet's row whose cells are not merged, with nothing but captions between it
/// and another header: the title of the table that it heads.
[[nodiscard]] bool is_title_of_next(const Grid& grid, const GridScan& scan, std::size_t row);

/// Whether a row below a form's indicators is none of them any more.
[[nodiscard]] bool leaves_indicators(const Grid& grid, std::size_t row, const Header& header);

/// Whether 项目名称：X stands over the row of a list that has its project, and begins no form,
/// since none of its indicators follow.
[[nodiscard]] bool names_list_row(const Grid& grid, const GridScan& scan, std::size_t row);

/// Whether a row is a label above the next form's name (区域名称 | X), and not the rest of a
/// category that a page cuts (指标).
[[nodiscard]] bool precedes_form(const Grid& grid, const GridScan& scan, std::size_t row);

/// Whether a line begins a category's items (质量指标：合格率≥80%): a piece of a project's list.
[[nodiscard]] bool opens_list_item(std::u32string_view text);

/// Whether a row says 部门名称：X, 预算单位：X, 单位：万元 or the year (（2024年度）), and nothing
/// else.
[[nodiscard]] bool labels_table(const Grid& grid, std::size_t row);

/// Whether the title nearest above a table (the last of `heading`), or in its first rows, is
/// that of the whole department's goals (部门整体支出绩效目标表), whose tasks are no projects.
[[nodiscard]] bool heads_whole_department(const Grid& grid,
                                          const std::vector<std::string>& heading);

/// Whether a table is the whole department's whatever its title says: its tasks (任务名称) stand
/// above indicators that are no project's.
[[nodiscard]] bool is_of_tasks(const Grid& grid, const GridScan& scan);

/// Whether each cell of a table says something under a label that no form has (主办：X |
/// 备案号：Y): the foot of a web page.
[[nodiscard]] bool says_other_things(const Grid& grid);

/// The label that a cell begins with (填表人：张三), without its colon; "" where it has none.
[[nodiscard]] std::string label_before_colon(const Cell& cell);

/// Whether a row says who filled in the form and when: each of its cells a label and what it
/// labels, one at least a person's.
[[nodiscard]] bool is_signature(const Grid& grid, std::size_t row);

}  // namespace budgetdiff::import
