#include "store/committer.hpp"
#include "store/git_store_impl.hpp"
#include "store/store_paths.hpp"

#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/codec/provenance_json.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/model/whole_total.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::git {
namespace {

SnapshotKey key_of_snapshot(const Snapshot& snapshot) {
  return {snapshot.department, snapshot.year.value_or(0), stage_or_budget(snapshot.stage)};
}

/// The whole snapshot as it will be stored, if it may be.
Result<std::string> storable_bytes(const Snapshot& snapshot) {
  if (!snapshot.year) {
    return fail({BD_TR("the budget year is not known, so this cannot be stored"), {}},
                {BD_TR("say it with --year YEAR"), {}});
  }
  if (*snapshot.year < 1 || *snapshot.year > 9999) {
    return fail({BD_TR("{0} is no budget year"), {std::to_string(*snapshot.year)}},
                {BD_TR("say it with --year YEAR"), {}});
  }
  if (snapshot.department.empty()) {
    return fail({BD_TR("the department is not known, so this cannot be stored"), {}},
                {BD_TR("say it with --department NAME"), {}});
  }
  const std::string bytes = write_snapshot(snapshot);
  const auto again = read_snapshot(bytes, snapshot.department);
  if (!again) {
    return fail(again.error());
  }
  if (write_snapshot(*again) != bytes) {
    return fail(
        Message{BD_TR("this snapshot is not canonical: written and read again it changes"), {}});
  }
  return bytes;
}

/// The provenance as it will be stored, if it can be read again.
Result<std::string> storable_bytes(const Provenance& provenance) {
  const std::string bytes = write_provenance(provenance);
  const auto again = read_provenance(bytes, provenance.file);
  if (!again) {
    return fail(again.error());
  }
  if (write_provenance(*again) != bytes) {
    return fail(
        Message{BD_TR("this provenance is not canonical: written and read again it changes"), {}});
  }
  return bytes;
}

bool is_of(const std::string& sha256, const Provenance& provenance) {
  return sha256 == provenance.sha256 ||
         std::any_of(provenance.parts.begin(), provenance.parts.end(),
                     [&](const SourcePart& part) { return part.sha256 == sha256; });
}

/// The sources by the paths that keep them.
Result<std::vector<FileChange>> kept_files(const PutRequest& request) {
  std::vector<FileChange> out;
  for (const KeptSource& source : request.sources) {
    const std::string sha256 = sha256_hex(source.bytes);
    if (!is_of(sha256, request.provenance)) {
      return fail(
          Message{BD_TR("the source document is not the one that the provenance names"), {}});
    }
    out.push_back({store_paths::source_file(sha256, source.extension), source.bytes});
  }
  return out;
}

std::string import_subject(const SnapshotKey& key, const Snapshot& snapshot, bool correction) {
  const std::optional<Amount> total = whole_total(snapshot);
  std::string subject = correction ? "correct " : "import ";
  subject += edition_text(key) + ' ' + key.department + ": " +
             std::to_string(snapshot.projects.size()) +
             (snapshot.projects.size() == 1 ? " project, " : " projects, ") +
             (total ? total->grouped() : "no amounts");
  if (total && !snapshot.unit.empty()) {
    subject += ' ' + snapshot.unit;
  }
  return subject;
}

std::vector<std::pair<std::string, std::string>> key_trailers(const SnapshotKey& key) {
  return {{"Department", key.department},
          {"Budget-Year", std::to_string(key.year)},
          {"Stage", key.stage}};
}

void add_source_trailers(std::vector<std::pair<std::string, std::string>>& trailers,
                         const SourcePart& part) {
  trailers.emplace_back("Source-File", part.file);
  trailers.emplace_back("Source-SHA256", part.sha256);
}

/// A correction without a reason is refused.
Result<PutOutcome> outcome_of(const std::optional<std::string>& before, const std::string& bytes,
                              const SnapshotKey& key, const std::string& reason) {
  if (!before) {
    return PutOutcome::added;
  }
  if (*before == bytes) {
    return PutOutcome::unchanged;
  }
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos) {
    return fail({BD_TR("{0} of {1} is in the store already, and differs from this"),
                 {edition_text(key), printable(key.department)}},
                {BD_TR("to correct it, say why with --reason TEXT"), {}});
  }
  return PutOutcome::corrected;
}

}  // namespace

Result<PutResult> GitStore::put(const PutRequest& request) {
  const auto bytes = storable_bytes(request.snapshot);
  if (!bytes) {
    return fail(bytes.error());
  }
  const auto provenance = storable_bytes(request.provenance);
  if (!provenance) {
    return fail(provenance.error());
  }
  const auto sources = kept_files(request);
  if (!sources) {
    return fail(sources.error());
  }
  const SnapshotKey key = key_of_snapshot(request.snapshot);
  const std::string snapshot_path = store_paths::snapshot_file(key);
  const std::string provenance_path = store_paths::provenance_file(key);
  PutResult result;
  auto id = commit(repository_, [&](const git_tree* head) -> Result<Plan> {
    Plan plan;
    const auto before = repository_.read_file(head, snapshot_path);
    if (!before) {
      return fail(before.error());
    }
    const auto provenance_before = repository_.find(head, provenance_path);
    if (!provenance_before) {
      return fail(provenance_before.error());
    }
    const auto outcome = outcome_of(*before, *bytes, key, request.reason);
    if (!outcome) {
      return fail(outcome.error());
    }
    result.outcome = *outcome;
    if (result.outcome != PutOutcome::unchanged) {
      plan.changes.push_back({snapshot_path, *bytes});
    }
    // The same table from another file leaves snapshot and provenance alone.
    if (result.outcome != PutOutcome::unchanged || !*provenance_before) {
      plan.changes.push_back({provenance_path, *provenance});
    }
    for (const FileChange& source : *sources) {
      const auto kept = repository_.find(head, source.path);
      if (!kept) {
        return fail(kept.error());
      }
      if (!*kept) {
        plan.changes.push_back(source);
      }
    }
    plan.subject =
        result.outcome == PutOutcome::unchanged
            ? "keep the source of " + edition_text(key) + ' ' + key.department
            : import_subject(key, request.snapshot, result.outcome == PutOutcome::corrected);
    plan.trailers = key_trailers(key);
    add_source_trailers(plan.trailers, document_of(request.provenance, {}));
    for (const SourcePart& part : request.provenance.parts) {
      add_source_trailers(plan.trailers, part);
    }
    plan.trailers.emplace_back("Reason", request.reason);
    return plan;
  });
  if (!id) {
    return fail(std::move(id).error());
  }
  result.commit = std::move(*id);
  return result;
}

Result<PutOutcome> GitStore::foresee(const PutRequest& request) {
  const auto bytes = storable_bytes(request.snapshot);
  if (!bytes) {
    return fail(bytes.error());
  }
  const SnapshotKey key = key_of_snapshot(request.snapshot);
  const auto head = repository_.tree_at("");
  if (!head) {
    return fail(head.error());
  }
  const auto before = repository_.read_file(head->get(), store_paths::snapshot_file(key));
  if (!before) {
    return fail(before.error());
  }
  return outcome_of(*before, *bytes, key, request.reason);
}

}  // namespace budgetdiff::git
