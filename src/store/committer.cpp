#include "store/committer.hpp"

#include "store/git_error.hpp"
#include "store/held_signals.hpp"
#include "store/identity.hpp"
#include "store/signing.hpp"
#include "store/work_tree.hpp"
#include "store/write_lock.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

#include <unistd.h>

namespace budgetdiff::git {
namespace {

/// White space of every kind as one blank; nothing else that a line cannot hold.
std::string one_line(std::string_view text) {
  std::string spaced;
  for (const char c : text) {
    const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank) {
      spaced += c;
    } else if (!spaced.empty() && spaced.back() != ' ') {
      spaced += ' ';
    }
  }
  while (!spaced.empty() && spaced.back() == ' ') {
    spaced.pop_back();
  }
  return printable(spaced);
}

/// The new tree, and what it changes path by path.
struct Staged {
  git_oid tree{};
  std::vector<JournalPath> paths;
};

Result<Staged> stage_objects(const Repository& repository, const git_tree* base,
                             const std::vector<FileChange>& changes) {
  Staged out;
  std::vector<git_tree_update> updates;
  for (const FileChange& change : changes) {
    JournalPath path{change.path, {}, {}};
    const auto entry = repository.find(base, change.path);
    if (!entry) {
      return fail(entry.error());
    }
    if (*entry) {
      path.before = (*entry)->id;
    }
    if (change.bytes) {
      forget_failures();
      const int code = git_blob_create_from_buffer(&path.after, repository.get(),
                                                   change.bytes->data(), change.bytes->size());
      if (code < 0) {
        return failed(code,
                      {BD_TR("cannot write {0} to the store: {1}"), {printable(change.path)}});
      }
    }
    out.paths.push_back(std::move(path));
  }
  for (const JournalPath& path : out.paths) {
    git_tree_update update{};
    update.action = is_null(path.after) ? GIT_TREE_UPDATE_REMOVE : GIT_TREE_UPDATE_UPSERT;
    update.id = path.after;
    update.filemode = GIT_FILEMODE_BLOB;
    update.path = path.path.c_str();
    updates.push_back(update);
  }
  // libgit2 1.5.1 reads the baseline without asking whether there is one when
  // it removes; for additions a null baseline is an empty tree.
  forget_failures();
  const int code = git_tree_create_updated(&out.tree, repository.get(), const_cast<git_tree*>(base),
                                           updates.size(), updates.data());
  if (code < 0) {
    return failed(code, {BD_TR("cannot write to the store: {0}"), {}});
  }
  return out;
}

Result<git_oid> write_commit(const Repository& repository, const Head& head, const git_oid& tree_id,
                             const Plan& plan) {
  const auto who = find_identities(repository.get(), repository.author());
  if (!who) {
    return fail(who.error());
  }
  TreeHandle tree;
  int code = git_tree_lookup(Out(tree), repository.get(), &tree_id);
  if (code < 0) {
    return failed(code, {BD_TR("cannot write to the store: {0}"), {}});
  }
  const git_commit* parent = head.commit.get();
  Buffer content;
  code = git_commit_create_buffer(content.out(), repository.get(), who->author.get(),
                                  who->committer.get(), "UTF-8", commit_message(plan).c_str(),
                                  tree.get(), parent != nullptr ? 1 : 0, &parent);
  if (code < 0) {
    return failed(code, {BD_TR("cannot write to the store: {0}"), {}});
  }
  const git_signature* const committer = who->committer.get();
  return write_signed_commit(repository, {content.text(), content.size()},
                             std::string(committer->name) + " <" + committer->email + '>');
}

enum class Attempt { done, moved, locked };

struct AttemptResult {
  Attempt attempt = Attempt::done;
  Error error;  ///< of a lock
};

/// Moves the branch from what it was to `id` if it still is what it was.
Result<AttemptResult> move_branch(const Repository& repository, const Head& head, const git_oid& id,
                                  const std::string& subject) {
  forget_failures();
  ReferenceHandle moved;
  const git_oid* const before = head.commit != nullptr ? git_commit_id(head.commit.get()) : nullptr;
  const int code = git_reference_create_matching(Out(moved), repository.get(), head.branch.c_str(),
                                                 &id, before != nullptr ? 1 : 0, before,
                                                 ("budgetdiff: " + subject).c_str());
  if (code == 0) {
    return AttemptResult{};
  }
  if (code == GIT_EMODIFIED || code == GIT_EEXISTS || code == GIT_ENOTFOUND) {
    forget_failures();
    return AttemptResult{Attempt::moved, {}};
  }
  Error error = error_of(code, {BD_TR("cannot move the branch of the store: {0}"), {}});
  if (code == GIT_ELOCKED) {
    return AttemptResult{Attempt::locked, std::move(error)};
  }
  return fail(std::move(error));
}

/// One try, under the lock. Work tree before ref, as git does it: until the ref
/// has moved nothing is recorded, and a failure puts the files back.
Result<AttemptResult> attempt_commit(const Repository& repository, const WriteLock& lock,
                                     const Head& head, const git_tree* base, const Plan& plan,
                                     git_oid& id) {
  const HeldSignals held;
  auto staged = stage_objects(repository, base, plan.changes);
  if (!staged) {
    return fail(std::move(staged).error());
  }
  std::optional<WorkTree> work_tree;
  if (!repository.is_bare()) {
    auto locked = WorkTree::lock(repository);
    if (!locked) {
      return fail(std::move(locked).error());
    }
    work_tree.emplace(std::move(*locked));
    if (auto checked = work_tree->check(staged->paths); !checked) {
      return fail(std::move(checked).error());
    }
  }
  const auto written = write_commit(repository, head, staged->tree, plan);
  if (!written) {
    return fail(written.error());
  }
  id = *written;
  if (auto noted = lock.write_journal({head.branch, id, staged->paths}); !noted) {
    return fail(std::move(noted).error());
  }
  if (work_tree) {
    if (auto done = work_tree->write(staged->paths); !done) {
      lock.clear_journal();
      return fail(std::move(done).error());
    }
  }
  auto moved = move_branch(repository, head, id, one_line(plan.subject));
  const bool landed = moved && moved->attempt == Attempt::done;
  if (work_tree && !landed) {
    work_tree->undo(staged->paths);
  }
  // The commit stands whether or not the index can be brought along; if not,
  // the journal stays and the next writer does it.
  if (!work_tree || !landed || work_tree->publish()) {
    lock.clear_journal();
  }
  return moved;
}

}  // namespace

std::string commit_message(const Plan& plan) {
  std::string text = one_line(plan.subject) + '\n';
  bool first = true;
  for (const auto& [key, value] : plan.trailers) {
    const std::string line = one_line(value);
    if (!line.empty()) {
      text += first ? "\n" : "";
      text += key;
      text += ": ";
      text += line;
      text += '\n';
      first = false;
    }
  }
  return text;
}

Result<std::string> commit(const Repository& repository, const Planner& planner) {
  auto lock = WriteLock::take(repository);
  if (!lock) {
    return fail(std::move(lock).error());
  }
  constexpr int attempts = 12;
  AttemptResult last;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    if (attempt > 0) {
      // 5 ms, doubling up to 640 ms: four seconds in all.
      ::usleep(static_cast<useconds_t>(5'000U << std::min(attempt - 1, 7)));
    }
    const auto head = repository.head();
    if (!head) {
      return fail(head.error());
    }
    if (head->detached) {
      return fail(Error{printable(repository.shown_path()),
                        {},
                        {BD_TR("HEAD is on no branch, so a commit could get lost"), {}},
                        {BD_TR("go back to the branch first: git switch main"), {}}});
    }
    TreeHandle base;
    if (head->commit != nullptr) {
      auto tree = repository.tree_of(head->commit.get());
      if (!tree) {
        return fail(std::move(tree).error());
      }
      base = std::move(*tree);
    }
    const auto plan = planner(base.get());
    if (!plan) {
      return fail(plan.error());
    }
    if (plan->changes.empty()) {
      return std::string();
    }
    git_oid id{};
    auto tried = attempt_commit(repository, *lock, *head, base.get(), *plan, id);
    if (!tried) {
      return fail(std::move(tried).error());
    }
    if (tried->attempt == Attempt::done) {
      return to_hex(id);
    }
    last = std::move(*tried);
  }
  if (last.attempt == Attempt::locked) {
    last.error.file = printable(repository.shown_path());
    return fail(std::move(last.error));
  }
  return fail(Error{printable(repository.shown_path()),
                    {},
                    {BD_TR("other programs keep moving the branch of the store"), {}},
                    {BD_TR("try again; nothing was recorded"), {}}});
}

}  // namespace budgetdiff::git
