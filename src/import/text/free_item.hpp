#pragma once

/// One indicator of a list as people type them, behind its categories: name, target and
/// weight: `发放人数≥500人（15分）`, `发放人数，目标值：≥500人，权重20`, `发放人数/≥500人`.

#include <budgetdiff/model/snapshot.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Marks that people put between categories, names and targets, beside colons.
inline constexpr std::u32string_view list_marks = U"|｜→＞>·•／/\\、，,-—－–＝";

/// What the other items of a list show of its notation.
struct FreeNotation {
  char32_t mark = U'\0';   ///< that parts categories and name; 0: none, or a colon
  bool bracketed = false;  ///< targets stand in brackets at the end
  bool scored = false;     ///< scores stand in brackets behind targets: （15分）
};

/// What most of a list's items show, each without its categories; no mark.
[[nodiscard]] FreeNotation shared_notation(const std::vector<std::u32string_view>& items);

/// Sets name, target and weight; false where either of the first two is absent.
bool read_free_item(std::u32string_view text, const FreeNotation& notation, Indicator& out);

/// `一级指标：产出指标，二级指标：数量指标，三级指标：发放人数，指标值：≥500人`; false where
/// the text does not label its parts so.
bool read_labelled_item(std::u32string_view text, Indicator& out);

/// Whether a text begins with such a label.
[[nodiscard]] bool begins_with_label(std::u32string_view text);

/// Whether `next` begins with a label that `item`, which begins with one, has not had.
[[nodiscard]] bool has_further_label(std::u32string_view item, std::u32string_view next);

/// How a text that has a name and a target of its own parts them.
enum class TargetMark {
  none,        ///< it has not both
  colon,       ///< 长效机制：健全
  comparator,  ///< 发放人数≥500人, 发放人数：不低于500人
};
[[nodiscard]] TargetMark target_mark(std::u32string_view text);

/// How much of a text's front a word takes that compares (不低于), or one before a target
/// (目标值：); 0 where none stands.
[[nodiscard]] std::size_t comparing_word_at_front(std::u32string_view text);
[[nodiscard]] std::size_t target_word_at_front(std::u32string_view text);

/// Whether the target stands in brackets, and whether a score does behind it.
[[nodiscard]] bool has_bracketed_target(std::u32string_view text);
[[nodiscard]] bool has_score_behind(std::u32string_view text);

}  // namespace budgetdiff::import
