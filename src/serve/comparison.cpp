#include "serve/comparison.hpp"

#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/diff/differ.hpp>
#include <budgetdiff/match/matcher.hpp>
#include <budgetdiff/review/changes.hpp>
#include <budgetdiff/review/threads.hpp>

#include <charconv>
#include <utility>

namespace budgetdiff::serving {
namespace {

struct Side {
  Snapshot snapshot;
  Provenance provenance;
  std::string blob_id;
};

Result<Side> read_side(Store& store, const SnapshotKey& key, const std::string& head) {
  const auto bytes = store.read_snapshot_bytes(key, head);
  if (!bytes) {
    return fail(bytes.error());
  }
  auto snapshot = read_snapshot(*bytes, key.department + " " + std::to_string(key.year));
  if (!snapshot) {
    return fail(std::move(snapshot).error());
  }
  Side side{std::move(*snapshot), {}, git_blob_id(*bytes)};
  if (auto provenance = store.read_provenance_of(key, head)) {
    side.provenance = std::move(*provenance);
  }
  return side;
}

}  // namespace

Result<SnapshotKey> edition_key(const std::string& department, const std::string& edition) {
  SnapshotKey key;
  key.department = department;
  const std::size_t dot = edition.find('.');
  if (dot != std::string::npos) {
    key.stage = edition.substr(dot + 1);
  }
  const char* const end = edition.data() + (dot == std::string::npos ? edition.size() : dot);
  const auto [stop, failure] = std::from_chars(edition.data(), end, key.year);
  if (failure != std::errc{} || stop != end || key.year < 1 || key.year > 9999 ||
      key.stage.empty()) {
    return fail({BD_TR("{0} names no edition"), {edition}},
                {BD_TR("write a year, or a year and a stage: 2024, 2024.final"), {}});
  }
  return key;
}

Result<Comparison> compare_stored(Store& store, const SnapshotKey& from, const SnapshotKey& to) {
  Comparison out;
  auto head = store.resolve("");
  if (!head) {
    return fail(std::move(head).error());
  }
  out.head = std::move(*head);
  out.from = from;
  out.to = to;
  auto earlier = read_side(store, from, out.head);
  if (!earlier) {
    return fail(std::move(earlier).error());
  }
  auto later = read_side(store, to, out.head);
  if (!later) {
    return fail(std::move(later).error());
  }
  auto decisions = store.read_decisions_on(from, to, out.head);
  if (!decisions) {
    return fail(decisions.error());
  }
  const auto events = store.read_comments_on(pair_of(from, to), out.head);
  if (!events) {
    return fail(events.error());
  }
  out.from_snapshot = std::move(earlier->snapshot);
  out.to_snapshot = std::move(later->snapshot);
  out.from_provenance = std::move(earlier->provenance);
  out.to_provenance = std::move(later->provenance);
  out.from_blob = std::move(earlier->blob_id);
  out.to_blob = std::move(later->blob_id);
  out.decisions = std::move(*decisions);
  out.changes = changes_under(out, out.decisions);
  out.threads = fold(*events).threads;
  mark_outdated(out.threads, out.changes);
  return out;
}

ChangeSet changes_under(const Comparison& comparison, const Decisions& decisions) {
  MatchOptions options;
  options.decisions = &decisions;
  return diff(
      {comparison.from_snapshot, comparison.to_snapshot, comparison.from_blob, comparison.to_blob},
      match(comparison.from_snapshot, comparison.to_snapshot, options));
}

}  // namespace budgetdiff::serving
