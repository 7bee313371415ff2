#pragma once

/// The store of store.hpp on a Repository; see docs/formats/store.md.

#include "store/repository.hpp"

#include <budgetdiff/store/store.hpp>

namespace budgetdiff::git {

class GitStore final : public Store {
 public:
  explicit GitStore(Repository repository) : repository_(std::move(repository)) {}

  void write_as(const CommentAuthor& author) override { repository_.write_as(author); }
  [[nodiscard]] Result<CommentAuthor> author() override;
  [[nodiscard]] std::string path() const override { return repository_.shown_path(); }
  [[nodiscard]] Result<std::vector<StoredSnapshot>> list(std::string_view revision) override;
  [[nodiscard]] Result<std::vector<SnapshotKey>> keys(std::string_view revision) override;
  [[nodiscard]] Result<std::string> read_snapshot_bytes(const SnapshotKey& key,
                                                        std::string_view revision) override;
  [[nodiscard]] Result<Provenance> read_provenance_of(const SnapshotKey& key,
                                                      std::string_view revision) override;
  [[nodiscard]] Result<PutResult> put(const PutRequest& request) override;
  [[nodiscard]] Result<PutOutcome> foresee(const PutRequest& request) override;
  [[nodiscard]] Result<std::vector<LogEntry>> log(std::string_view department,
                                                  std::optional<int> year,
                                                  std::size_t limit) override;
  [[nodiscard]] Result<Decisions> read_decisions_on(const SnapshotKey& from, const SnapshotKey& to,
                                                    std::string_view revision) override;
  [[nodiscard]] Result<std::string> write_decisions_on(const SnapshotKey& from,
                                                       const SnapshotKey& to,
                                                       const Decisions& decisions,
                                                       std::string_view subject,
                                                       std::string_view reason) override;
  [[nodiscard]] Result<std::string> change_decisions_on(const SnapshotKey& from,
                                                        const SnapshotKey& to,
                                                        const ChangeDecisions& change,
                                                        std::string_view reason) override;
  [[nodiscard]] Result<WrittenComment> write_comment_on(const CommentEvent& draft) override;
  [[nodiscard]] Result<std::vector<CommentEvent>> read_comments_on(
      const EditionPair& pair, std::string_view revision) override;
  [[nodiscard]] Result<std::vector<CommentEvent>> read_all_comments(
      std::string_view revision) override;
  [[nodiscard]] std::string setting(const std::string& key) const override;
  [[nodiscard]] Result<CommentAuthor> author() const override;
  [[nodiscard]] Result<std::vector<StoredPath>> files(std::string_view folder,
                                                      std::string_view revision) override;
  [[nodiscard]] Result<std::string> read_blob(std::string_view blob_id) override;
  [[nodiscard]] Result<std::string> resolve(std::string_view revision) override;
  [[nodiscard]] Result<std::vector<CommitSignature>> signatures() override;
  [[nodiscard]] Result<bool> is_ancestor(std::string_view earlier, std::string_view later) override;

 private:
  Repository repository_;
};

/// A snapshot's file in a tree, and whose it is.
struct StoredFile {
  SnapshotKey key;
  git_oid id;
};

/// Every snapshot of a tree, ordered by department, year, stage.
[[nodiscard]] Result<std::vector<StoredFile>> stored_files(const Repository& repository,
                                                           const git_tree* tree);

/// Whose snapshot lies under these two names, "DIRECTORY" and "2024.json";
/// nothing for files that are no snapshots. Reads the blob only where a long
/// name was cut.
[[nodiscard]] Result<std::optional<SnapshotKey>> key_of(const Repository& repository,
                                                        const std::string& directory,
                                                        const Entry& file);

/// "2024", "2024.final": an edition in subjects and messages.
[[nodiscard]] std::string edition_text(const SnapshotKey& key);

/// What the message of a commit says in its last paragraph.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> trailers_of(
    const std::string& message);

}  // namespace budgetdiff::git
