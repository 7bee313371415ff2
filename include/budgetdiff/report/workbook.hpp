#pragma once

/// Tables as an XLSX workbook, through libxlsxwriter: a module of its own
/// (budgetdiff-workbook.so; see store/git_module.hpp for how modules work).

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/report/table.hpp>

#include <string>
#include <vector>

namespace budgetdiff {

/// The bytes of a workbook with a sheet for each table: frozen header, filters,
/// real numbers where a double holds them exactly, text otherwise, no formula.
/// Same input, same bytes.
[[nodiscard]] Result<std::string> write_workbook(const std::vector<Table>& tables);

struct WorkbookModule {
  /// BUDGETDIFF_VERSION of the build; a loader refuses another than its own.
  const char* version;
  Result<std::string> (*write_workbook)(const std::vector<Table>& tables);
};

inline constexpr const char* workbook_module_entry = "budgetdiff_module_workbook_v1";
inline constexpr const char* workbook_module_file = "budgetdiff-workbook.so";

}  // namespace budgetdiff
