#pragma once

/// Every year of every department, in a git repository: docs/formats/store.md.
///
/// An interface, so that the program loads libgit2 only when a store is used.
/// All errors are values; an object is not safe to share between threads,
/// several processes may work on one store at once.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/comment.hpp>
#include <budgetdiff/model/decision.hpp>
#include <budgetdiff/model/provenance.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff {

/// Names one snapshot of the store.
struct SnapshotKey {
  std::string department;  ///< the real name, not the escaped one
  int year = 0;
  std::string stage = "budget";

  friend bool operator==(const SnapshotKey&, const SnapshotKey&) = default;
};

/// The pair as comments name it, and the keys that such a pair names.
[[nodiscard]] EditionPair pair_of(const SnapshotKey& from, const SnapshotKey& to);
[[nodiscard]] SnapshotKey from_key_of(const EditionPair& pair);
[[nodiscard]] SnapshotKey to_key_of(const EditionPair& pair);

/// One stored snapshot, for listings.
struct StoredSnapshot {
  SnapshotKey key;
  std::string blob_id;
  std::string unit;
  std::optional<Amount> total;  ///< stated, or the sum where none is stated
  std::size_t projects = 0;
  std::size_t indicators = 0;
};

/// One commit that touched the store.
struct LogEntry {
  std::string commit;                ///< 40 hexadecimal digits
  std::vector<std::string> parents;  ///< none for the first commit, several for a merge
  std::string author_name;
  std::string author_email;
  std::int64_t time = 0;   ///< seconds since 1970, UTC
  int offset_minutes = 0;  ///< the author's offset from UTC
  std::string subject;
  std::vector<std::pair<std::string, std::string>> trailers;
  std::vector<SnapshotKey> snapshots;      ///< that this commit added or changed
  std::vector<SnapshotKey> corrected;      ///< those of them that were there before
  std::vector<SnapshotKey> removed;        ///< no command of budgetdiff removes any
  std::vector<std::string> removed_files;  ///< comments, in a log of the whole store
};

/// One file of the store as git has it.
struct StoredPath {
  std::string path;  ///< "snapshots/…/2024.json"
  std::string blob_id;
};

enum class PutOutcome { added, corrected, unchanged };

struct PutResult {
  PutOutcome outcome = PutOutcome::unchanged;
  std::string commit;  ///< empty when nothing was recorded; unchanged may yet keep a source
};

/// A document to keep under sources/.
struct KeptSource {
  std::string bytes;      ///< of the provenance's document, or of one of its parts
  std::string extension;  ///< "pdf", without the dot
};

/// What to record beside a snapshot.
struct PutRequest {
  Snapshot snapshot;  ///< REQUIRES: department and year are set
  Provenance provenance;
  std::vector<KeptSource> sources;  ///< of the documents those that are to be kept
  std::string reason;               ///< demanded for a correction
};

/// A recorded event of a review. `commit` is empty where it recorded nothing.
struct WrittenComment {
  CommentEvent event;
  std::string commit;
};

/// New decisions in place of those that are there, and what to call that.
struct DecisionsChange {
  Decisions decisions;
  std::string subject;  ///< of the commit
};
using ChangeDecisions = std::function<Result<DecisionsChange>(const Decisions& now)>;

/// What git says of one signed commit: "G" good, "U" good by a key not known to
/// be trusted, "B" bad, "X" and "Y" expired, "R" revoked, "E" not to be checked
/// here (git-log, %G?).
struct CommitSignature {
  std::string commit;
  char verdict = 'E';
};

class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  Store(Store&&) = delete;
  Store& operator=(Store&&) = delete;
  virtual ~Store() = default;

  /// From now on what this object records is by this author and not by the one
  /// that git's settings name; the committer stays theirs, or is the author
  /// where they name none. For a server that writes in its readers' names.
  virtual void write_as(const CommentAuthor& author) = 0;

  /// Who would be the author now.
  [[nodiscard]] virtual Result<CommentAuthor> author() = 0;

  /// Where the repository is, for messages.
  [[nodiscard]] virtual std::string path() const = 0;

  /// All snapshots at `revision` (empty: the branch as it is now), ordered by
  /// department, year, stage.
  [[nodiscard]] virtual Result<std::vector<StoredSnapshot>> list(std::string_view revision) = 0;

  /// The keys alone: no snapshot is read. Same order as list().
  [[nodiscard]] virtual Result<std::vector<SnapshotKey>> keys(std::string_view revision) = 0;

  /// The canonical bytes of one snapshot at `revision`. An unknown key is an
  /// error that names the years that are there.
  [[nodiscard]] virtual Result<std::string> read_snapshot_bytes(const SnapshotKey& key,
                                                                std::string_view revision) = 0;
  [[nodiscard]] virtual Result<Provenance> read_provenance_of(const SnapshotKey& key,
                                                              std::string_view revision) = 0;

  /// Records a snapshot in one commit, durably. What is there byte for byte
  /// makes no commit. A correction without a reason is refused.
  [[nodiscard]] virtual Result<PutResult> put(const PutRequest& request) = 0;

  /// What put() would come to, or why it would refuse, as the store is now; nothing is
  /// recorded. It neither looks at `sources` nor for who would be the author.
  [[nodiscard]] virtual Result<PutOutcome> foresee(const PutRequest& request) = 0;

  /// Newest first. Empty filters match everything; at most `limit` entries (0: all).
  [[nodiscard]] virtual Result<std::vector<LogEntry>> log(std::string_view department,
                                                          std::optional<int> year,
                                                          std::size_t limit) = 0;

  /// A person's decisions on a pair of snapshots; empty ones where there are none.
  [[nodiscard]] virtual Result<Decisions> read_decisions_on(const SnapshotKey& from,
                                                            const SnapshotKey& to,
                                                            std::string_view revision) = 0;

  /// Replaces the decisions on a pair in one commit with this subject.
  [[nodiscard]] virtual Result<std::string> write_decisions_on(const SnapshotKey& from,
                                                               const SnapshotKey& to,
                                                               const Decisions& decisions,
                                                               std::string_view subject,
                                                               std::string_view reason) = 0;

  /// The same where the new decisions are made from those that are there when the
  /// commit is made, so that of two people who decide at once neither is lost.
  /// `change` may be called again when another program came first.
  [[nodiscard]] virtual Result<std::string> change_decisions_on(const SnapshotKey& from,
                                                                const SnapshotKey& to,
                                                                const ChangeDecisions& change,
                                                                std::string_view reason) = 0;

  /// Records one event of a review as one file in one commit, and returns it as
  /// recorded: author and time are the author's as git knows them, and `after`,
  /// `copy` and `id` come from what is there. REQUIRES: pair, change, about, and
  /// what the action needs, are set. An event that speaks of a comment that is
  /// not on that change is an error, and so is another wording of another's words
  /// (authors are told apart by their address).
  [[nodiscard]] virtual Result<WrittenComment> write_comment_on(const CommentEvent& draft) = 0;

  /// The events on one pair, or on every pair, at `revision`; in order of path.
  [[nodiscard]] virtual Result<std::vector<CommentEvent>> read_comments_on(
      const EditionPair& pair, std::string_view revision) = 0;
  [[nodiscard]] virtual Result<std::vector<CommentEvent>> read_all_comments(
      std::string_view revision) = 0;

  /// What git is set to for a key ("core.editor"); empty where it is not set.
  [[nodiscard]] virtual std::string setting(const std::string& key) const = 0;

  /// The author's address as git knows it, for the next write.
  [[nodiscard]] virtual Result<CommentAuthor> author() const = 0;

  /// Every file below `folder` ("snapshots"; empty: all) at `revision`, in
  /// order of path. Nothing where there is no such folder.
  [[nodiscard]] virtual Result<std::vector<StoredPath>> files(std::string_view folder,
                                                              std::string_view revision) = 0;

  /// The bytes of a blob that files() or list() named. Damaged bytes, which do
  /// not have that id, are an error.
  [[nodiscard]] virtual Result<std::string> read_blob(std::string_view blob_id) = 0;

  /// The commit that `revision` names (empty: the newest), 40 digits.
  [[nodiscard]] virtual Result<std::string> resolve(std::string_view revision) = 0;

  /// The commits up to the newest that carry a signature, newest first.
  [[nodiscard]] virtual Result<std::vector<CommitSignature>> signatures() = 0;

  /// Whether `earlier` is in the history of `later`, or is it. REQUIRES: ids
  /// that resolve() gave.
  [[nodiscard]] virtual Result<bool> is_ancestor(std::string_view earlier,
                                                 std::string_view later) = 0;
};

}  // namespace budgetdiff
