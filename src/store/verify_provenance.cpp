#include "store/verify_provenance.hpp"

#include "store/store_paths.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <string_view>

namespace budgetdiff {
namespace {

/// The blob at `path` in a commit; empty where there is none.
std::string blob_at(Store& store, const std::string& path, const std::string& commit) {
  const auto files = store.files(path.substr(0, path.rfind('/')), commit);
  if (files) {
    for (const StoredPath& file : *files) {
      if (file.path == path) {
        return file.blob_id;
      }
    }
  }
  return {};  // an unreadable tree is git fsck's to report
}

}  // namespace

ProvenanceHistory::ProvenanceHistory(const std::vector<StoredPath>& provenance,
                                     const std::vector<StoredPath>& snapshots) {
  std::map<std::string_view, std::string_view> there;
  for (const StoredPath& file : snapshots) {
    there.emplace(file.path, file.blob_id);
  }
  for (const StoredPath& file : provenance) {
    const std::string snapshot =
        std::string(store_paths::snapshots) + file.path.substr(file.path.find('/'));
    if (const auto beside = there.find(snapshot); beside != there.end()) {
      open_[snapshot] = {file.path, file.blob_id, std::string(beside->second), {}};
    }
  }
}

void ProvenanceHistory::look_at(Store& store, const LogEntry& entry) {
  for (const SnapshotKey& key : entry.snapshots) {
    const auto found = open_.find(store_paths::snapshot_file(key));
    if (found == open_.end()) {
      continue;
    }
    Pair& pair = found->second;
    if (blob_at(store, found->first, entry.commit) != pair.snapshot) {
      continue;
    }
    const std::string provenance = blob_at(store, pair.provenance_path, entry.commit);
    if (provenance == pair.provenance) {
      open_.erase(found);
    } else if (!provenance.empty() && pair.brought.empty()) {
      pair.brought = entry.commit;
    }
  }
}

void ProvenanceHistory::report(std::vector<Error>& problems) const {
  for (const auto& [path, pair] : open_) {
    if (!pair.brought.empty()) {
      problems.push_back(
          {printable(pair.provenance_path),
           {},
           {BD_TR("this provenance is not the one that commit {0} recorded with the snapshot"),
            {pair.brought}},
           {}});
    }
  }
}

}  // namespace budgetdiff
