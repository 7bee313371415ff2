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

struct Provenance {
  static constexpr std::string_view schema = "budgetdiff/provenance/1";

  std::string file;    ///< base name of the source, no directories
  std::string sha256;  ///< of its bytes
  std::uint64_t size = 0;
  std::string importer;                ///< "text", "pdf", "xlsx" …
  std::string importer_version;        ///< the program's version
  std::vector<ProjectPlace> projects;  ///< one for each project of the snapshot
  std::vector<Finding> findings;
};

}  // namespace budgetdiff
