#pragma once

/// What the text of a form's value is, and which labels may have it.

#include "import/vocabulary.hpp"

#include <string>

namespace budgetdiff::import {

/// A value that fits no label costs so much.
inline constexpr double never_fits = 40;

/// Whether a label heads a goal, of the year or of longer.
[[nodiscard]] bool is_goal(Role role);

/// Values of several lines: goals, and what else is prose (项目概况).
[[nodiscard]] bool holds_prose(Role role);

/// Long and with marks of sentences, or the end of one.
[[nodiscard]] bool is_prose(const std::u32string& text);

/// 77.00, 50.3万元
[[nodiscard]] bool is_amount(const std::u32string& text);

/// 77.00, 1,200, 40517557: an amount, and not a short number, which may be anything.
[[nodiscard]] bool is_sum(const std::u32string& text);

/// 1. 1、 目标1： （一） begin points of a list: the number; "" where none does.
[[nodiscard]] std::u32string point_of(const std::u32string& text);

/// The first of them.
[[nodiscard]] bool begins_list(const std::u32string& text);

/// Whether the brackets of a text close: where the order of lines is lost they do not.
[[nodiscard]] bool closes_brackets(const std::u32string& text);

/// Whether `rest` closes a bracket that `text` leaves open.
[[nodiscard]] bool closes_bracket_of(const std::u32string& text, const std::u32string& rest);

/// Whether a text closes a bracket that it does not open, as the rest of a value does; 1） is none.
[[nodiscard]] bool begins_in_brackets(const std::u32string& text);

/// Whether a label's value `text` may go on with `rest`: a code has no Chinese letters, and a
/// body's name that is whole goes on with what ends as names of bodies do (（本级）, 信息中心).
/// REQUIRES: texts are not empty
[[nodiscard]] bool may_go_on(Role role, const std::u32string& text, const std::u32string& rest);

/// Whether a cell in words is the beginning of another of its row, as print that breaks both gives
/// the rest of one to the other. REQUIRES: texts are not empty
[[nodiscard]] bool is_cut_short(const std::u32string& text, const std::u32string& other);

/// Whether a text ends as no name does: with 的, 和, a comma.
[[nodiscard]] bool ends_within_name(const std::u32string& text);

/// Whether a text ends as names of departments and units do. REQUIRES: text is not empty
[[nodiscard]] bool ends_as_body(const std::u32string& text);

/// What speaks against a text being the value of a label, from 0 to `never_fits`.
[[nodiscard]] double fit_of_value(const std::u32string& text, Role role);

}  // namespace budgetdiff::import
