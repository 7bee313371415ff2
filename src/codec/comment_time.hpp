#pragma once

/// The times of review files: RFC 3339 with seconds and a numeric offset.

#include <budgetdiff/model/comment.hpp>

#include <optional>
#include <string_view>

namespace budgetdiff::json {

/// Reads what to_text(CommentTime) writes, and nothing else.
[[nodiscard]] std::optional<CommentTime> read_comment_time(std::string_view text);

}  // namespace budgetdiff::json
