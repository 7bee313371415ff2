#pragma once

/// One writer at a time, and what a killed writer left behind put right.
///
/// How it works, and why no lock can stay for good: docs/formats/store.md,
/// "Writing".

#include "store/repository.hpp"

#include <budgetdiff/base/result.hpp>

#include <string>
#include <vector>

namespace budgetdiff::git {

/// One path of a write as the journal keeps it. A null id: no such file.
struct JournalPath {
  std::string path;
  git_oid before{};
  git_oid after{};
};

/// What a writer is about to do with ref, index and work tree.
struct Journal {
  std::string branch;
  git_oid commit{};
  std::vector<JournalPath> paths;
};

/// Holds the store against other writers of this program for as long as it
/// lives. The kernel lets go of it when the process dies.
class WriteLock {
 public:
  /// Waits up to a minute for other writers, then clears what a killed one
  /// left: its locks, half-written files, a work tree behind its commit.
  [[nodiscard]] static Result<WriteLock> take(const Repository& repository);

  WriteLock(WriteLock&& other) noexcept;
  WriteLock& operator=(WriteLock&& other) = delete;
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;
  ~WriteLock();

  /// Notes what is about to be done, durably. clear_journal() when it is done
  /// or undone.
  [[nodiscard]] Result<void> write_journal(const Journal& journal) const;
  void clear_journal() const;

 private:
  WriteLock(int descriptor, std::string directory)
      : descriptor_(descriptor), directory_(std::move(directory)) {}

  int descriptor_;
  std::string directory_;  ///< the repository's own, ends with '/'
};

/// Names of files in the repository's directory that a writer makes.
namespace scratch {
inline constexpr const char* lock = "budgetdiff-lock";
inline constexpr const char* journal = "budgetdiff-journal";
inline constexpr const char* index_owner = "budgetdiff-index-owner";  ///< hard link of index.lock
inline constexpr const char* index = "budgetdiff-index";
inline constexpr const char* file = "budgetdiff-file";
}  // namespace scratch

}  // namespace budgetdiff::git
