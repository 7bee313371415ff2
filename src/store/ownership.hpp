#pragma once

/// Who owns a repository, and whether git's settings trust it anyway.
///
/// libgit2 1.5.1 refuses a repository of another user, as git does, but calls
/// it "not found", and does not know `safe.directory = *`.

#include <optional>
#include <string>

namespace budgetdiff::git {

/// The repository at (or with `search_upward` above) `directory` if another
/// user than the one at work owns it.
[[nodiscard]] std::optional<std::string> foreign_repository(const std::string& directory,
                                                            bool search_upward);

/// Whether safe.directory of the system's or the user's configuration names
/// `directory` or everything ("*").
[[nodiscard]] bool is_trusted_by_configuration(const std::string& directory);

/// Turns libgit2's check off for as long as the object lives.
class OwnershipUnchecked {
 public:
  OwnershipUnchecked();
  OwnershipUnchecked(const OwnershipUnchecked&) = delete;
  OwnershipUnchecked& operator=(const OwnershipUnchecked&) = delete;
  OwnershipUnchecked(OwnershipUnchecked&&) = delete;
  OwnershipUnchecked& operator=(OwnershipUnchecked&&) = delete;
  ~OwnershipUnchecked();
};

}  // namespace budgetdiff::git
