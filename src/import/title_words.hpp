#pragma once

/// What titles and captions say: which table it is, of which year and stage.

#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::import {

/// Whether a line is the title of a performance table (…绩效目标表, …申报表).
[[nodiscard]] bool is_table_title(std::string_view line);

/// A line without what its brackets say aside: （2023年决算另行公开）, and not （2025年度）,
/// （调整后）, （某县水利局）, which are said of its table.
[[nodiscard]] std::string without_asides(std::string_view line);

/// The budget stage that a text names (年初预算, 调整预算, 决算 …, or 调整 among a title's words)
/// as its key ("budget", "adjusted", "final"); nothing where it names none.
[[nodiscard]] std::optional<std::string_view> stage_in(std::string_view text);

/// The stage that the lines above a table name: those of titles, and of the year that
/// the table is of; of a line that names several years, what it says of that one. 预决算公开 is the
/// name of a web site's column and says nothing.
[[nodiscard]] std::optional<std::string_view> stage_in_heading(std::string_view heading,
                                                               std::optional<int> year);

/// The first budget year in a text: 19xx or 20xx that is no part of a longer
/// number (`2024年`, `二〇二四年`, `-2024.txt`) and no day's (2024年3月1日); of a span
/// (2022-2024年) none is taken.
[[nodiscard]] std::optional<int> year_in(std::string_view text);

/// The budget year that the lines above a table say, and how surely: 3 the title or
/// caption of a performance table (2025年度), 2 of a budget, 1 another short line. Prose,
/// dates of filling in or publishing and documents' numbers say nothing. The nearest of
/// the surest lines counts.
struct YearSaid {
  std::optional<int> year;
  int evidence = 0;
};
[[nodiscard]] YearSaid year_in_heading(std::string_view heading);

/// The year that a title says of its table, and not of a project that it is called after
/// (6、…评估及2026年实施方案编制绩效目标表): nothing but the words of titles stands behind it, and
/// before it whose table it is.
[[nodiscard]] std::optional<int> year_of_title(std::string_view title);

}  // namespace budgetdiff::import
