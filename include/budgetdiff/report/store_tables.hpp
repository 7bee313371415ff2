#pragma once

/// A whole store as flat tables, for spreadsheets, scripts and databases:
/// docs/formats/export.md.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/comment.hpp>
#include <budgetdiff/model/decision.hpp>
#include <budgetdiff/model/provenance.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// One stored snapshot with where it came from.
struct StoredYear {
  Snapshot snapshot;  ///< REQUIRES: the year is set
  std::string blob_id;
  Provenance provenance;  ///< empty where none is known
};

struct StoreContents {
  std::vector<StoredYear> years;
  std::vector<Decisions> decisions;
  std::vector<CommentEvent> comments;
};

/// What a column holds. Money and other decimals are text everywhere, since
/// neither JSON's nor a database's floating numbers hold them exactly.
enum class ColumnType { text, integer, decimal };

struct StoreColumn {
  std::string_view name;
  ColumnType type = ColumnType::text;
};

/// Every row has one value for each column; an absent value is not "".
struct StoreTable {
  std::string_view name;
  std::vector<StoreColumn> columns;
  std::size_t key = 0;  ///< so many first columns name a row; 0: none do
  std::vector<std::vector<std::optional<std::string>>> rows;
};

/// years, stated_totals, projects, funding, indicators, findings, decisions,
/// comments; rows in the order of `contents`. Names are the same in any language.
[[nodiscard]] std::vector<StoreTable> store_tables(const StoreContents& contents);

/// One CSV text of a table, as write_csv() has it.
[[nodiscard]] std::string store_table_csv(const StoreTable& table);

/// One JSON object a line: "table", then the values that are there.
[[nodiscard]] std::string store_tables_ndjson(const std::vector<StoreTable>& tables);

/// The bytes of a SQLite database. Same tables, same bytes (with one version of
/// SQLite).
[[nodiscard]] Result<std::string> write_sqlite(const std::vector<StoreTable>& tables);

/// write_sqlite() as a module of its own (budgetdiff-sqlite.so; see
/// store/git_module.hpp for how modules work).
struct SqliteModule {
  /// BUDGETDIFF_VERSION of the build; a loader refuses another than its own.
  const char* version;
  Result<std::string> (*write_sqlite)(const std::vector<StoreTable>& tables);
};

inline constexpr const char* sqlite_module_entry = "budgetdiff_module_sqlite_v1";
inline constexpr const char* sqlite_module_file = "budgetdiff-sqlite.so";

}  // namespace budgetdiff
