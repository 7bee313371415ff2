#pragma once

/// The checked-out side of a store: files and index brought along with a
/// commit, and never over somebody's edits.

#include "store/git_handle.hpp"
#include "store/repository.hpp"
#include "store/write_lock.hpp"

#include <budgetdiff/base/result.hpp>

#include <string>
#include <vector>

namespace budgetdiff::git {

/// Holds git's own index.lock for as long as it lives.
/// REQUIRES: a repository with a work tree, under the WriteLock.
class WorkTree {
 public:
  [[nodiscard]] static Result<WorkTree> lock(const Repository& repository);

  WorkTree(WorkTree&& other) noexcept;
  WorkTree& operator=(WorkTree&&) = delete;
  WorkTree(const WorkTree&) = delete;
  WorkTree& operator=(const WorkTree&) = delete;
  ~WorkTree();

  /// Refuses where a path, on disk or staged, is neither as `before` has it nor
  /// as `after` has it: then somebody is at work on it.
  [[nodiscard]] Result<void> check(const std::vector<JournalPath>& paths) const;

  /// Puts `after` on disk and into the index to be published. What it did
  /// before a failure is undone.
  [[nodiscard]] Result<void> write(const std::vector<JournalPath>& paths);

  /// Puts `before` back on disk where write() had put `after`.
  void undo(const std::vector<JournalPath>& paths) const;

  /// Makes the index git's.
  [[nodiscard]] Result<void> publish();

  /// After a kill: each path that stands as `before` or `after` is made what
  /// `head` holds, if that is one of the two; others are somebody's edits.
  void mend(const std::vector<JournalPath>& paths, const git_tree* head);

  /// Clears an index.lock that a killed writer of this program left.
  /// REQUIRES: under the WriteLock.
  static void clear_stale_lock(const Repository& repository);

 private:
  WorkTree(const Repository& repository, std::string index_path)
      : repository_(&repository), index_path_(std::move(index_path)), locked_(true) {}

  /// The id of the file on disk, null where there is none.
  [[nodiscard]] Result<git_oid> on_disk(const std::string& path) const;
  [[nodiscard]] git_oid in_index(const std::string& path) const;
  [[nodiscard]] bool is_sparse(const std::string& path) const;
  [[nodiscard]] Result<void> put(const std::string& path, const git_oid& id) const;
  [[nodiscard]] Result<void> stage(const std::string& path, const git_oid& id);

  const Repository* repository_;
  std::string index_path_;
  IndexHandle index_;
  bool locked_;
};

[[nodiscard]] bool same(const git_oid& a, const git_oid& b);
[[nodiscard]] bool is_null(const git_oid& id);

}  // namespace budgetdiff::git
