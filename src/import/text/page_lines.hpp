#pragma once

/// What single lines of a text are: page marks, labels, titles, units of money.

#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::import {

[[nodiscard]] bool is_colon(char32_t c);

/// A number and nothing else, too short to be an amount of a row.
[[nodiscard]] bool is_bare_integer(const Line& line);

/// Whether a number may go on after `c`.
[[nodiscard]] bool is_open(char32_t c);

/// Page marks that no cell holds: 第 3 页, 共 5 页, - 3 -, 3/10, 续表.
[[nodiscard]] bool is_page_mark(const Line& line);

/// Whether a text says that its table goes on from the page before, and nothing else: 续表, （续）.
[[nodiscard]] bool is_continued_mark(std::u32string_view text);

/// Where the text after a label's colon begins, if the label means `role`.
[[nodiscard]] std::optional<std::size_t> after_label(const std::u32string& text, Role role);

/// Where in [from, end) the next known label with a colon begins, which print without columns sets
/// right behind a value (X局预算年度：2026年); `end` where none does.
[[nodiscard]] std::size_t begin_of_label(const std::u32string& text, std::size_t from,
                                         std::size_t end);

[[nodiscard]] bool opens_department(const Line& line);
[[nodiscard]] bool is_title(const Line& line);

/// `单位：万元` at the end of a joined text: where the label begins and the unit.
struct UnitLabel {
  std::size_t begin = 0;
  std::string unit;
};

[[nodiscard]] std::optional<UnitLabel> unit_label_in(std::u32string_view text);

}  // namespace budgetdiff::import
