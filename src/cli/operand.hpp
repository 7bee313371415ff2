#pragma once

/// WHAT, FROM and TO on the command line: a document or snapshot file, or
/// `[DEPARTMENT:]YEAR[.STAGE][@REVISION]` in a store.

#include "cli/context.hpp"

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/model/provenance.hpp>
#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/store/store.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::cli {

/// The store of this run, opened when it is first asked for.
class StoreHandle {
 public:
  explicit StoreHandle(const Context& context) : context_(context) {}

  /// The store, or why there is none. The pointer lives as long as this.
  [[nodiscard]] Result<Store*> get();

 private:
  const Context& context_;
  std::unique_ptr<Store> store_;
};

/// What an operand came to.
struct Operand {
  Snapshot snapshot;
  Provenance provenance;
  bool from_document = false;      ///< read by an importer just now
  std::optional<SnapshotKey> key;  ///< where it stands in the store
  std::string revision;            ///< "" is the branch as it is now
};

/// The git blob id of an operand's canonical bytes. Not kept, since writing and
/// digesting them takes as long as reading them did.
[[nodiscard]] std::string blob_id_of(const Operand& operand);

/// Bytes that a document may have, the largest kind of them (PDF) included.
constexpr std::size_t largest_document = std::size_t{512} << 20U;
/// Bytes that people write by hand: mappings, policies, comments.
constexpr std::size_t largest_writing = std::size_t{4} << 20U;

/// A file's bytes; "-" is standard input. Errors say why (a directory, missing …). No more than
/// `most` bytes are read, and a byte: a device or a pipe may have no end, and a file holes.
[[nodiscard]] Result<std::string> read_file(const std::string& path,
                                            std::size_t most = largest_document);

/// Whether the operand names an existing file (or is "-"). A directory called like
/// a year of the store is that year.
[[nodiscard]] bool is_file_operand(const std::string& operand);

/// Reads a document or snapshot file: a table for each department in it, in the
/// document's order; never empty.
[[nodiscard]] Result<std::vector<Operand>> load_tables(const std::string& path,
                                                       const ImportOptions& options);

/// The same where one table is wanted. Of several departments in one document
/// `options.department` chooses; without it that is an error that names them.
[[nodiscard]] Result<Operand> load_file(const std::string& path, const ImportOptions& options);

/// Reads what the operand names.
[[nodiscard]] Result<Operand> load(StoreHandle& store, const std::string& operand,
                                   const ImportOptions& options = {});

/// A department of a store, whose editions a verb reads.
struct StoredDepartment {
  Store* store = nullptr;         ///< lives as long as the StoreHandle
  std::vector<SnapshotKey> keys;  ///< all of the store
  std::string department;         ///< its full name
};

/// The department that `name` means, or the only one where `name` is empty.
[[nodiscard]] Result<StoredDepartment> open_department(StoreHandle& store, const std::string& name);

/// Reads one snapshot of the store.
[[nodiscard]] Result<Operand> load_key(StoreHandle& store, const SnapshotKey& key,
                                       const std::string& revision);

/// A year as a store's files are called after it: 1 to 9999, without zeros before it.
[[nodiscard]] std::optional<int> read_stored_year(std::string_view text);

/// A `[DEPARTMENT:]YEAR[.STAGE][@REVISION]` as written.
struct StoreName {
  std::string department;  ///< as written; empty where left out
  int year = 0;
  std::string stage = "budget";
  std::string revision;
};

/// Nothing where the text is not of that form.
[[nodiscard]] std::optional<StoreName> parse_store_name(std::string_view text);

/// The one stored snapshot that the name means; an unknown or ambiguous
/// department and a missing year are errors that name what is there.
[[nodiscard]] Result<SnapshotKey> find_in_store(Store& store, const StoreName& name);

}  // namespace budgetdiff::cli
