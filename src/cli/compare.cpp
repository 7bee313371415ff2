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

using Loaded = std::pair<Result<Operand>, Result<Operand>>;

/// Both sides; two snapshot files are read at once. (Documents are not: poppler
/// keeps settings that all threads share.)
Loaded load_both(StoreHandle& store, const std::string& from, const std::string& to) {
  const auto is_snapshot_file = [](const std::string& name) {
    return name.ends_with(".json") && is_file_operand(name);
  };
  if (!is_snapshot_file(from) || !is_snapshot_file(to)) {
    auto earlier = load(store, from);
    return {std::move(earlier), load(store, to)};
  }
  auto later = std::async(std::launch::async, [&to] { return load_file(to, {}); });
  auto earlier = load_file(from, {});
  return {std::move(earlier), later.get()};
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
  auto [earlier, later] = load_both(store, from, to);
  if (!earlier) {
    return fail(std::move(earlier).error());
  }
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
  // The word breaker is made while projects are matched.
  std::future<void> words_ready;
  if (goals_differ(out.from.snapshot, out.to.snapshot)) {
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
