#pragma once

/// The merge of a provenance where git merges its file (git-driver merge): git hands
/// over this one file, and which project each of its places belongs to only the
/// snapshot beside it tells.

#include <budgetdiff/merge/merge.hpp>
#include <budgetdiff/model/provenance.hpp>

#include <optional>
#include <string>

namespace budgetdiff::cli {

/// The three versions of a file, as git hands them to a driver; `base` is empty where
/// both sides added it.
struct ThreeVersions {
  std::string base;
  std::string ours;
  std::string theirs;
};

/// Whether `path` is a store's provenance.
[[nodiscard]] bool is_provenance(const std::string& path);

/// Each version's snapshot is that of a commit that holds the version. Nothing where
/// there is none, and where the snapshots are in conflict and `settled` is false: then
/// they must be settled first.
[[nodiscard]] std::optional<Provenance> merge_provenance_file(const std::string& path,
                                                              const ThreeVersions& versions,
                                                              MergeSide prefer, bool settled);

}  // namespace budgetdiff::cli
