#pragma once

/// Amounts of forms that were dealt to no project.

#include "import/text/source_lines.hpp"

#include <budgetdiff/import/importer.hpp>

#include <vector>

namespace budgetdiff::import {

/// Adds a guess for each number with a decimal point, or with its thousands parted, that stands by
/// itself in a line's words and that no field of the snapshots has (as often): a label's value that
/// another one took. Nothing is said where as many are left over as there are projects, which then
/// have amounts that a snapshot has no place for, nor of lists, whose sums stand there as well.
void doubt_lost_amounts(ImportedDocument& document, const std::vector<Line>& lines);

}  // namespace budgetdiff::import
