#pragma once

/// A change set as one self-contained HTML file: docs/reports.md.

#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/finding.hpp>
#include <budgetdiff/model/provenance.hpp>
#include <budgetdiff/report/report.hpp>

#include <string>
#include <vector>

namespace budgetdiff {

/// What a report says of one of the two documents beside what changed.
struct ReportedDocument {
  const Provenance* provenance = nullptr;  ///< null: not known, no places are said
  std::vector<Finding> findings;           ///< of the importer and of check()
};

/// The page: no network, no other file, readable without JavaScript, on paper,
/// on a phone, light and dark. Text from documents is escaped by construction.
/// Same input, same bytes. Threads: safe to call concurrently.
/// REQUIRES: the provenance is of the snapshots that `changes` compares.
[[nodiscard]] std::string html_report(const ChangeSet& changes, const ReportOptions& options,
                                      const ReportedDocument& from, const ReportedDocument& to);

}  // namespace budgetdiff
