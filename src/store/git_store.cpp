#include <budgetdiff/model/whole_total.hpp>
#include <budgetdiff/store/git_store.hpp>

#include "store/committer.hpp"
#include "store/git_error.hpp"
#include "store/git_store_impl.hpp"
#include "store/store_paths.hpp"

#include <budgetdiff/codec/decisions_json.hpp>
#include <budgetdiff/codec/provenance_json.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/store/resolve.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <set>
#include <tuple>

namespace budgetdiff {
namespace git {
namespace {

std::string with_extra_slash(std::string_view folder, const std::string& name) {
  return std::string(folder) + '/' + name;
}

Error no_such_snapshot(const SnapshotKey& key, const std::vector<SnapshotKey>& there) {
  const std::string editions = editions_of(there, key.department);
  if (!editions.empty()) {
    return {{},
            {},
            {BD_TR("the store has no {0} of {1}"), {edition_text(key), printable(key.department)}},
            {BD_TR("there are: {0}"), {editions}}};
  }
  std::set<std::string> departments;
  for (const SnapshotKey& one : there) {
    departments.insert(one.department);
  }
  std::string names;
  for (const std::string& name : departments) {
    names += (names.empty() ? "" : ", ") + printable(name);
  }
  if (names.empty()) {
    return {{},
            {},
            {BD_TR("the store holds no snapshot yet"), {}},
            {BD_TR("import a document first: budgetdiff import FILE"), {}}};
  }
  return {{},
          {},
          {BD_TR("no department of the store is called {0}"), {printable(key.department)}},
          {BD_TR("there are: {0}"), {names}}};
}

std::vector<SnapshotKey> keys_of(const std::vector<StoredFile>& files) {
  std::vector<SnapshotKey> keys;
  keys.reserve(files.size());
  for (const StoredFile& file : files) {
    keys.push_back(file.key);
  }
  return keys;
}

}  // namespace

std::string edition_text(const SnapshotKey& key) {
  return key.stage == stage::budget ? std::to_string(key.year)
                                    : std::to_string(key.year) + '.' + printable(key.stage);
}

Result<std::optional<SnapshotKey>> key_of(const Repository& repository,
                                          const std::string& directory, const Entry& file) {
  constexpr std::string_view suffix = ".json";
  const std::string_view name = file.name;
  if (file.is_tree || name.size() <= suffix.size() ||
      name.substr(name.size() - suffix.size()) != suffix) {
    return std::optional<SnapshotKey>();
  }
  const auto edition = store_paths::read_edition(name.substr(0, name.size() - suffix.size()));
  if (!edition) {
    return std::optional<SnapshotKey>();
  }
  auto department = store_paths::unescape(directory);
  if (department && !edition->stage.empty()) {
    return std::optional<SnapshotKey>({std::move(*department), edition->year, edition->stage});
  }
  const auto bytes = repository.read_blob(file.id);
  if (!bytes) {
    return fail(bytes.error());
  }
  const auto snapshot = read_snapshot(*bytes, with_extra_slash(directory, file.name));
  if (!snapshot || store_paths::escape(snapshot->department) != directory ||
      store_paths::edition(edition->year, snapshot->stage) !=
          name.substr(0, name.size() - suffix.size())) {
    return std::optional<SnapshotKey>();
  }
  return std::optional<SnapshotKey>({snapshot->department, edition->year, snapshot->stage});
}

Result<std::vector<StoredFile>> stored_files(const Repository& repository, const git_tree* tree) {
  std::vector<StoredFile> out;
  const auto directories = repository.entries(tree, std::string(store_paths::snapshots));
  if (!directories) {
    return fail(directories.error());
  }
  for (const Entry& directory : *directories) {
    if (!directory.is_tree) {
      continue;
    }
    const auto files =
        repository.entries(tree, with_extra_slash(store_paths::snapshots, directory.name));
    if (!files) {
      return fail(files.error());
    }
    for (const Entry& file : *files) {
      auto key = key_of(repository, directory.name, file);
      if (!key) {
        return fail(std::move(key).error());
      }
      if (*key) {
        out.push_back({std::move(**key), file.id});
      }
    }
  }
  std::sort(out.begin(), out.end(), [](const StoredFile& a, const StoredFile& b) {
    return std::tie(a.key.department, a.key.year, a.key.stage) <
           std::tie(b.key.department, b.key.year, b.key.stage);
  });
  return out;
}

Result<std::vector<StoredSnapshot>> GitStore::list(std::string_view revision) {
  const auto tree = repository_.tree_at(revision);
  if (!tree) {
    return fail(tree.error());
  }
  auto files = stored_files(repository_, tree->get());
  if (!files) {
    return fail(std::move(files).error());
  }
  std::vector<StoredSnapshot> out;
  for (StoredFile& file : *files) {
    const auto bytes = repository_.read_blob(file.id);
    if (!bytes) {
      return fail(bytes.error());
    }
    const auto snapshot = read_snapshot(*bytes, store_paths::snapshot_file(file.key));
    if (!snapshot) {
      return fail(snapshot.error());
    }
    StoredSnapshot& row = out.emplace_back();
    row.key = std::move(file.key);
    row.blob_id = to_hex(file.id);
    row.unit = snapshot->unit;
    row.total = whole_total(*snapshot);
    row.projects = snapshot->projects.size();
    for (const Project& project : snapshot->projects) {
      row.indicators += project.indicators.size();
    }
  }
  return out;
}

Result<std::vector<SnapshotKey>> GitStore::keys(std::string_view revision) {
  const auto tree = repository_.tree_at(revision);
  if (!tree) {
    return fail(tree.error());
  }
  const auto files = stored_files(repository_, tree->get());
  if (!files) {
    return fail(files.error());
  }
  return keys_of(*files);
}

Result<std::string> GitStore::read_snapshot_bytes(const SnapshotKey& key,
                                                  std::string_view revision) {
  const auto tree = repository_.tree_at(revision);
  if (!tree) {
    return fail(tree.error());
  }
  auto bytes = repository_.read_file(tree->get(), store_paths::snapshot_file(key));
  if (!bytes) {
    return fail(std::move(bytes).error());
  }
  if (*bytes) {
    return std::move(**bytes);
  }
  const auto there = stored_files(repository_, tree->get());
  if (!there) {
    return fail(there.error());
  }
  return fail(no_such_snapshot(key, keys_of(*there)));
}

Result<Provenance> GitStore::read_provenance_of(const SnapshotKey& key, std::string_view revision) {
  const auto tree = repository_.tree_at(revision);
  if (!tree) {
    return fail(tree.error());
  }
  const std::string path = store_paths::provenance_file(key);
  const auto bytes = repository_.read_file(tree->get(), path);
  if (!bytes) {
    return fail(bytes.error());
  }
  if (!*bytes) {
    return fail({BD_TR("the store has no provenance for {0} of {1}"),
                 {edition_text(key), printable(key.department)}});
  }
  return read_provenance(**bytes, path);
}

Result<Decisions> GitStore::read_decisions_on(const SnapshotKey& from, const SnapshotKey& to,
                                              std::string_view revision) {
  const auto tree = repository_.tree_at(revision);
  if (!tree) {
    return fail(tree.error());
  }
  const std::string path = store_paths::decisions_file(from, to);
  const auto bytes = repository_.read_file(tree->get(), path);
  if (!bytes) {
    return fail(bytes.error());
  }
  return *bytes ? read_decisions(**bytes, path) : Result<Decisions>(Decisions{});
}

Result<std::string> GitStore::write_decisions_on(const SnapshotKey& from, const SnapshotKey& to,
                                                 const Decisions& decisions,
                                                 std::string_view subject,
                                                 std::string_view reason) {
  return change_decisions_on(
      from, to,
      [&](const Decisions& /*now*/) -> Result<DecisionsChange> {
        return DecisionsChange{decisions, std::string(subject)};
      },
      reason);
}

Result<std::string> GitStore::change_decisions_on(const SnapshotKey& from, const SnapshotKey& to,
                                                  const ChangeDecisions& change,
                                                  std::string_view reason) {
  const auto other_than_budget = [](const std::string& stage) {
    return stage == stage::budget ? std::string() : stage;
  };
  const std::string path = store_paths::decisions_file(from, to);
  return commit(repository_, [&](const git_tree* head) -> Result<Plan> {
    const auto before = repository_.read_file(head, path);
    if (!before) {
      return fail(before.error());
    }
    Decisions now;
    if (*before) {
      auto read = read_decisions(**before, path);
      if (!read) {
        return fail(std::move(read).error());
      }
      now = std::move(*read);
    }
    auto changed = change(now);
    if (!changed) {
      return fail(std::move(changed).error());
    }
    Decisions& whole = changed->decisions;
    whole.department = to.department;
    whole.from_department = from.department == to.department ? std::string() : from.department;
    whole.from_year = from.year;
    whole.from_stage = other_than_budget(from.stage);
    whole.to_year = to.year;
    whole.to_stage = other_than_budget(to.stage);
    const std::string bytes = write_decisions(whole);
    if (const auto again = read_decisions(bytes, path); !again) {
      return fail(again.error());
    }
    Plan plan;
    if (!*before || **before != bytes) {
      plan.changes.push_back({path, bytes});
    }
    plan.subject = std::move(changed->subject);
    plan.trailers = {{"Department", to.department},
                     {"From-Year", edition_text(from)},
                     {"To-Year", edition_text(to)},
                     {"Reason", std::string(reason)}};
    return plan;
  });
}

}  // namespace git
}  // namespace budgetdiff
