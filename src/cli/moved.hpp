#pragma once

/// Projects that went to another department of the store, or came from one.

#include "cli/compare.hpp"

namespace budgetdiff::cli {

/// Adds to `comparison.changes.warnings` a line for each ended project whose
/// name another department has in the later year and did not have in the
/// earlier, and for each new one the other way round. Names are compared without
/// spelling; it is a hint for a person and changes no match. Nothing is done for
/// files, nor where the store holds one department.
void note_moves(Store& store, Comparison& comparison);

}  // namespace budgetdiff::cli
