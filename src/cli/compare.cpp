#include "cli/compare.hpp"

#include "cli/moved.hpp"

#include <algorithm>
#include <budgetdiff/diff/differ.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <future>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace budgetdiff::cli {

namespace {

bool is_snapshot_file(const std::string& name) {
  return name.ends_with(".json") && is_file_operand(name);
}

/// Whether some goal of `to` is none of `from`: then words will be compared.
bool goals_differ(const Snapshot& from, const Snapshot& to) {
  std::unordered_set<std::string_view> goals;
  for (const Project& project : from.projects) {
    goals.insert(project.goal);
  }
  return std::any_of(to.projects.begin(), to.projects.end(), [&](const Project& project) {
    return !project.goal.empty() && !goals.contains(project.goal);
  });
}

}  // namespace

Result<Comparison> compare(StoreHandle& store, const std::string& from, const std::string& to,
                           const CompareOptions& options) {
  // The word breaker takes longer to make than both snapshots to read, and most
  // pairs of years need it: it is begun first, on another core.
  std::future<void> words_ready;
  if (is_snapshot_file(from) && is_snapshot_file(to)) {
    words_ready = std::async(std::launch::async, prepare_words);
  }
  auto earlier = load(store, from);
  if (!earlier) {
    return fail(std::move(earlier).error());
  }
  auto later = load(store, to);
  if (!later) {
    return fail(std::move(later).error());
  }
  Comparison out{std::move(*earlier), std::move(*later), {}, {}, {}, {}, {}};
  if (out.from.key && out.to.key) {
    out.from_name = from;
    out.to_name = to;
    const auto opened = store.get();
    if (!opened) {
      return fail(opened.error());
    }
    auto decisions = (*opened)->read_decisions_on(*out.from.key, *out.to.key, out.to.revision);
    if (!decisions) {
      return fail(std::move(decisions).error());
    }
    out.decisions = std::move(*decisions);
  }
  if (!words_ready.valid() && goals_differ(out.from.snapshot, out.to.snapshot)) {
    words_ready = std::async(std::launch::async, prepare_words);
  }
  MatchOptions match_options;
  match_options.mode = options.mode;
  match_options.decisions = &out.decisions;
  out.alignment = match(out.from.snapshot, out.to.snapshot, match_options);
  out.changes = diff(
      {out.from.snapshot, out.to.snapshot, options.blob_ids ? blob_id_of(out.from) : std::string{},
       options.blob_ids ? blob_id_of(out.to) : std::string{}},
      out.alignment);
  if (out.from.key && out.to.key) {
    const auto opened = store.get();
    if (opened) {
      note_moves(**opened, out);
    }
  }
  return out;
}

}  // namespace budgetdiff::cli
