#pragma once

/// For every figure, target and sentence of a snapshot: the commit that brought it.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/store/store.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// One value and where it comes from.
struct BlameLine {
  std::size_t project = 0;  ///< position in the snapshot; npos: of the whole table
  std::string project_name;
  std::optional<std::size_t> indicator;  ///< position in its project
  std::string indicator_name;
  /// "name", a funding column, "goal" or "annual_goal" (one line a sentence),
  /// "indicator" (category and name), "period_target", "annual_target", "weight" …
  std::string field;
  bool is_money = false;  ///< the value is an amount of a funding column
  std::string value;
  std::string unit;     ///< of an amount
  std::string written;  ///< the amount as that commit has it, where its table has another unit
  std::string written_unit;
  std::string before;       ///< the value that it replaced; empty: there was none
  std::string before_unit;  ///< of an amount
  std::size_t entry = 0;    ///< into Blame::entries
  Place place;              ///< in the document of that commit
  SourcePart document;      ///< that the place is in; of a joined snapshot one of several
};

/// The commit and document (the first, where there are several) of some lines.
struct BlameEntry {
  LogEntry commit;
  std::string reason;
  std::string file;  ///< name of the source document
  std::string sha256;
};

struct Blame {
  std::vector<BlameEntry> entries;  ///< newest first; only those that some line names
  std::vector<BlameLine> lines;     ///< in published order
};

constexpr std::size_t whole_table = static_cast<std::size_t>(-1);

/// Follows every value of `key` at `revision` back through the corrections of
/// its file and their merges; renamed projects and indicators are followed by the matcher.
/// The same money in another unit is the same value.
[[nodiscard]] Result<Blame> blame(Store& store, const SnapshotKey& key, std::string_view revision);

}  // namespace budgetdiff
