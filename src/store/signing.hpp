#pragma once

/// Commits written as they are, or signed where git's settings ask for it.

#include "store/repository.hpp"

#include <budgetdiff/base/result.hpp>

#include <string_view>

namespace budgetdiff::git {

/// Writes a commit object of this content and returns its id. No ref moves.
[[nodiscard]] Result<git_oid> write_signed_commit(const Repository& repository,
                                                  std::string_view content);

}  // namespace budgetdiff::git
