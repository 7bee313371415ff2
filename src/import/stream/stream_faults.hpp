#pragma once

/// What does not hold of what was read from text that gives cells one after the other.

#include <budgetdiff/import/importer.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace budgetdiff::import {

struct StreamFaults {
  /// Tables were passed over, more projects than expected have no indicators, or more texts were
  /// left over than forms have.
  bool lost = false;
  std::size_t errors = 0;  ///< findings that say what could not be read, as an amount
  /// Projects, by table and place in it, that lack a name, or of whose indicators one lacks its
  /// name or target, or its category where others have one; or of which something else stands
  /// where it cannot: the cells were not in the order of the rows there.
  std::vector<std::pair<std::size_t, std::size_t>> projects;
  std::size_t read = 0;  ///< projects

  [[nodiscard]] bool none() const { return !lost && errors == 0 && projects.empty(); }
  [[nodiscard]] std::size_t size() const { return projects.size() + errors; }
  /// Whether they are a small part of what was read.
  [[nodiscard]] bool few() const {
    return !lost && projects.size() * 4 <= read && errors * 3 <= read + 3;
  }
};

/// Of a document with so many tables at least, and so many projects without indicators at most.
[[nodiscard]] StreamFaults stream_faults(const ImportedDocument& document, std::size_t tables = 0,
                                         std::size_t unread = 0);

/// Adds a guess to each project that does not hold.
void doubt_faults(ImportedDocument& document, const StreamFaults& faults);

}  // namespace budgetdiff::import
