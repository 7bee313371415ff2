#pragma once

/// Turns planned changes of files into one durable commit.

#include "store/repository.hpp"

#include <budgetdiff/base/result.hpp>

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::git {

/// One file as a commit is to have it; no bytes: removed.
struct FileChange {
  std::string path;
  std::optional<std::string> bytes;
};

struct Plan {
  std::vector<FileChange> changes;  ///< empty: nothing to record
  std::string subject;
  std::vector<std::pair<std::string, std::string>> trailers;  ///< empty values are left out
};

/// Makes a plan from what is there: called again when another program moved
/// the branch meanwhile. The tree is null while there is no commit.
using Planner = std::function<Result<Plan>(const git_tree* head)>;

/// One write: lock, plan, objects, work tree, ref by compare-and-swap, index.
/// The commit's id, or "" where the plan was empty. When it returns an id, the
/// commit is on the disk; when it returns an error, nothing was recorded.
[[nodiscard]] Result<std::string> commit(const Repository& repository, const Planner& planner);

/// Subject, blank line, trailers. Line ends inside a value become blanks, so
/// that no text can pose as a trailer.
[[nodiscard]] std::string commit_message(const Plan& plan);

}  // namespace budgetdiff::git
