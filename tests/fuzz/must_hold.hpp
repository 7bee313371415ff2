#pragma once

/// What must hold of every document that a reader takes, whatever its bytes were.

#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/import/importer.hpp>

#include <cstdlib>
#include <string>

namespace budgetdiff::fuzz {

/// Tables or one error with a sentence; what is read survives its canonical
/// JSON, and every project and indicator has its place. Aborts otherwise.
inline void must_hold(const Result<ImportedDocument>& document) {
  if (!document) {
    if (document.error().what.text.empty()) {
      std::abort();
    }
    return;
  }
  if (document->tables.empty()) {
    std::abort();
  }
  for (const ImportedTable& table : document->tables) {
    const std::string written = write_snapshot(table.snapshot);
    const auto read = read_snapshot(written, "fuzz.json");
    if (table.provenance.projects.size() != table.snapshot.projects.size() || !read ||
        write_snapshot(*read) != written) {
      std::abort();
    }
    for (std::size_t i = 0; i < table.snapshot.projects.size(); ++i) {
      if (table.provenance.projects[i].indicators.size() !=
          table.snapshot.projects[i].indicators.size()) {
        std::abort();
      }
    }
  }
}

}  // namespace budgetdiff::fuzz
