#pragma once

/// Comments of the store, as the verbs need them.

#include "cli/compare.hpp"

#include <budgetdiff/model/comment.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::cli {

/// The threads on the pair of a comparison, each told whether it is outdated.
/// None where a side is a file.
[[nodiscard]] Result<std::vector<Thread>> threads_on(StoreHandle& store,
                                                     const Comparison& comparison);

/// The threads of the whole store, pair by pair; needs a comparison for each
/// pair that has any.
[[nodiscard]] Result<std::vector<Thread>> all_threads(StoreHandle& store);

/// By the change that they are on.
[[nodiscard]] ThreadsByChange by_change(std::vector<Thread> threads);

/// One message of one thread.
struct FoundMessage {
  const Thread* thread = nullptr;
  const ThreadMessage* message = nullptr;
};

/// The comment, reply … whose id begins so: an error where there is none, or
/// several. The threads must outlive the result.
[[nodiscard]] Result<FoundMessage> find_message(const std::vector<Thread>& threads,
                                                std::string_view id);

/// "question", "explanation", "note", or their Chinese names.
[[nodiscard]] Result<CommentKind> read_kind(const std::string& word);

}  // namespace budgetdiff::cli
