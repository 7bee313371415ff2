#pragma once

/// Where each part of a snapshot stood in its source document.

#include <budgetdiff/base/place.hpp>
#include <budgetdiff/model/finding.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

struct ProjectPlace {
  Place place;                    ///< where the project's name begins
  std::vector<Place> indicators;  ///< one for each indicator of the project
};

/// A document, as provenance names it.
struct SourcePart {
  std::string file;    ///< base name, no directories
  std::string sha256;  ///< of its bytes
  std::uint64_t size = 0;

  friend bool operator==(const SourcePart&, const SourcePart&) = default;
};

struct Provenance {
  static constexpr std::string_view schema = "budgetdiff/provenance/1";

  std::string file;    ///< base name of the source, no directories
  std::string sha256;  ///< of its bytes
  std::uint64_t size = 0;
  /// The further documents of a snapshot of several, each name there once: a place's
  /// `file` is one of them. Of two with one base name the later is "name#" and the
  /// first digits of its SHA-256, which no folder's name can change.
  std::vector<SourcePart> parts;
  std::string importer;                ///< "text", "pdf", "xlsx" …; "html,pdf" of several
  std::string importer_version;        ///< the program's version
  std::vector<ProjectPlace> projects;  ///< one for each project of the snapshot
  std::vector<Finding> findings;
};

/// The document that a place of the snapshot is in; the first where none has that name.
[[nodiscard]] inline SourcePart document_of(const Provenance& provenance, const Place& place) {
  for (const SourcePart& part : provenance.parts) {
    if (!place.file.empty() && part.file == place.file) {
      return part;
    }
  }
  return {provenance.file, provenance.sha256, provenance.size};
}

}  // namespace budgetdiff
