#include "history/versions.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace budgetdiff {
namespace {

/// The version in `list`, from `first` on, that `commit` holds. Of two that are in its
/// past the bytes tell: a merge that took one side whole is no version of its own.
Result<std::optional<std::size_t>> version_at(Store& store, const SnapshotKey& key,
                                              const std::vector<Version>& list, std::size_t first,
                                              const std::string& commit) {
  std::optional<std::size_t> found;
  std::optional<std::string> bytes;
  for (std::size_t i = first; i < list.size(); ++i) {
    const auto past = store.is_ancestor(list[i].commit.commit, commit);
    if (!past) {
      return fail(past.error());
    }
    if (!*past) {
      continue;
    }
    if (!bytes) {
      auto read = store.read_snapshot_bytes(key, commit);
      if (!read) {
        return std::optional<std::size_t>();  // removed in between, and new again later
      }
      bytes = std::move(*read);
    }
    if (list[i].bytes == *bytes) {
      return std::optional(i);
    }
    found = found ? found : i;
  }
  return found;
}

}  // namespace

Result<Versions> versions_of(Store& store, const SnapshotKey& key, std::string_view revision) {
  const auto head = store.resolve(revision);
  if (!head) {
    return fail(head.error());
  }
  // Asked first, for its error.
  if (const auto now = store.read_snapshot_bytes(key, *head); !now) {
    return fail(now.error());
  }
  auto entries = store.log(key.department, key.year, 0);
  if (!entries) {
    return fail(std::move(entries).error());
  }
  Versions out;
  for (LogEntry& entry : *entries) {
    if (std::find(entry.snapshots.begin(), entry.snapshots.end(), key) == entry.snapshots.end()) {
      continue;
    }
    const auto known = store.is_ancestor(entry.commit, *head);
    if (!known) {
      return fail(known.error());
    }
    if (*known) {
      auto bytes = store.read_snapshot_bytes(key, entry.commit);
      if (!bytes) {
        return fail(std::move(bytes).error());
      }
      out.list.push_back({std::move(entry), std::move(*bytes), {}});
    }
  }
  const auto newest = version_at(store, key, out.list, 0, *head);
  if (!newest) {
    return fail(newest.error());
  }
  out.newest = newest->value_or(0);
  for (std::size_t i = 0; i < out.list.size(); ++i) {
    for (const std::string& parent : out.list[i].commit.parents) {
      const auto found = version_at(store, key, out.list, i + 1, parent);
      if (!found) {
        return fail(found.error());
      }
      if (*found) {
        out.list[i].parents.push_back(**found);
      }
    }
  }
  return out;
}

}  // namespace budgetdiff
