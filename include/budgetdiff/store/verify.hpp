#pragma once

/// Proves that a store is what it should be, and says where it is not.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/store/store.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff {

struct VerifyOptions {
  /// A commit that is known to be good, by its full id from outside the store
  /// (a printed report, a mail): the history must contain it, and nothing that
  /// it holds may be gone. Empty: none known.
  std::string since;
};

struct VerifyReport {
  std::string head;           ///< the commit that was looked at
  std::size_t snapshots = 0;  ///< files looked at, good and bad
  std::size_t provenance = 0;
  std::size_t sources = 0;
  std::size_t decisions = 0;
  std::size_t comments = 0;  ///< files of reviews
  std::size_t commits = 0;
  std::vector<Error> problems;  ///< in order of path, then of history, newest first
};

/// Looks at every file at the newest commit and at every commit (after
/// `since`, where that is given):
///
/// - files are readable, whole (their bytes have the id that git names them
///   by), canonical, and lie where their content says;
/// - every snapshot has a provenance with the source's name and SHA-256 and a
///   place for each of its projects and indicators, no provenance is left over, and each is
///   the one that was recorded with the snapshot;
/// - kept sources have the SHA-256 that they are named by, and of a snapshot of several
///   documents none is gone that was kept;
/// - comments are what their id says, name comments that are there, and lie with
///   the change that they are on; with `since`, none of them is gone or altered;
/// - no commit removed a snapshot or a comment, and none corrected one without a reason;
/// - the history contains `since`, and so do the sources.
///
/// What git itself proves (objects no branch uses, older bytes) is `git fsck`'s.
/// An Error is returned only where the store cannot be looked at at all, or `since` is a word
/// that names no commit and is no commit's id.
[[nodiscard]] Result<VerifyReport> verify(Store& store, const VerifyOptions& options = {});

}  // namespace budgetdiff
