#include <budgetdiff/store/verify.hpp>

#include "store/store_paths.hpp"
#include "store/verify_provenance.hpp"
#include "store/verify_reviews.hpp"

#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/codec/decisions_json.hpp>
#include <budgetdiff/codec/provenance_json.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace budgetdiff {
namespace {

/// How many indicators each project of a snapshot has.
using Shape = std::vector<std::size_t>;

bool is_sha256(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Whole or abbreviated, as git takes it.
bool is_commit_id(std::string_view text) {
  return text.size() >= 4 && text.size() <= 40 &&
         text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

class Verifier {
 public:
  explicit Verifier(Store& store) : store_(store) {}

  Result<VerifyReport> run(const VerifyOptions& options) {
    auto head = store_.resolve({});
    if (!head) {
      return fail(std::move(head).error());
    }
    report_.head = std::move(*head);
    for (const auto& [folder, look] :
         {std::pair{store_paths::snapshots, &Verifier::look_at_snapshot},
          std::pair{store_paths::provenance, &Verifier::look_at_provenance},
          std::pair{store_paths::sources, &Verifier::look_at_source},
          std::pair{store_paths::matches, &Verifier::look_at_decisions},
          std::pair{store_paths::reviews, &Verifier::look_at_comment}}) {
      const auto files = store_.files(folder, report_.head);
      if (!files) {
        return fail(files.error());
      }
      for (const StoredPath& file : *files) {
        const auto bytes = store_.read_blob(file.blob_id);
        if (!bytes) {
          Error error = bytes.error();
          error.file = printable(file.path);
          report_.problems.push_back(std::move(error));
          broken_.insert(file.path);
          continue;
        }
        (this->*look)(file.path, *bytes);
      }
    }
    look_for_missing_provenance();
    reviews_.look_for_missing(report_.problems);
    if (auto done = look_at_history(options.since); !done) {
      return fail(std::move(done).error());
    }
    return std::move(report_);
  }

 private:
  void problem(const std::string& path, Message what) {
    report_.problems.push_back({printable(path), {}, std::move(what), {}});
  }

  void look_at_snapshot(const std::string& path, const std::string& bytes) {
    ++report_.snapshots;
    const auto snapshot = read_snapshot(bytes, printable(path));
    if (!snapshot) {
      report_.problems.push_back(snapshot.error());
      broken_.insert(path);
      return;
    }
    if (write_snapshot(*snapshot) != bytes) {
      problem(path, {BD_TR("these bytes are not canonical"), {}});
    }
    Shape& shape = shapes_[path];
    for (const Project& project : snapshot->projects) {
      shape.push_back(project.indicators.size());
    }
    const std::string stage = stage_or_budget(snapshot->stage);
    if (!snapshot->year || snapshot->department.empty()) {
      problem(path, {BD_TR("this snapshot does not say its department and year"), {}});
    } else {
      const std::string own =
          store_paths::snapshot_file({snapshot->department, *snapshot->year, stage});
      if (own != path) {
        problem(path, {BD_TR("what this file holds belongs in {0}"), {printable(own)}});
      }
    }
  }

  void look_at_provenance(const std::string& path, const std::string& bytes) {
    ++report_.provenance;
    const auto provenance = read_provenance(bytes, printable(path));
    if (!provenance) {
      report_.problems.push_back(provenance.error());
      broken_.insert(path);
      return;
    }
    if (write_provenance(*provenance) != bytes) {
      problem(path, {BD_TR("these bytes are not canonical"), {}});
    }
    const std::string snapshot = std::string(store_paths::snapshots) + path.substr(path.find('/'));
    explained_.insert(snapshot);
    const auto unnamed = [](const SourcePart& part) {
      return part.file.empty() || !is_sha256(part.sha256);
    };
    std::vector<SourcePart> documents = provenance->parts;
    documents.push_back(document_of(*provenance, {}));
    if (std::any_of(documents.begin(), documents.end(), unnamed)) {
      problem(path, {BD_TR("the source's name or SHA-256 is missing"), {}});
    }
    if (!provenance->parts.empty()) {
      for (const SourcePart& part : documents) {
        parts_.insert(part.sha256);
      }
    }
    const auto shape = shapes_.find(snapshot);
    if (shape == shapes_.end()) {
      if (broken_.find(snapshot) == broken_.end()) {
        problem(path, {BD_TR("there is no snapshot that this belongs to"), {}});
      }
      return;
    }
    Shape places;
    for (const ProjectPlace& project : provenance->projects) {
      places.push_back(project.indicators.size());
    }
    if (places != shape->second) {
      problem(path,
              {BD_TR("the places are not those of the snapshot's projects and indicators"), {}});
    }
  }

  void look_for_missing_provenance() {
    for (const auto& [path, shape] : shapes_) {
      const std::string provenance =
          std::string(store_paths::provenance) + path.substr(path.find('/'));
      if (explained_.find(path) == explained_.end() && broken_.find(provenance) == broken_.end()) {
        problem(path, {BD_TR("this snapshot has no provenance"), {}});
      }
    }
  }

  void look_at_source(const std::string& path, const std::string& bytes) {
    ++report_.sources;
    parts_.erase(digest_of(path));
    const std::string name = path.substr(path.find('/') + 1);
    if (sha256_hex(bytes) != name.substr(0, name.find('.'))) {
      problem(path, {BD_TR("this document is not the one that was kept: its SHA-256 is {0}"),
                     {sha256_hex(bytes)}});
    }
  }

  void look_at_decisions(const std::string& path, const std::string& bytes) {
    ++report_.decisions;
    const auto decisions = read_decisions(bytes, printable(path));
    if (!decisions) {
      report_.problems.push_back(decisions.error());
      return;
    }
    if (write_decisions(*decisions) != bytes) {
      problem(path, {BD_TR("these bytes are not canonical"), {}});
    }
    const std::string& earlier =
        decisions->from_department.empty() ? decisions->department : decisions->from_department;
    const std::string own = store_paths::decisions_file(
        {earlier, decisions->from_year.value_or(0), stage_or_budget(decisions->from_stage)},
        {decisions->department, decisions->to_year.value_or(0),
         stage_or_budget(decisions->to_stage)});
    if (own != path) {
      problem(path, {BD_TR("what this file holds belongs in {0}"), {printable(own)}});
    }
  }

  void look_at_comment(const std::string& path, const std::string& bytes) {
    ++report_.comments;
    reviews_.look_at(path, bytes, report_.problems);
  }

  Result<void> look_at_history(const std::string& since) {
    std::string known_good;
    if (!since.empty()) {
      const auto anchor = store_.resolve(since);
      if (!anchor && !is_commit_id(since)) {
        return fail(anchor.error());  // a word that was never a commit of any history
      }
      if (!anchor) {
        // A known commit that is gone is what this was asked to find.
        report_.problems.push_back(
            {{},
             {},
             {BD_TR("the history was rewritten: commit {0} is gone"), {printable(since)}},
             {}});
        return {};
      }
      const auto within = store_.is_ancestor(*anchor, report_.head);
      if (!within) {
        return fail(within.error());
      }
      if (!*within) {
        report_.problems.push_back(
            {{},
             {},
             {BD_TR("the history was rewritten: commit {0} is no longer part of it"), {*anchor}},
             {}});
        return {};
      }
      if (auto done = look_for_lost_files(*anchor); !done) {
        return done;
      }
      if (auto done = look_for_lost_comments(store_, *anchor, report_.head, report_.problems);
          !done) {
        return done;
      }
      known_good = *anchor;
    }
    const auto entries = store_.log({}, std::nullopt, 0);
    if (!entries) {
      return fail(entries.error());
    }
    const auto provenance = store_.files(store_paths::provenance, report_.head);
    const auto snapshots = store_.files(store_paths::snapshots, report_.head);
    if (!provenance || !snapshots) {
      return fail(!provenance ? provenance.error() : snapshots.error());
    }
    ProvenanceHistory recorded(*provenance, *snapshots);
    // Children come before their parents, so one pass finds all of the past of
    // the known commit.
    std::set<std::string> past{known_good};
    for (const LogEntry& entry : *entries) {
      recorded.look_at(store_, entry);
      if (past.find(entry.commit) != past.end()) {
        past.insert(entry.parents.begin(), entry.parents.end());
        continue;
      }
      ++report_.commits;
      look_at_commit(entry);
    }
    recorded.report(report_.problems);
    return {};
  }

  /// A document that was kept stays kept.
  Result<void> look_for_lost_files(const std::string& anchor) {
    const auto before = store_.files(store_paths::sources, anchor);
    const auto now = store_.files(store_paths::sources, report_.head);
    if (!before || !now) {
      return fail(!before ? before.error() : now.error());
    }
    std::map<std::string_view, std::string_view> there;
    for (const StoredPath& file : *now) {
      there.emplace(file.path, file.blob_id);
    }
    for (const StoredPath& file : *before) {
      if (there.find(file.path) == there.end()) {
        problem(file.path, {BD_TR("this document was kept in commit {0} and is gone"), {anchor}});
      }
    }
    return {};
  }

  static std::string digest_of(const std::string& path) {
    const std::string name = path.substr(path.find('/') + 1);
    return name.substr(0, name.find('.'));
  }

  /// A joined snapshot can be read again from all of its documents and from no fewer,
  /// so a part is looked for that was kept once, by the commits that name it.
  void look_for_lost_parts(const LogEntry& entry) {
    const bool named =
        std::any_of(entry.trailers.begin(), entry.trailers.end(), [&](const auto& trailer) {
          return trailer.first == "Source-SHA256" && parts_.find(trailer.second) != parts_.end();
        });
    const auto kept = named ? store_.files(store_paths::sources, entry.commit)
                            : Result<std::vector<StoredPath>>();
    if (!kept) {
      return;  // an unreadable tree is git fsck's to report
    }
    for (const StoredPath& file : *kept) {
      if (parts_.erase(digest_of(file.path)) > 0) {
        problem(file.path,
                {BD_TR("this document was kept in commit {0} and is gone"), {entry.commit}});
      }
    }
  }

  void look_at_commit(const LogEntry& entry) {
    look_for_lost_parts(entry);
    for (const SnapshotKey& key : entry.removed) {
      problem(store_paths::snapshot_file(key),
              {BD_TR("commit {0} removed this snapshot"), {entry.commit}});
    }
    for (const std::string& path : entry.removed_files) {
      problem(path, {BD_TR("commit {0} removed this comment"), {entry.commit}});
    }
    const bool reasoned =
        std::any_of(entry.trailers.begin(), entry.trailers.end(),
                    [](const auto& trailer) { return trailer.first == "Reason"; });
    if (reasoned) {
      return;
    }
    for (const SnapshotKey& key : entry.corrected) {
      problem(store_paths::snapshot_file(key),
              {BD_TR("commit {0} changed this snapshot and gives no reason"), {entry.commit}});
    }
  }

  Store& store_;
  VerifyReport report_;
  std::map<std::string, Shape> shapes_;  ///< by path of the snapshot
  std::set<std::string> explained_;      ///< snapshots with a provenance
  std::set<std::string> parts_;          ///< digests of joined snapshots' documents not there
  ReviewFiles reviews_;
  std::set<std::string> broken_;  ///< paths already reported as unreadable
};

}  // namespace

Result<VerifyReport> verify(Store& store, const VerifyOptions& options) {
  return Verifier(store).run(options);
}

}  // namespace budgetdiff
