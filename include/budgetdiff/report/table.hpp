#pragma once

/// A change set as tables: for spreadsheets (CSV, XLSX) and for programs.
/// Columns and rules: docs/formats/csv.md.

#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/finding.hpp>
#include <budgetdiff/report/report.hpp>

#include <string>
#include <vector>

namespace budgetdiff {

struct Cell {
  enum class Kind { text, number };
  Kind kind = Kind::text;
  std::string text;  ///< a number: decimal digits, a sign, a point and nothing else
  /// How it should look: an Effect's word ("loosened"); empty: plain.
  std::string tone;
};

/// Every row has as many cells as there are columns.
struct Table {
  std::string name;
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
};

/// Findings of the two documents, for the workbook's last sheet.
struct TableFindings {
  std::vector<Finding> from;
  std::vector<Finding> to;
};

/// One table, one row a change: English keys whatever the language, complete; amounts in the
/// later snapshot's unit.
[[nodiscard]] Table change_table(const ChangeSet& changes);

/// Summary, projects, indicators, goals, findings, for people, in the language.
[[nodiscard]] std::vector<Table> report_tables(const ChangeSet& changes,
                                               const ReportOptions& options,
                                               const TableFindings& findings);

/// RFC 4180 with a byte order mark, so that spreadsheets read it as UTF-8. A text
/// that a spreadsheet would take for a formula gets an apostrophe before it.
[[nodiscard]] std::string write_csv(const Table& table);

}  // namespace budgetdiff
