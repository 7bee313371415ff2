#include <budgetdiff/store/git_store.hpp>

#include "store/committer.hpp"
#include "store/git_error.hpp"
#include "store/git_handle.hpp"
#include "store/git_store_impl.hpp"
#include "store/identity.hpp"
#include "store/store_paths.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <filesystem>
#include <string_view>

namespace budgetdiff {
namespace {

using git::GitStore;
using git::Handle;
using git::ObjectHandle;
using git::Out;
using git::Plan;
using git::ReferenceHandle;
using git::Repository;

constexpr std::string_view marker_bytes = R"({
  "schema": "budgetdiff/store/1"
}
)";

/// Bytes stay bytes in every clone, whatever core.autocrlf says there; and
/// `budgetdiff git-setup` makes git speak of projects.
constexpr std::string_view attributes_bytes = R"(* -text
/snapshots/** diff=budgetdiff merge=budgetdiff
/sources/** -diff -merge
)";

enum class Marked { no, yes, newer };

Result<Marked> is_marked(const Repository& repository, const git_tree* tree) {
  const auto bytes = repository.read_file(tree, std::string(store_paths::marker));
  if (!bytes) {
    return fail(bytes.error());
  }
  if (!*bytes) {
    return Marked::no;
  }
  if ((*bytes)->find("\"budgetdiff/store/1\"") != std::string::npos) {
    return Marked::yes;
  }
  return (*bytes)->find("\"budgetdiff/store/") != std::string::npos ? Marked::newer : Marked::no;
}

tl::unexpected<Error> made_by_a_newer_version(const Repository& repository) {
  return fail(Error{printable(repository.shown_path()),
                    {},
                    {BD_TR("a newer version of budgetdiff made this store"), {}},
                    {BD_TR("use that version"), {}}});
}

/// A branch, this repository's or a remote's, that holds a store where HEAD's
/// does not: a clone of a repository whose HEAD names another branch. Such a
/// clone must not become a second store with a history of its own.
std::optional<Error> store_on_another_branch(const Repository& repository) {
  git_branch_iterator* raw = nullptr;
  if (git_branch_iterator_new(&raw, repository.get(), GIT_BRANCH_ALL) < 0) {
    return std::nullopt;
  }
  const Handle<git_branch_iterator, git_branch_iterator_free> branches(raw);
  ReferenceHandle branch;
  git_branch_t kind{};
  while (git_branch_next(Out(branch), &kind, branches.get()) == 0) {
    const char* name = nullptr;
    ObjectHandle commit;
    if (git_reference_type(branch.get()) != GIT_REFERENCE_DIRECT ||
        git_branch_name(&name, branch.get()) < 0 ||
        git_reference_peel(Out(commit), branch.get(), GIT_OBJECT_COMMIT) < 0) {
      continue;
    }
    const auto tree = repository.tree_of(reinterpret_cast<const git_commit*>(commit.get()));
    const auto marked = tree ? is_marked(repository, tree->get()) : Marked::no;
    if (!marked || *marked == Marked::no) {
      continue;
    }
    const std::string full = name;
    const bool remote = kind == GIT_BRANCH_REMOTE;
    const std::string own = remote ? full.substr(full.find('/') + 1) : full;
    return Error{
        printable(repository.shown_path()),
        {},
        {BD_TR("the store is on the branch {0}, which is not the one checked out here"),
         {printable(full)}},
        repository.is_bare()
            ? Message{BD_TR("go to it: git symbolic-ref HEAD refs/heads/{0}"), {printable(own)}}
            : Message{BD_TR("go to it: git switch {0}"), {printable(own)}}};
  }
  return std::nullopt;
}

Result<void> check_marker(const Repository& repository) {
  const auto head = repository.head();
  if (!head) {
    return fail(head.error());
  }
  Marked marked = Marked::no;
  if (head->commit != nullptr) {
    const auto tree = repository.tree_of(head->commit.get());
    if (!tree) {
      return fail(tree.error());
    }
    const auto found = is_marked(repository, tree->get());
    if (!found) {
      return fail(found.error());
    }
    marked = *found;
  }
  if (marked == Marked::newer) {
    return made_by_a_newer_version(repository);
  }
  if (marked == Marked::no) {
    if (auto elsewhere = store_on_another_branch(repository)) {
      return fail(std::move(*elsewhere));
    }
    return fail(Error{printable(repository.shown_path()),
                      {},
                      {BD_TR("this is a git repository but no store"), {}},
                      {BD_TR("`budgetdiff init` makes it one; -C STORE names another"), {}}});
  }
  return {};
}

bool is_repository_of_its_own(const std::string& directory) {
  std::error_code ignored;
  const std::filesystem::path path(directory);
  return std::filesystem::exists(path / ".git", ignored) ||
         (std::filesystem::exists(path / "HEAD", ignored) &&
          std::filesystem::exists(path / "objects", ignored));
}

}  // namespace

Result<std::unique_ptr<Store>> open_git_store(const std::string& directory, bool search_upward) {
  auto repository = Repository::open(directory, search_upward);
  if (!repository) {
    return fail(std::move(repository).error());
  }
  if (auto checked = check_marker(*repository); !checked) {
    return fail(std::move(checked).error());
  }
  return std::make_unique<GitStore>(std::move(*repository));
}

Result<std::unique_ptr<Store>> init_git_store(const std::string& directory, bool bare) {
  const bool exists = is_repository_of_its_own(directory);
  if (!exists) {
    // Before anything is made: the first commit will need a name.
    if (const auto who = git::find_identities(nullptr); !who) {
      return fail(who.error());
    }
  }
  auto repository =
      exists ? Repository::open(directory, false) : Repository::create(directory, bare);
  if (!repository) {
    return fail(std::move(repository).error());
  }
  if (exists) {
    if (check_marker(*repository)) {
      return std::make_unique<GitStore>(std::move(*repository));
    }
    if (auto elsewhere = store_on_another_branch(*repository)) {
      return fail(std::move(*elsewhere));
    }
  }
  const auto made = git::commit(*repository, [&](const git_tree* head) -> Result<Plan> {
    Plan plan;
    const auto marked = is_marked(*repository, head);
    if (!marked) {
      return fail(marked.error());
    }
    if (*marked == Marked::newer) {
      return made_by_a_newer_version(*repository);
    }
    if (*marked == Marked::no) {
      plan.changes.push_back({std::string(store_paths::marker), std::string(marker_bytes)});
      const auto attributes = repository->find(head, std::string(store_paths::attributes));
      if (!attributes) {
        return fail(attributes.error());
      }
      if (!*attributes) {
        plan.changes.push_back(
            {std::string(store_paths::attributes), std::string(attributes_bytes)});
      }
    }
    plan.subject = "make this repository a budgetdiff store";
    return plan;
  });
  if (!made) {
    return fail(made.error());
  }
  return std::make_unique<GitStore>(std::move(*repository));
}

}  // namespace budgetdiff
