#pragma once

/// The versions that a snapshot had, and which came from which.
///
/// Two people may correct one year at once, so the versions are a graph and no
/// row: what one of them brought is in the other's history only through a merge.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/store/store.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

struct Version {
  LogEntry commit;
  std::string bytes;                 ///< of the snapshot
  std::vector<std::size_t> parents;  ///< into Versions::list, all behind this one; none: it was new
};

struct Versions {
  std::vector<Version> list;  ///< those up to the revision, newest first, children before parents
  std::size_t newest = 0;     ///< the one at the revision
};

/// The versions of `key` up to `revision`. An edition that is not there is the error
/// that names those that are.
[[nodiscard]] Result<Versions> versions_of(Store& store, const SnapshotKey& key,
                                           std::string_view revision);

}  // namespace budgetdiff
