#pragma once

/// Takes a project's name apart: what identifies it, and what documents add.

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::matching {

/// What sets a part of a project apart from its other parts.
struct Qualifier {
  /// Two names with different values of one kind are two projects. `other` is
  /// bracketed text of no known kind, which only makes a difference likely.
  enum class Kind { level, phase, period, other };

  Kind kind = Kind::other;
  std::u32string value;

  // NOLINTNEXTLINE(modernize-use-nullptr): a false alarm of clang-tidy 14 (compares with 0)
  friend auto operator<=>(const Qualifier&, const Qualifier&) = default;
};

/// All texts are folded as fold_name() does.
struct NameReading {
  std::string code;  ///< a code that stood before the name
  /// The name without code, （续建） and the like: equal for two spellings.
  std::u32string whole;
  /// `whole` with each year replaced by one placeholder.
  std::u32string skeleton;
  std::vector<int> years;  ///< in order of appearance
  bool span = false;       ///< two of the years are joined: 2022-2024
  /// What is left without years, brackets and phases.
  std::u32string base;
  /// `base` without its general endings (专项经费):
  /// what a part has in common with the whole. Never empty.
  std::u32string stem;
  std::vector<Qualifier> qualifiers;     ///< sorted
  std::vector<std::u32string> included;  ///< B of A（含B）
};

[[nodiscard]] NameReading read_name(std::string_view name);

/// What a preparation prepares: 艺术节 of the stem 艺术节筹备. Empty where the stem
/// names no preparation.
[[nodiscard]] std::u32string_view prepared_by(std::u32string_view stem);

/// The general words of budgets at the end of `text` taken away, as long as
/// something is left: 博士后工作专项经费 gives 博士后.
[[nodiscard]] std::u32string_view without_general_ending(std::u32string_view text);

}  // namespace budgetdiff::matching
