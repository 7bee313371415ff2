#include "import/table/read_grids.hpp"

#include "import/mapping/mapped_tables.hpp"
#include "import/table/interpret.hpp"

#include <utility>

namespace budgetdiff::import {

Result<ImportedDocument> read_grids(Result<GridDocument> grids, const SourceDocument& source,
                                    const ImportOptions& options) {
  if (!grids) {
    return tl::unexpected(std::move(grids.error()));
  }
  if (options.mapping) {
    return mapped_tables(*grids, *options.mapping, source, options);
  }
  return interpret(std::move(*grids), source, options);
}

}  // namespace budgetdiff::import
