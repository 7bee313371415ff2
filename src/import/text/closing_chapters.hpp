#pragma once

/// Chapters behind the last table of a whole budget: 第四部分 名词解释 belongs to no project.

#include <string_view>

namespace budgetdiff::import {

/// `text` (UTF-8) up to the first chapter's heading (第四部分 …) that stands behind a header of
/// projects and before no other header or title of a table; all of it where there is none.
[[nodiscard]] std::string_view before_closing_chapters(std::string_view text);

}  // namespace budgetdiff::import
