#pragma once

/// Labels at the side of a form's prose, in text that keeps its columns: those of goals, whole or
/// broken over lines, of their section, and those that nobody knows.

#include "import/page/form_pieces.hpp"
#include "import/paste/pasted_rows.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace budgetdiff::import {

/// The pieces of a line, from left to right.
using Pieces = std::vector<FormPiece>;

/// A label at the side, on lines [first, last] of a form.
struct SideLabel {
  std::size_t first = 0;
  std::size_t last = 0;
  PastedCell cell;
  bool known = true;  ///< of a goal
};

/// Where a page's end or its head is inside a text.
struct Cut {
  bool at_foot = false;
  bool at_head = false;
};

[[nodiscard]] bool is_goal_role(Role role);

[[nodiscard]] std::size_t letters(const FormPiece& piece);

[[nodiscard]] PastedCell cell_of_piece(const FormPiece& piece, int page);

/// Whether a line goes on with a list: 2. 2、 （二） 目标2 ②.
[[nodiscard]] bool begins_later_point(const Pieces& line);

/// Whether it begins one: 1. 1、 （一） 目标1 ①.
[[nodiscard]] bool begins_first_point(const Pieces& line);

/// Whether a line begins with the first part of a goal's label that goes on below, beside the
/// text: 年度 before 总体 and 目标.
[[nodiscard]] bool begins_goal_label(const std::vector<Pieces>& lines, std::size_t line);

/// Whether lines [0, end) are the end of a goal's label and nothing else (目 / 标), the rest of one
/// that a page cuts below its text.
[[nodiscard]] bool ends_goal_label(const std::vector<Pieces>& lines, std::size_t end);

/// Parts a short word at the side from the text beside it where lines next to it have such two: a
/// blank before a number parts nothing by itself (总体 2、…).
void part_side_words(std::vector<Pieces>& lines);

/// Takes out the label of a section of goals (项目绩效目标) at the left of those of its goals
/// (长期目标, 年度目标 below it).
void drop_section_labels(std::vector<Pieces>& lines);

/// The labels at the side of lines [begin, end): pieces that `at_side` takes, parts of one put
/// together. Nothing where none is a goal's. `cut`: the page cuts the text, and perhaps its label.
[[nodiscard]] std::vector<SideLabel> side_labels(
    const std::vector<Pieces>& lines, std::size_t begin, std::size_t end,
    const std::function<bool(const FormPiece&)>& at_side, int page, Cut cut = {});

}  // namespace budgetdiff::import
