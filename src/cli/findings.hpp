#pragma once

/// Everything found inside one operand.

#include "cli/operand.hpp"

#include <budgetdiff/model/finding.hpp>

#include <vector>

namespace budgetdiff::cli {

/// The reader's findings and the checker's, each once, in the order of the document.
[[nodiscard]] std::vector<Finding> findings_of(const Operand& operand);

}  // namespace budgetdiff::cli
