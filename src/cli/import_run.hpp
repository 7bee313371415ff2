#pragma once

/// One run of `import`: all files are read, then it is decided what can be stored, then
/// that is stored.

#include "cli/context.hpp"

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/store/store.hpp>

#include <string>
#include <vector>

namespace budgetdiff::cli {

struct ImportWish {
  ImportOptions import;
  std::string reason;
  bool keep_source = false;
  bool dry_run = false;  ///< says and ends as the run would, and records nothing
};

/// Imports `files` in their order. What several of them say of one department, year and
/// stage becomes one snapshot, or none of them is stored. Nothing of a file is stored
/// where one of its tables cannot be. `store` is null in a dry run where there is none.
Exit import_files(const Context& context, const ImportWish& wish, Store* store,
                  const std::vector<std::string>& files);

}  // namespace budgetdiff::cli
