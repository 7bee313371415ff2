#pragma once

/// Who a commit is by, as git finds it: environment, then configuration.

#include "store/git_handle.hpp"

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/comment.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace budgetdiff::git {

struct Identities {
  SignatureHandle author;
  SignatureHandle committer;
};

/// Author and committer for a commit made now, by GIT_AUTHOR_NAME, _EMAIL and
/// _DATE (and GIT_COMMITTER_…), author.* and committer.*, user.*, EMAIL, in
/// git's order. libgit2 reads the configuration of user.* alone. Unlike git
/// nothing is guessed from the machine's name: a store's history is evidence.
/// `repository` may be null: the user's and the system's configuration then.
/// `author`, where given, is the author whatever git says, and the committer
/// where git says nothing.
[[nodiscard]] Result<Identities> find_identities(
    git_repository* repository, const std::optional<CommentAuthor>& author = std::nullopt);

/// What git is set to for a key ("core.editor"), empty where it is not set.
/// GIT_CONFIG_GLOBAL counts. `repository` may be null.
[[nodiscard]] std::string git_setting(git_repository* repository, const std::string& key);

struct GitDate {
  std::int64_t seconds = 0;  ///< since 1970, UTC
  int offset_minutes = 0;

  friend bool operator==(const GitDate&, const GitDate&) = default;
};

/// A date as git takes it in GIT_AUTHOR_DATE: "1700000000 +0800" (with "@" or
/// without), ISO 8601, RFC 2822. Without an offset it is local time.
[[nodiscard]] std::optional<GitDate> read_git_date(std::string_view text);

}  // namespace budgetdiff::git
