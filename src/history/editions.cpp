#include <budgetdiff/history/editions.hpp>

#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/diff/trace.hpp>
#include <budgetdiff/match/matcher.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <optional>
#include <set>
#include <utility>

namespace budgetdiff {

Result<Editions> load_editions(Store& store, const std::vector<SnapshotKey>& keys,
                               const EditionRange& range) {
  Editions out;
  std::optional<SnapshotKey> last;
  for (const SnapshotKey& key : keys) {
    if (key.department != range.department || key.stage != range.stage ||
        key.year < range.first_year || key.year > range.last_year) {
      continue;
    }
    auto bytes = store.read_snapshot_bytes(key, "");
    if (!bytes) {
      return fail(bytes.error());
    }
    auto snapshot =
        read_snapshot(std::move(*bytes), range.department + " " + std::to_string(key.year));
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

Result<Lineage> find_line(const Editions& editions, const std::string& name) {
  const auto line_of = [&](std::size_t edition, std::size_t project) {
    return trace(editions.snapshots, editions.alignments, edition, project);
  };
  const std::string folded = fold_name(name);
  std::set<std::string> names;
  std::optional<std::pair<std::size_t, std::size_t>> part;
  for (std::size_t e = editions.snapshots.size(); e-- > 0;) {
    const auto& projects = editions.snapshots[e].projects;
    for (std::size_t p = 0; p < projects.size(); ++p) {
      const std::string candidate = fold_name(projects[p].name);
      if (candidate == folded) {
        return line_of(e, p);
      }
      if (!folded.empty() && candidate.find(folded) != std::string::npos) {
        names.insert(projects[p].name);
        part = part ? part : std::pair(e, p);
      }
    }
  }
  if (!part) {
    return fail({BD_TR("no project is named {0}"), {name}},
                {BD_TR("budgetdiff show YEAR lists them; a part of a name is enough"), {}});
  }
  Lineage line = line_of(part->first, part->second);
  std::set<std::string> others = names;
  for (const LineageNode& node : line.nodes) {
    others.erase(node.name);
  }
  if (others.empty()) {
    return line;
  }
  std::string list;
  for (const std::string& candidate : names) {
    list += (list.empty() ? "" : ", ") + candidate;
  }
  return fail({BD_TR("{0} is part of several names: {1}"), {name, list}},
              {BD_TR("give more of the name"), {}});
}

}  // namespace budgetdiff
