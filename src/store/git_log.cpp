#include "store/git_error.hpp"
#include "store/git_store_impl.hpp"
#include "store/store_paths.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace budgetdiff::git {
namespace {

/// One file of the store that a commit changed: "snapshots", the department's
/// folder, and what is below it.
struct ChangedFile {
  std::string_view top;
  std::string directory;
  Entry file;            ///< the new one
  bool removed = false;  ///< then `file` is the old one
  bool added = false;    ///< there was no old one
};

constexpr std::array<std::string_view, 4> tops{store_paths::snapshots, store_paths::provenance,
                                               store_paths::matches, store_paths::reviews};

using ByName = std::map<std::string, Entry>;

Result<ByName> by_name(const Repository& repository, const git_tree* tree,
                       const std::string& path) {
  auto entries = repository.entries(tree, path);
  if (!entries) {
    return fail(std::move(entries).error());
  }
  ByName out;
  for (Entry& entry : *entries) {
    std::string name = entry.name;
    out.emplace(std::move(name), std::move(entry));
  }
  return out;
}

bool equal(const Entry& a, const Entry& b) {
  return git_oid_equal(&a.id, &b.id) != 0;
}

/// Calls `visit(name, before, after)` for what differs below `path`; either
/// may be null.
template <class Visit>
Result<void> for_differences(const Repository& repository, const git_tree* before,
                             const git_tree* after, const std::string& path, Visit visit) {
  const auto old_entries = by_name(repository, before, path);
  if (!old_entries) {
    return fail(old_entries.error());
  }
  const auto new_entries = by_name(repository, after, path);
  if (!new_entries) {
    return fail(new_entries.error());
  }
  for (const auto& [name, entry] : *new_entries) {
    const auto old = old_entries->find(name);
    if (old == old_entries->end() || !equal(old->second, entry)) {
      if (Result<void> done =
              visit(name, old == old_entries->end() ? nullptr : &old->second, &entry);
          !done) {
        return done;
      }
    }
  }
  for (const auto& [name, entry] : *old_entries) {
    if (new_entries->find(name) == new_entries->end()) {
      if (Result<void> done = visit(name, &entry, nullptr); !done) {
        return done;
      }
    }
  }
  return {};
}

/// What a commit changed against one parent (null: everything is new), of one
/// department's folder or, where that is empty, of all.
Result<std::vector<ChangedFile>> changed_files(const Repository& repository, const git_tree* before,
                                               const git_tree* after, const std::string& only) {
  std::vector<ChangedFile> out;
  for (const std::string_view top : tops) {
    const std::string folder(top);
    const auto old_top = repository.find(before, folder);
    const auto new_top = repository.find(after, folder);
    if (!old_top || !new_top) {
      return fail(!old_top ? old_top.error() : new_top.error());
    }
    if ((!*old_top && !*new_top) || (*old_top && *new_top && equal(**old_top, **new_top))) {
      continue;
    }
    const auto add = [&](const std::string& directory, const Entry* old, const Entry* now) {
      out.push_back({top, directory, now != nullptr ? *now : *old, now == nullptr, old == nullptr});
    };
    const auto in_directory = [&](const std::string& directory, const Entry*,
                                  const Entry*) -> Result<void> {
      if (!only.empty() && directory != only) {
        return {};
      }
      return for_differences(
          repository, before, after, folder + '/' + directory,
          [&](const std::string&, const Entry* old, const Entry* now) -> Result<void> {
            add(directory, old, now);
            return {};
          });
    };
    if (auto done = for_differences(repository, before, after, folder, in_directory); !done) {
      return fail(std::move(done).error());
    }
  }
  return out;
}

/// Adds the files below `path` that `before` has and `after` has not.
Result<void> add_lost(const Repository& repository, const git_tree* before, const git_tree* after,
                      const std::string& path, std::vector<std::string>& out) {
  return for_differences(
      repository, before, after, path,
      [&](const std::string& name, const Entry* old, const Entry* now) -> Result<void> {
        const std::string below = path + '/' + name;
        if (old == nullptr || (now != nullptr && !(old->is_tree && now->is_tree))) {
          return {};
        }
        if (old->is_tree) {
          return add_lost(repository, before, after, below, out);
        }
        out.push_back(below);
        return {};
      });
}

/// Whether the name of a file ("2024.final.json", "2023-2024.json") has a year.
bool names_year(std::string_view name, int year) {
  std::size_t at = 0;
  while (at <= name.size()) {
    int number = 0;
    const auto read = std::from_chars(name.data() + at, name.data() + name.size(), number);
    if (read.ec == std::errc() && number == year) {
      return true;
    }
    const std::size_t next = name.find('-', at);
    if (next == std::string_view::npos) {
      return false;
    }
    at = next + 1;
  }
  return false;
}

struct Filter {
  std::string directory;  ///< empty: any
  std::optional<int> year;

  [[nodiscard]] bool is_set() const { return !directory.empty() || year; }
};

struct Changes {
  std::vector<ChangedFile> files;  ///< against the first parent
  std::vector<std::string> lost;   ///< of reviews, against any parent; none where there is a filter
};

/// What the commit changed, if the filter lets it through.
Result<std::optional<Changes>> relevant_changes(const Repository& repository,
                                                const git_commit* commit, const Filter& filter) {
  const auto after = repository.tree_of(commit);
  if (!after) {
    return fail(after.error());
  }
  Changes out;
  const unsigned parents = git_commit_parentcount(commit);
  for (unsigned i = 0; i == 0 || i < parents; ++i) {
    TreeHandle before;
    if (i < parents) {
      CommitHandle parent;
      const int code = git_commit_parent(Out(parent), commit, i);
      if (code < 0) {
        return failed(code, {BD_TR("cannot read a parent of commit {0}: {1}"),
                             {to_hex(*git_commit_id(commit))}});
      }
      auto tree = repository.tree_of(parent.get());
      if (!tree) {
        return fail(std::move(tree).error());
      }
      before = std::move(*tree);
    }
    auto changed = changed_files(repository, before.get(), after->get(), filter.directory);
    if (!changed) {
      return fail(std::move(changed).error());
    }
    if (filter.year) {
      changed->erase(std::remove_if(changed->begin(), changed->end(),
                                    [&](const ChangedFile& file) {
                                      return !names_year(file.file.name, *filter.year);
                                    }),
                     changed->end());
    }
    // As git does it: a merge that took one side as it was is passed over.
    if (filter.is_set() && changed->empty()) {
      return std::optional<Changes>();
    }
    const bool reviewed =
        std::any_of(changed->begin(), changed->end(),
                    [](const ChangedFile& file) { return file.top == store_paths::reviews; });
    if (reviewed && !filter.is_set()) {
      auto looked = add_lost(repository, before.get(), after->get(),
                             std::string(store_paths::reviews), out.lost);
      if (!looked) {
        return fail(std::move(looked).error());
      }
    }
    if (i == 0) {
      out.files = std::move(*changed);
    }
  }
  return std::optional<Changes>(std::move(out));
}

Result<LogEntry> entry_of(const Repository& repository, const git_commit* commit,
                          const Changes& changes) {
  LogEntry entry;
  entry.commit = to_hex(*git_commit_id(commit));
  for (unsigned i = 0; i < git_commit_parentcount(commit); ++i) {
    entry.parents.push_back(to_hex(*git_commit_parent_id(commit, i)));
  }
  const git_signature* const author = git_commit_author(commit);
  entry.author_name = author->name;
  entry.author_email = author->email;
  entry.time = author->when.time;
  entry.offset_minutes = author->when.offset;
  const std::string message = git_commit_message(commit);
  entry.subject = message.substr(0, message.find('\n'));
  entry.trailers = trailers_of(message);
  entry.removed_files = changes.lost;
  for (const ChangedFile& file : changes.files) {
    if (file.top != store_paths::snapshots) {
      continue;
    }
    auto key = key_of(repository, file.directory, file.file);
    if (!key) {
      return fail(std::move(key).error());
    }
    if (!*key) {
      continue;
    }
    if (!file.removed && !file.added) {
      entry.corrected.push_back(**key);
    }
    (file.removed ? entry.removed : entry.snapshots).push_back(std::move(**key));
  }
  for (auto* const keys : {&entry.snapshots, &entry.corrected, &entry.removed}) {
    std::sort(keys->begin(), keys->end(), [](const SnapshotKey& a, const SnapshotKey& b) {
      return std::tie(a.department, a.year, a.stage) < std::tie(b.department, b.year, b.stage);
    });
  }
  return entry;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> trailers_of(const std::string& message) {
  std::vector<std::pair<std::string, std::string>> out;
  git_message_trailer_array found{};
  if (git_message_trailers(&found, message.c_str()) == 0) {
    for (std::size_t i = 0; i < found.count; ++i) {
      out.emplace_back(found.trailers[i].key, found.trailers[i].value);
    }
    git_message_trailer_array_free(&found);
  }
  return out;
}

Result<std::vector<LogEntry>> GitStore::log(std::string_view department, std::optional<int> year,
                                            std::size_t limit) {
  const auto newest = repository_.commit_at({});
  if (!newest) {
    return fail(newest.error());
  }
  RevwalkHandle walk;
  int code = git_revwalk_new(Out(walk), repository_.get());
  if (code == 0) {
    code = git_revwalk_sorting(walk.get(), GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME);
  }
  if (code == 0) {
    code = git_revwalk_push(walk.get(), git_commit_id(newest->get()));
  }
  const Filter filter{department.empty() ? std::string() : store_paths::escape(department), year};
  std::vector<LogEntry> out;
  git_oid id{};
  while (code == 0 && (limit == 0 || out.size() < limit)) {
    code = git_revwalk_next(&id, walk.get());
    if (code != 0) {
      break;
    }
    CommitHandle commit;
    code = git_commit_lookup(Out(commit), repository_.get(), &id);
    if (code != 0) {
      break;
    }
    const auto changes = relevant_changes(repository_, commit.get(), filter);
    if (!changes) {
      return fail(changes.error());
    }
    if (!*changes) {
      continue;
    }
    auto entry = entry_of(repository_, commit.get(), **changes);
    if (!entry) {
      return fail(std::move(entry).error());
    }
    out.push_back(std::move(*entry));
  }
  if (code < 0 && code != GIT_ITEROVER) {
    return failed(code, {BD_TR("cannot read the history of the store: {0}"), {}});
  }
  return out;
}

}  // namespace budgetdiff::git
