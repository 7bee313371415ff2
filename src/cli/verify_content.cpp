#include "cli/verify_content.hpp"

#include "cli/documents.hpp"
#include "import/join_files.hpp"

#include <algorithm>
#include <budgetdiff/check/checker.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <map>
#include <optional>
#include <utility>

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

/// Whether the documents alone give the snapshot: not where one is the snapshot, where it
/// was merged of two, and where a mapping was used, which the store does not keep.
bool reads_again(const Provenance& provenance) {
  return provenance.importer.find("snapshot") == std::string::npos &&
         provenance.importer.find("merge") == std::string::npos &&
         provenance.importer.find("+mapping") == std::string::npos;
}

/// The document's table of `key`; none where it has none, or, with a problem, where it
/// cannot be read.
std::optional<ImportedTable> table_in(const SnapshotKey& key, const std::string& file,
                                      const std::string& document, std::vector<Error>& problems) {
  ImportOptions options;
  options.year = key.year;
  options.stage = key.stage;
  auto again = read_document({file, document}, options);
  if (again && again->tables.size() == 1) {
    again->tables.front().snapshot.department = key.department;  // may have been given
  }
  if (!again) {
    problems.push_back(
        {label_of(key),
         {},
         {BD_TR("the kept document can no longer be read: {0}"), {in_english(again.error())}},
         {}});
    return std::nullopt;
  }
  const auto table = std::find_if(again->tables.begin(), again->tables.end(),
                                  [&](const ImportedTable& one) { return is_table_of(one, key); });
  return table == again->tables.end() ? std::nullopt : std::optional(std::move(*table));
}

/// Reads the documents again and joins what they say as import did.
void read_again(const SnapshotKey& key, const std::string& stored, const Provenance& provenance,
                const std::vector<std::string>& documents, std::vector<Error>& problems) {
  const std::size_t known = problems.size();
  std::vector<ImportedTable> parts;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const std::string& file = i == 0 ? provenance.file : provenance.parts[i - 1].file;
    auto table = table_in(key, file, documents[i], problems);
    if (!table) {
      break;
    }
    parts.push_back(std::move(*table));
  }
  if (problems.size() > known) {
    return;
  }
  if (parts.size() < documents.size() ||
      write_snapshot(import::join_files(std::move(parts)).snapshot) != stored) {
    problems.push_back({label_of(key),
                        {},
                        {BD_TR("the kept document {0} reads into another snapshot than the stored "
                               "one (read by version {1} then)"),
                         {printable(provenance.file), printable(provenance.importer_version)}},
                        {}});
  }
}

using Kept = std::map<std::string, std::string>;  // SHA-256: blob

/// The kept documents of a snapshot in their order; none where not all are there.
std::vector<std::string> documents_of(Store& store, const Provenance& provenance,
                                      const Kept& kept) {
  std::vector<std::string> digests{provenance.sha256};
  for (const SourcePart& part : provenance.parts) {
    digests.push_back(part.sha256);
  }
  std::vector<std::string> out;
  for (const std::string& digest : digests) {
    const auto source = kept.find(digest);
    if (source == kept.end()) {
      return {};
    }
    auto bytes = store.read_blob(source->second);
    if (!bytes) {
      return {};  // verify() has said so
    }
    out.push_back(std::move(*bytes));
  }
  return out;
}

}  // namespace

Result<std::vector<Error>> verify_content(Store& store) {
  std::vector<Error> problems;
  const auto keys = store.keys("");
  const auto files = store.files("sources", "");
  if (!keys || !files) {
    return fail(keys ? files.error() : keys.error());
  }
  Kept kept;
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
    const auto documents = documents_of(store, *provenance, kept);
    if (!documents.empty() && reads_again(*provenance)) {
      read_again(key, *bytes, *provenance, documents, problems);
    }
  }
  return problems;
}

}  // namespace budgetdiff::cli
