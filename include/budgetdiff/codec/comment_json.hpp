#pragma once

/// Review events as canonical JSON: docs/formats/comment.md.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/comment.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

[[nodiscard]] std::string write_comment(const CommentEvent& event);
[[nodiscard]] Result<CommentEvent> read_comment(std::string_view bytes, std::string_view file);

/// The id that an event must have: 12 hexadecimal digits of the SHA-256 of its
/// canonical bytes without an id. A file that was altered no longer has its own.
[[nodiscard]] std::string comment_id_of(const CommentEvent& event);

/// Threads for scripts, a JSON array: docs/formats/comment.md, "Threads".
[[nodiscard]] std::string write_threads(const std::vector<Thread>& threads);

/// "2024-03-01T08:00:00+08:00", as the files have it.
[[nodiscard]] std::string to_text(const CommentTime& time);

}  // namespace budgetdiff
