#include "cli/editions.hpp"

#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/match/matcher.hpp>

#include <optional>

namespace budgetdiff::cli {

Result<Editions> load_editions(Store& store, const std::vector<SnapshotKey>& keys,
                               const EditionRange& range) {
  Editions out;
  std::optional<SnapshotKey> last;
  for (const SnapshotKey& key : keys) {
    if (key.department != range.department || key.stage != range.stage ||
        key.year < range.first_year || key.year > range.last_year) {
      continue;
    }
    const auto bytes = store.read_snapshot_bytes(key, "");
    if (!bytes) {
      return fail(bytes.error());
    }
    auto snapshot = read_snapshot(*bytes, range.department + " " + std::to_string(key.year));
    if (!snapshot) {
      return fail(std::move(snapshot).error());
    }
    if (last) {
      const auto decisions = store.read_decisions_on(*last, key, "");
      if (!decisions) {
        return fail(decisions.error());
      }
      MatchOptions options;
      options.decisions = &*decisions;
      out.alignments.push_back(match(out.snapshots.back(), *snapshot, options));
    }
    out.snapshots.push_back(std::move(*snapshot));
    last = key;
  }
  return out;
}

}  // namespace budgetdiff::cli
