#include "cli/commands.hpp"
#include "cli/git_run.hpp"
#include "cli/operand.hpp"

#include <algorithm>
#include <budgetdiff/codec/decisions_json.hpp>
#include <budgetdiff/codec/provenance_json.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/merge/merge_decisions.hpp>
#include <budgetdiff/merge/merge_provenance.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <filesystem>
#include <memory>
#include <sstream>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string remote;
  bool ours = false;
  bool theirs = false;
};

constexpr const char* fetched = "refs/budgetdiff/sync";
constexpr int most_rounds = 6;

/// What helps against the refusals that are usual; nothing was changed in any case.
Message advice_on(const std::string& reason) {
  const auto says = [&](const std::vector<const char*>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return reason.find(word) != std::string::npos; });
  };
  if (says({"Authentication failed", "Permission denied", "could not read Username",
            "could not read Password", "protected branch", "denied"})) {
    return {BD_TR("nothing was changed; see whether you may write there: git push asks for "
                  "passwords and keys"),
            {}};
  }
  if (says({"Could not resolve host", "Connection refused", "Connection timed out",
            "unable to connect", "Failed to connect", "Network is unreachable"})) {
    return {BD_TR("nothing was changed; the remote cannot be reached: try again later"), {}};
  }
  if (says({"does not appear to be a git repository", "not found", "No such remote",
            "Could not read from remote", "does not exist"})) {
    return {BD_TR("nothing was changed; check the address: git remote -v"), {}};
  }
  if (says({"would be overwritten", "local changes"})) {
    return {BD_TR("nothing was changed; commit what you edited, or put it aside with git stash"),
            {}};
  }
  return {BD_TR("nothing was changed"), {}};
}

class Sync {
 public:
  Sync(const Context& context, Store& store, const Options& options)
      : context_(context), store_(store.path()), options_(options) {}

  Exit run() {
    const GitRun branch = git({"symbolic-ref", "--short", "HEAD"});
    if (!branch.ok()) {
      return refused(branch);
    }
    branch_ = branch.output;
    bare_ = git({"rev-parse", "--is-bare-repository"}).output == "true";
    if (const Exit found = find_remote(); found != Exit::done) {
      return found;
    }
    // Another may push between our fetch and our push: then once more.
    for (int round = 0; round < most_rounds; ++round) {
      bool there = false;
      if (const Exit got = fetch(there); got != Exit::done) {
        return got;
      }
      if (there) {
        if (const Exit merged = merge(); merged != Exit::done) {
          return merged;
        }
      } else if (const Exit alone = look_for_other_store(); alone != Exit::done) {
        return alone;
      }
      const GitRun pushed =
          git({"push", "--quiet", remote_, "refs/heads/" + branch_ + ":refs/heads/" + branch_});
      if (pushed.ok()) {
        open_to_clones(there);
        say(BD_TR("in step with {0}"), {printable(remote_)});
        return Exit::done;
      }
      const bool raced = pushed.errors.find("fetch first") != std::string::npos ||
                         pushed.errors.find("non-fast-forward") != std::string::npos ||
                         pushed.errors.find("cannot lock ref") != std::string::npos;
      if (!raced) {
        return refused(pushed);
      }
    }
    return report_error(context_, {{},
                                   {},
                                   {BD_TR("others kept pushing to {0}"), {printable(remote_)}},
                                   {BD_TR("nothing is lost; try again"), {}}});
  }

 private:
  GitRun git(const std::vector<std::string>& arguments) const { return run_git(store_, arguments); }

  void say(const char* text, const std::vector<std::string>& arguments) const {
    note(context_, context_.say(text, arguments));
  }

  Exit refused(const GitRun& run) const {
    if (run.status < 0 && run.errors.empty()) {
      return report_error(
          context_, {{}, {}, {BD_TR("git could not be run"), {}}, {BD_TR("install git"), {}}});
    }
    const std::string reason = reason_of(run);
    return report_error(
        context_, {{}, {}, {BD_TR("git refused: {0}"), {printable(reason)}}, advice_on(reason)});
  }

  Exit find_remote() {
    remote_ = options_.remote;
    if (remote_.empty()) {
      remote_ = git({"config", "branch." + branch_ + ".remote"}).output;
    }
    if (remote_.empty()) {
      const std::string all = git({"remote"}).output;
      const bool single = !all.empty() && all.find('\n') == std::string::npos;
      const bool origin = ("\n" + all + "\n").find("\norigin\n") != std::string::npos;
      remote_ = origin ? "origin" : single ? all : "";
    }
    if (remote_.empty() || remote_.starts_with('-')) {
      return report_error(context_, {{},
                                     {},
                                     {BD_TR("the store has no remote to be in step with"), {}},
                                     {BD_TR("name one: git remote add origin URL"), {}}});
    }
    return Exit::done;
  }

  Exit fetch(bool& there) {
    const GitRun got =
        git({"fetch", "--quiet", "--no-tags", remote_, "+refs/heads/" + branch_ + ":" + fetched});
    there = got.ok();
    if (there) {
      return Exit::done;
    }
    // A remote that has no such branch yet is empty or new: only push.
    const GitRun heads = git({"ls-remote", "--exit-code", "--heads", remote_, branch_});
    return heads.status == 2 ? Exit::done : refused(got);
  }

  /// Our branch is not there. Where another is, with a store that shares no
  /// history with ours, ours is a second store made by mistake.
  Exit look_for_other_store() {
    std::istringstream lines(git({"ls-remote", "--heads", remote_}).output);
    for (std::string id, ref; lines >> id >> ref;) {
      const GitRun got = git({"fetch", "--quiet", "--no-tags", remote_, "+" + ref + ":" + fetched});
      if (got.ok() && git({"cat-file", "-e", fetched + std::string(":budgetdiff.json")}).ok()) {
        return git({"merge-base", "HEAD", fetched}).ok()
                   ? Exit::done
                   : other_history(ref.substr(std::string_view("refs/heads/").size()));
      }
    }
    return Exit::done;
  }

  Exit other_history(const std::string& branch) const {
    return report_error(
        context_,
        {{},
         {},
         {BD_TR("{0} holds a store with a history of its own, on the branch {1}"),
          {printable(remote_), printable(branch)}},
         {BD_TR("nothing was changed; clone that one and import into the clone what is only here"),
          {}}});
  }

  /// The directory of a remote on this machine, or nothing.
  std::string remote_directory() const {
    const GitRun known = git({"remote", "get-url", remote_});
    std::string address = known.ok() ? known.output : remote_;
    if (constexpr std::string_view file = "file://"; address.starts_with(file)) {
      address.erase(0, file.size());
    }
    std::error_code ignored;
    const auto path = std::filesystem::path(store_) / address;  // an absolute one stays itself
    return std::filesystem::is_directory(path, ignored) ? path.string() : std::string();
  }

  /// `git init --bare` may have named another first branch than ours, and a
  /// clone of such a repository has nothing checked out. One on this machine
  /// whose HEAD has no commit yet is led to our branch; of others it is said.
  void open_to_clones(bool there) const {
    const std::string directory = remote_directory();
    if (directory.empty()) {
      if (!there && git({"ls-remote", remote_, "HEAD"}).output.empty()) {
        say(BD_TR("the HEAD of {0} is on no branch that is there; clone it with: git clone -b {1}"),
            {printable(remote_), printable(branch_)});
      }
      return;
    }
    if (run_git(directory, {"rev-parse", "--is-bare-repository"}).output == "true" &&
        run_git(directory, {"symbolic-ref", "--quiet", "HEAD"}).ok() &&
        !run_git(directory, {"rev-parse", "--quiet", "--verify", "HEAD"}).ok()) {
      static_cast<void>(run_git(directory, {"symbolic-ref", "HEAD", "refs/heads/" + branch_}));
    }
  }

  std::string id_of(const std::string& revision) const {
    return git({"rev-parse", "--verify", "--quiet", revision + "^{commit}"}).output;
  }

  /// "2 commits"
  std::string commits_between(const std::string& from, const std::string& to) const {
    const std::string count = git({"rev-list", "--count", from + ".." + to}).output;
    return context_.say(count == "1" ? BD_TR("{0} commit") : BD_TR("{0} commits"), {count});
  }

  /// Moves the branch to a commit that follows it, local edits left alone.
  Exit advance(const std::string& to, const std::string& from) {
    const GitRun moved =
        bare_ ? git({"update-ref", "-m", "budgetdiff sync", "refs/heads/" + branch_, to, from})
              : git({"merge", "--quiet", "--ff-only", to});
    return moved.ok() ? Exit::done : refused(moved);
  }

  Exit merge() {
    const std::string ours = id_of("HEAD");
    const std::string theirs = id_of(fetched);
    if (ours == theirs) {
      return Exit::done;
    }
    if (!git({"cat-file", "-e", theirs + ":budgetdiff.json"}).ok()) {
      return report_error(context_, {{},
                                     {},
                                     {BD_TR("{0} is no store of budgetdiff"), {printable(remote_)}},
                                     {BD_TR("nothing was changed"), {}}});
    }
    const std::string base = git({"merge-base", ours, theirs}).output;
    if (base.empty()) {
      return other_history(branch_);
    }
    if (base == ours) {
      say(BD_TR("received: {0}"), {commits_between(ours, theirs)});
      return advance(theirs, ours);
    }
    return base == theirs ? Exit::done : merge_diverged(ours, theirs, base);
  }

  /// In a work tree of its own, so that nothing of the store's is touched
  /// until the merge stands.
  Exit merge_diverged(const std::string& ours, const std::string& theirs, const std::string& base) {
    const TemporaryFolder folder;
    const std::string tree = folder.path() + "/merge";
    const GitRun made = git({"worktree", "add", "--quiet", "--detach", tree, ours});
    if (folder.path().empty() || !made.ok()) {
      return refused(made);
    }
    // A repository that was there before the store may have no attributes of ours.
    Exit done = replace_file(context_, driver_attributes(), folder.path() + "/attributes");
    if (done == Exit::done) {
      done = merge_in(tree, ours, theirs, base);
    }
    static_cast<void>(git({"worktree", "remove", "--force", tree}));
    return done;
  }

  Exit merge_in(const std::string& tree, const std::string& ours, const std::string& theirs,
                const std::string& base) {
    const std::string side = options_.ours ? "ours" : options_.theirs ? "theirs" : "";
    const std::string driver = "BUDGETDIFF_MERGE=" + side + " " + shell_quoted(own_program()) +
                               " --lang " + (context_.language == Language::chinese ? "zh" : "en") +
                               " git-driver merge %O %A %B %P";
    std::vector<std::string> words{"-c", "core.attributesFile=" + tree + "/../attributes",
                                   "-c", "merge.budgetdiff.driver=" + driver,
                                   "-c", "merge.renames=false"};
    words.insert(words.end(), {"merge", "--quiet", "--no-ff", "--no-commit"});
    // What has no driver of ours (decisions).
    words.push_back(options_.theirs ? "-Xtheirs" : "-Xours");
    words.push_back(theirs);
    const GitRun merged = run_git(tree, words);
    if (!merged.ok()) {
      return conflicts(tree, merged);
    }
    Exit mended = mend_provenance(tree, ours, theirs);
    if (mended == Exit::done) {
      mended = settle_decisions(tree, ours, theirs, base);
    }
    if (mended != Exit::done) {
      return mended;
    }
    const std::string subject = "sync with " + remote_;
    const GitRun committed =
        run_git(tree, {"commit", "--quiet", "--no-verify", "--allow-empty", "-m", subject, "-m",
                       "Reason: merged by budgetdiff sync" +
                           (side.empty() ? std::string() : ", conflicts settled for " + side)});
    if (!committed.ok()) {
      return refused(committed);
    }
    say(BD_TR("merged: {0} received"), {commits_between(ours, theirs)});
    return advance(run_git(tree, {"rev-parse", "HEAD"}).output, ours);
  }

  Exit conflicts(const std::string& tree, const GitRun& merged) {
    static_cast<void>(run_git(tree, {"merge", "--abort"}));
    bool named = false;
    std::istringstream lines(merged.errors + "\n" + merged.output);
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with(context_.say(BD_TR("conflict: ")))) {
        note(context_, line);
        named = true;
      }
    }
    if (!named) {
      return refused(merged);
    }
    note(context_,
         context_.say(BD_TR("both sides corrected the same; nothing was changed. Settle it "
                            "with budgetdiff sync --ours or --theirs, or correct your "
                            "side and sync again")));
    return Exit::differs;
  }

  /// A snapshot that is neither side's has the places of both.
  Exit mend_provenance(const std::string& tree, const std::string& ours,
                       const std::string& theirs) {
    const GitRun files = run_git(tree, {"-c", "core.quotePath=false", "ls-files", "snapshots"});
    if (!files.ok()) {
      return refused(files);
    }
    std::istringstream lines(files.output);
    for (std::string path; std::getline(lines, path);) {
      const std::string place = "provenance" + path.substr(path.find('/'));
      const auto at = [&](const std::string& commit, const std::string& file) {
        return git({"cat-file", "blob", commit + ":" + file}).output + "\n";
      };
      const std::string now = run_git(tree, {"hash-object", path}).output;
      const std::string a = git({"rev-parse", "--quiet", "--verify", ours + ":" + path}).output;
      const std::string b = git({"rev-parse", "--quiet", "--verify", theirs + ":" + path}).output;
      if (now == a || b.empty() || a.empty()) {
        continue;
      }
      std::string bytes = at(theirs, place);
      if (now != b) {
        bytes = places_of(tree + "/" + path, at(ours, path), at(ours, place), at(theirs, path),
                          at(theirs, place));
      }
      if (!bytes.empty()) {
        if (const Exit staged = stage(tree, place, bytes); staged != Exit::done) {
          return staged;
        }
      }
    }
    return Exit::done;
  }

  /// Writes a file of the merge. One that is cut short must not be committed.
  Exit stage(const std::string& tree, const std::string& path, const std::string& bytes) {
    if (const Exit written = replace_file(context_, bytes, tree + "/" + path);
        written != Exit::done) {
      return written;
    }
    const GitRun added = run_git(tree, {"add", "--", path});
    return added.ok() ? Exit::done : refused(added);
  }

  /// Decisions are a list, which git's own merge would take from one side.
  Exit settle_decisions(const std::string& tree, const std::string& ours, const std::string& theirs,
                        const std::string& base) {
    const GitRun files =
        git({"-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", theirs, "matches"});
    if (!files.ok()) {
      return refused(files);
    }
    std::istringstream lines(files.output);
    for (std::string path; std::getline(lines, path);) {
      const auto at = [&](const std::string& commit) -> std::optional<Decisions> {
        const GitRun blob = git({"cat-file", "blob", commit + ":" + path});
        auto decisions = blob.ok() ? read_decisions(blob.output + "\n", path)
                                   : fail(Message{BD_TR("git could not be run"), {}});
        return decisions ? std::optional(std::move(*decisions)) : std::nullopt;
      };
      auto mine = at(options_.theirs ? theirs : ours);
      const auto other = at(options_.theirs ? ours : theirs);
      if (!mine || !other) {
        continue;  // only one side has the file
      }
      const auto before = at(base);
      const std::vector<Decision> none;
      MergedDecisions merged =
          merge_decisions(before ? before->decisions : none, mine->decisions, other->decisions);
      for (const Decision& one : merged.passed_over) {
        const auto& names = one.to.empty() ? one.from : one.to;
        say(BD_TR("both sides decided on the match of {0}: one word was kept, the other is in "
                  "the history"),
            {printable(names.front().name)});
      }
      mine->decisions = std::move(merged.decisions);
      if (const Exit staged = stage(tree, path, write_decisions(*mine)); staged != Exit::done) {
        return staged;
      }
    }
    return Exit::done;
  }

  static std::string places_of(const std::string& merged_file, const std::string& our_snapshot,
                               const std::string& our_provenance, const std::string& their_snapshot,
                               const std::string& their_provenance) {
    const auto bytes = read_file(merged_file);
    const auto merged = bytes ? read_snapshot(*bytes, merged_file) : fail(bytes.error());
    const auto ours = read_snapshot(our_snapshot, "");
    const auto theirs = read_snapshot(their_snapshot, "");
    const auto provenance = read_provenance(our_provenance, "");
    const auto other = read_provenance(their_provenance, "");
    if (!merged || !ours || !theirs || !provenance || !other) {
      return {};
    }
    return write_provenance(merge_provenance(*merged, {*ours, *provenance}, {*theirs, *other}));
  }

  const Context& context_;
  std::string store_;
  const Options& options_;
  std::string branch_;
  std::string remote_;
  bool bare_ = false;
};

Exit run(const Context& context, const Options& options) {
  StoreHandle handle(context);
  const auto store = handle.get();
  if (!store) {
    return report_error(context, store.error());
  }
  return Sync(context, **store, options).run();
}

}  // namespace

void add_sync(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb = program.verb(
      "sync", BD_TR("Fetch, merge and push: be in step with another copy of the store"),
      "budgetdiff sync\n  budgetdiff sync origin --theirs");
  verb->add_option(
      "REMOTE", options->remote,
      context.say(BD_TR("A remote of git or its address; otherwise the branch's, or origin")));
  CLI::Option* ours = verb->add_flag("--ours", options->ours,
                                     context.say(BD_TR("Conflicts are settled for this side")));
  verb->add_flag("--theirs", options->theirs,
                 context.say(BD_TR("Conflicts are settled for the other side")))
      ->excludes(ours);
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
