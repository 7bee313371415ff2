#pragma once

/// A walk over the lines and grids of a document, which finds its performance tables and reads
/// them into records.

#include "import/table/grid.hpp"
#include "import/table/table_sections.hpp"

#include <budgetdiff/model/finding.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

struct TableParts {
  std::vector<TablePart> parts;      ///< in the document's order, each with a project
  std::vector<std::string> front;    ///< lines that the document begins with
  std::vector<Finding> passed_over;  ///< tables that are not read
  bool found_header = false;         ///< a table of projects was there, with or without any
  bool nameless = false;             ///< a table of indicators stood outside any form
  bool blank_form = false;           ///< a form that nobody filled in
  bool whole_department = false;     ///< its goals stand in a table that was passed over
};

/// `file` is the document's name.
[[nodiscard]] TableParts read_parts(const GridDocument& document, std::string_view file);

}  // namespace budgetdiff::import
