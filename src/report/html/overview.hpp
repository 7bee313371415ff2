#pragma once

/// The top of a report: what a reader must know in a minute.

#include "report/html/page.hpp"
#include "report/significance.hpp"

#include <budgetdiff/report/html.hpp>

namespace budgetdiff::html {

/// Department, years and what to be warned of.
void write_heading(Page& page, const ChangeSet& changes);

/// The sentences that a reviewer would write, plain text each.
[[nodiscard]] std::vector<std::string> reviewer_sentences(const ChangeSet& changes,
                                                          const Tally& tally,
                                                          const ByImportance& order,
                                                          const Wording& say);

/// Totals by column, counts by kind. `unit_before`: that the earlier amounts were converted from;
/// empty: they were not.
void write_totals(Page& page, const ChangeSet& changes, const std::string& unit_before);
void write_counts(Page& page, const ChangeSet& changes, const Tally& tally);

/// Where the change of the total comes from, to the last fen.
void write_reconciliation(Page& page, const ChangeSet& changes);

/// The two documents with their digests.
void write_sources(Page& page, const ChangeSet& changes, const ReportedDocument& from,
                   const ReportedDocument& to);

/// What is wrong or odd inside either document.
void write_findings(Page& page, const ChangeSet& changes, const ReportedDocument& from,
                    const ReportedDocument& to);

/// "page 3, line 14", "sheet 预算, cell B12"; empty for no place.
[[nodiscard]] std::string place_text(const Place& place, const Wording& say);

}  // namespace budgetdiff::html
