#pragma once

/// Comments of a review inside a report.

#include "report/html/page.hpp"

#include <budgetdiff/model/comment.hpp>

#include <vector>

namespace budgetdiff::html {

/// Each thread with all that was said, the open ones first. Its id in the page
/// is "comment-" and the comment's.
void write_threads(Page& page, std::vector<const Thread*> threads);

/// The open threads among them.
[[nodiscard]] std::size_t count_open(const std::vector<const Thread*>& threads);

}  // namespace budgetdiff::html
