#pragma once

/// Comments inside the report of a change set: one line each.

#include "report/text_paint.hpp"
#include "report/wording.hpp"

#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/comment.hpp>
#include <budgetdiff/report/comments.hpp>

#include <set>
#include <string>
#include <vector>

namespace budgetdiff {

/// Hands out the threads of each change, and remembers which it has not.
class ThreadLines {
 public:
  /// `threads` may be null and must outlive this.
  explicit ThreadLines(const ThreadsByChange* threads) : threads_(threads) {}

  /// The threads on a change.
  std::vector<const Thread*> on(const std::string& id);
  /// On a project and on all its parts, in the order of its parts.
  std::vector<const Thread*> on(const ProjectChange& change);
  std::vector<const Thread*> on(const SuggestedMatch& match) { return on(match.id); }

  /// Those that were not handed out yet.
  [[nodiscard]] std::vector<const Thread*> rest() const;

 private:
  const ThreadsByChange* threads_;
  std::set<std::string> said_;
};

/// "question 90b3d1a4c8e2 (open, outdated, 2 replies) 审阅人: 为什么增加？"
[[nodiscard]] std::string thread_text_line(const Wording& say, const Paint& paint,
                                           const Thread& thread);
[[nodiscard]] std::string thread_markdown_line(const Wording& say, const Thread& thread);

/// "open", "resolved"; "question" …; "outdated": in the language.
[[nodiscard]] std::string state_word(const Wording& say, const Thread& thread);
[[nodiscard]] std::string kind_word(const Wording& say, CommentKind kind);

/// What a message did, "explanation", "resolved", "reopened", with its edits.
[[nodiscard]] std::string action_text(const Wording& say, const ThreadMessage& message);
/// What an outdated thread is on now: "now 21.21 万元 → 35.00 万元".
[[nodiscard]] std::string now_text(const Wording& say, const Thread& thread);
/// "2024-03-01 08:00 +08:00"
[[nodiscard]] std::string time_text(const CommentTime& time);

}  // namespace budgetdiff
