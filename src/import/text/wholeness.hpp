#pragma once

/// Whether what was made of a text holds together.

#include <budgetdiff/import/importer.hpp>

#include <cstddef>

namespace budgetdiff::import {

/// How well the projects of a document hold together.
struct Wholeness {
  std::size_t projects = 0;
  std::size_t lacking = 0;  ///< that have no amount, goal or indicator
  std::size_t broken = 0;   ///< that have a piece of another cell in one of theirs
  std::size_t mixed = 0;    ///< whose names are cells of several columns
  bool fits = true;         ///< nothing left over, no number skipped, every sum right

  [[nodiscard]] bool holds_together() const { return lacking + broken == 0; }
  [[nodiscard]] bool whole() const { return holds_together() && fits; }
  /// Whether so much is broken that its cells cannot have come in the order of the rows.
  [[nodiscard]] bool in_pieces() const { return broken >= 2 && broken * 4 > projects; }
};

[[nodiscard]] Wholeness wholeness(const ImportedDocument& document);

}  // namespace budgetdiff::import
