#include "cli/verify_content.hpp"

#include "cli/documents.hpp"

#include <algorithm>
#include <budgetdiff/check/checker.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <map>

namespace budgetdiff::cli {
namespace {

std::string label_of(const SnapshotKey& key) {
  return printable(key.department) + " " + std::to_string(key.year) +
         (key.stage == stage::budget ? "" : "." + printable(key.stage));
}

/// Sums were checked when the snapshot was recorded: what disagrees now and is
/// not written down there was changed since.
void check_sums(const SnapshotKey& key, const Snapshot& snapshot, const Provenance& provenance,
                std::vector<Error>& problems) {
  for (const Finding& finding : check(snapshot, &provenance)) {
    const bool known = std::any_of(
        provenance.findings.begin(), provenance.findings.end(), [&](const Finding& recorded) {
          return recorded.code == finding.code && recorded.project == finding.project;
        });
    if (finding.code.starts_with("sum-") && !known) {
      Message what = finding.message;
      problems.push_back({label_of(key), finding.place, std::move(what), {}});
    }
  }
}

bool is_table_of(const ImportedTable& table, const SnapshotKey& key) {
  return table.snapshot.department == key.department && table.snapshot.stage == key.stage;
}

void read_again(const SnapshotKey& key, const std::string& stored, const Provenance& provenance,
                const std::string& document, std::vector<Error>& problems) {
  // The document is the snapshot, or the snapshot is of two, or it was read through
  // a mapping, which the store does not keep.
  if (provenance.importer == "snapshot" || provenance.importer == "merge" ||
      provenance.importer.ends_with("+mapping")) {
    return;
  }
  ImportOptions options;
  options.year = key.year;
  options.stage = key.stage;
  auto again = read_document({provenance.file, document}, options);
  if (again && again->tables.size() == 1) {
    again->tables.front().snapshot.department = key.department;  // may have been given
  }
  if (!again) {
    problems.push_back(
        {label_of(key),
         {},
         {BD_TR("the kept document can no longer be read: {0}"), {in_english(again.error())}},
         {}});
    return;
  }
  const auto table = std::find_if(again->tables.begin(), again->tables.end(),
                                  [&](const ImportedTable& one) { return is_table_of(one, key); });
  if (table == again->tables.end() || write_snapshot(table->snapshot) != stored) {
    problems.push_back({label_of(key),
                        {},
                        {BD_TR("the kept document {0} reads into another snapshot than the stored "
                               "one (read by version {1} then)"),
                         {printable(provenance.file), printable(provenance.importer_version)}},
                        {}});
  }
}

}  // namespace

Result<std::vector<Error>> verify_content(Store& store) {
  std::vector<Error> problems;
  const auto keys = store.keys("");
  const auto files = store.files("sources", "");
  if (!keys || !files) {
    return fail(keys ? files.error() : keys.error());
  }
  std::map<std::string, std::string> kept;  // SHA-256: blob
  for (const StoredPath& file : *files) {
    const std::string name = file.path.substr(file.path.find('/') + 1);
    kept[name.substr(0, name.find('.'))] = file.blob_id;
  }
  for (const SnapshotKey& key : *keys) {
    const auto bytes = store.read_snapshot_bytes(key, "");
    const auto provenance = store.read_provenance_of(key, "");
    if (!bytes || !provenance) {
      continue;  // verify() has said so
    }
    const auto snapshot = read_snapshot(*bytes, label_of(key));
    if (!snapshot) {
      continue;
    }
    check_sums(key, *snapshot, *provenance, problems);
    if (const auto source = kept.find(provenance->sha256); source != kept.end()) {
      if (const auto document = store.read_blob(source->second)) {
        read_again(key, *bytes, *provenance, *document, problems);
      }
    }
  }
  return problems;
}

}  // namespace budgetdiff::cli
