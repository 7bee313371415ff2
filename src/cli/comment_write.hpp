#pragma once

/// What is said in a review: comment, reply, edit, resolve, reopen.

#include "cli/comment_text.hpp"
#include "cli/context.hpp"

#include <budgetdiff/model/comment.hpp>

#include <string>
#include <vector>

namespace budgetdiff::cli {

struct CommentOptions {
  CommentAction action = CommentAction::comment;
  /// comment: FROM TO CHANGE-ID; the others [FROM TO] COMMENT-ID.
  std::vector<std::string> operands;
  TextSource text;
  std::string kind;  ///< empty: the action's usual one
  bool json = false;
};

/// Records one event in one commit. Prints its id (with --json the thread), and
/// on standard error what was done.
Exit run_comment(const Context& context, const CommentOptions& options);

}  // namespace budgetdiff::cli
