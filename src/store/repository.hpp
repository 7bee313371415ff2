#pragma once

/// A git repository as the store reads it: found, opened, looked into.

#include "store/git_handle.hpp"

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/comment.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::git {

/// One entry of a tree.
struct Entry {
  std::string name;
  git_oid id;
  bool is_tree = false;
};

/// Where a new commit goes: the branch that HEAD names, and what is on it.
struct Head {
  std::string branch;  ///< "refs/heads/main"
  bool detached = false;
  CommitHandle commit;  ///< null: no commit yet
};

class Repository {
 public:
  /// Opens the repository at `directory`, or with `search_upward` the nearest
  /// one above. Errors tell apart: no such directory, no repository, one that
  /// another user owns, a broken configuration.
  [[nodiscard]] static Result<Repository> open(const std::string& directory, bool search_upward);

  /// Makes a repository whose first branch is init.defaultBranch or "main".
  [[nodiscard]] static Result<Repository> create(const std::string& directory, bool bare);

  [[nodiscard]] git_repository* get() const { return repository_.get(); }
  [[nodiscard]] bool is_bare() const;
  [[nodiscard]] std::string git_directory() const;     ///< ends with '/'
  [[nodiscard]] std::string common_directory() const;  ///< shared by linked work trees
  [[nodiscard]] std::string work_directory() const;    ///< ends with '/'; empty when bare
  /// The work tree, or the repository where it is bare; no '/' at its end.
  [[nodiscard]] std::string shown_path() const;

  [[nodiscard]] Result<Head> head() const;

  /// The commit that `revision` names; empty: HEAD's.
  [[nodiscard]] Result<CommitHandle> commit_at(std::string_view revision) const;
  [[nodiscard]] Result<TreeHandle> tree_of(const git_commit* commit) const;
  [[nodiscard]] Result<TreeHandle> tree_at(std::string_view revision) const;

  /// The entry at `path` in `tree`; nothing where there is none.
  [[nodiscard]] Result<std::optional<Entry>> find(const git_tree* tree,
                                                  const std::string& path) const;
  /// The entries of the folder `path` in git's order; empty where it is none.
  [[nodiscard]] Result<std::vector<Entry>> entries(const git_tree* tree,
                                                   const std::string& path) const;
  [[nodiscard]] Result<std::string> read_blob(const git_oid& id) const;
  /// The bytes of a file; nothing where there is none.
  [[nodiscard]] Result<std::optional<std::string>> read_file(const git_tree* tree,
                                                             const std::string& path) const;

  /// Who commits are by, where that is not for git's settings to say.
  [[nodiscard]] const std::optional<CommentAuthor>& author() const { return author_; }
  void write_as(CommentAuthor author) { author_ = std::move(author); }

 private:
  explicit Repository(RepositoryHandle repository) : repository_(std::move(repository)) {}

  RepositoryHandle repository_;
  std::optional<CommentAuthor> author_;
};

/// 40 hexadecimal digits.
[[nodiscard]] std::string to_hex(const git_oid& id);

}  // namespace budgetdiff::git
