#pragma once

/// The questions that a reviewer would ask of a change set.

#include <budgetdiff/base/message.hpp>
#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/comment.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace budgetdiff {

/// All that there is to ask of one change.
struct SuggestedComment {
  std::string change;     ///< id of the project or match; empty: of the whole
  CommentedChange about;  ///< in words, with its values
  std::optional<Amount> delta;
  std::vector<Message> questions;  ///< never empty
  bool doubtful = false;           ///< a match that awaits a person's word
  /// The project in the later snapshot that it is about; absent where it has
  /// ended, or the whole is meant.
  std::optional<std::size_t> to_project;
};

/// One comment a change, worst first: money that nothing explains, doubtful
/// matches, then by how much money moved, then by how many targets were loosened.
/// What has an explanation that is not outdated is not asked again. Pure.
/// REQUIRES: threads are on the pair of the change set, marked by mark_outdated().
[[nodiscard]] std::vector<SuggestedComment> suggest(const ChangeSet& changes,
                                                    const std::vector<Thread>& threads);

}  // namespace budgetdiff
