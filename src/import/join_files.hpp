#pragma once

/// Tables of one department, year and stage that several files hold: many bureaus
/// publish a project a file.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/import/importer.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// One table of one of the files of a run.
struct FileTable {
  std::size_t file = 0;  ///< position among the files, in the order that they are to have
  std::string path;      ///< as the user gave it, for messages
  ImportedTable table;
};

/// All tables of one department, year and stage.
struct FileGroup {
  struct Same {
    std::size_t file = 0;
    std::size_t as = 0;  ///< the file that was taken
  };
  struct Conflict {
    std::size_t file = 0;
    Error why;
  };

  std::vector<std::size_t> files;  ///< those that were taken, in order; never empty
  std::vector<Same> same;          ///< those whose table is that of another, byte for byte
  /// One for each file where the tables cannot be one snapshot: a project is in two of
  /// them, or their units differ. Then `table` is that of the first file alone.
  std::vector<Conflict> conflicts;
  ImportedTable table;
};

/// The groups, in the order of their first files. Two projects are the same where both
/// have codes and these are equal, or where one has none and their names are equal when
/// folded.
/// REQUIRES: every table has a department and a year.
[[nodiscard]] std::vector<FileGroup> group_files(std::vector<FileTable> tables);

/// One table of all `parts` in their order. Provenance names the first as its file and
/// the others as its parts, and places say which part they are in. The finding
/// `files-joined` says how many files there were; of one file it is the table as it is.
/// REQUIRES: not empty.
[[nodiscard]] ImportedTable join_files(std::vector<ImportedTable> parts);

}  // namespace budgetdiff::import
