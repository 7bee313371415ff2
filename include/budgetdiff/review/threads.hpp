#pragma once

/// Folds the events of a review into threads.

#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/comment.hpp>

#include <vector>

namespace budgetdiff {

/// What a heap of events comes to.
struct Review {
  std::vector<Thread> threads;        ///< by time of the comment, then id
  std::vector<CommentEvent> orphans;  ///< that speak of a comment that is not there
};

/// Any order of the same events gives the same review. Inside a thread an event
/// stands after those that it names in `after`; where nothing else decides, by
/// time, then id. The state is what the last resolve or reopen says; an edit
/// counts as the last of its message. Pure. Events given twice count once.
[[nodiscard]] Review fold(const std::vector<CommentEvent>& events);

/// Looks what each thread's change is now: sets currency, now_from and now_to.
/// REQUIRES: the threads are on the pair that `changes` compares.
void mark_outdated(std::vector<Thread>& threads, const ChangeSet& changes);

}  // namespace budgetdiff
