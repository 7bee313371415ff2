#include "cli/provenance_driver.hpp"

#include "cli/git_run.hpp"

#include <unistd.h>
#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/codec/provenance_json.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/merge/merge_provenance.hpp>
#include <sstream>
#include <string_view>
#include <vector>

namespace budgetdiff::cli {
namespace {

constexpr std::string_view folder = "provenance/";

/// Commits that may hold the version: the one checked out, those that git says it
/// merges (GITHEAD_<id>), and all that brought it or took it away.
std::vector<std::string> commits_with(const std::string& path, const std::string& blob) {
  std::vector<std::string> out{"HEAD"};
  constexpr std::string_view merged = "GITHEAD_";
  for (char** one = environ; one != nullptr && *one != nullptr; ++one) {
    const std::string_view setting = *one;
    if (setting.starts_with(merged)) {
      out.emplace_back(setting.substr(merged.size(), setting.find('=') - merged.size()));
    }
  }
  std::istringstream log(run_git("", {"log", "--all", "--full-history", "--format=%H",
                                      "--find-object=" + blob, "--", path})
                             .output);
  for (std::string commit; std::getline(log, commit);) {
    out.push_back(std::move(commit));
  }
  return out;
}

/// The name that git has for a file of a commit.
std::string file_in(std::string commit, const std::string& path) {
  commit += ':';
  commit += path;
  return commit;
}

std::optional<Snapshot> snapshot_of(const std::string& path, const std::string& provenance) {
  const std::string blob = git_blob_id(provenance);
  const std::string snapshot = "snapshots/" + path.substr(folder.size());
  for (const std::string& commit : commits_with(path, blob)) {
    const GitRun held = run_git("", {"rev-parse", "--quiet", "--verify", file_in(commit, path)});
    if (!held.ok() || held.output != blob) {
      continue;
    }
    const GitRun bytes = run_git("", {"cat-file", "blob", file_in(commit, snapshot)});
    auto read = bytes.ok() ? read_snapshot(bytes.output + "\n", snapshot) : fail(Error{});
    if (read) {
      return std::move(*read);
    }
  }
  return std::nullopt;
}

}  // namespace

bool is_provenance(const std::string& path) {
  return path.starts_with(folder);
}

std::optional<Provenance> merge_provenance_file(const std::string& path,
                                                const ThreeVersions& versions, MergeSide prefer,
                                                bool settled) {
  const auto our_places = read_provenance(versions.ours, path);
  const auto their_places = read_provenance(versions.theirs, path);
  const auto ours = snapshot_of(path, versions.ours);
  const auto theirs = snapshot_of(path, versions.theirs);
  if (!our_places || !their_places || !ours || !theirs) {
    return std::nullopt;
  }
  auto base = versions.base.empty() ? std::nullopt : snapshot_of(path, versions.base);
  if (!base) {
    base = *ours;  // both imported it
    base->projects.clear();
    base->stated_total = {};
  }
  const MergedSnapshot merged = merge_snapshots(*base, *ours, *theirs, prefer);
  if (!merged.conflicts.empty() && !settled) {
    return std::nullopt;
  }
  return merge_provenance(merged.snapshot, {*ours, *our_places}, {*theirs, *their_places});
}

}  // namespace budgetdiff::cli
