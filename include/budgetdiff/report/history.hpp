#pragma once

/// The line of one project for people and for other programs.

#include <budgetdiff/model/lineage.hpp>
#include <budgetdiff/text/catalogue.hpp>

#include <string>

namespace budgetdiff {

/// A table: year, name, funding, share, and how it came about; then the targets.
[[nodiscard]] std::string history_text(const Lineage& lineage, Language language, bool colour);

/// Canonical JSON, schema budgetdiff/history/1 (docs/formats/history.md).
[[nodiscard]] std::string history_json(const Lineage& lineage);

/// A Mermaid flowchart, left to right.
[[nodiscard]] std::string history_mermaid(const Lineage& lineage);

/// A Graphviz digraph, left to right.
[[nodiscard]] std::string history_dot(const Lineage& lineage);

}  // namespace budgetdiff
