#include <budgetdiff/report/workbook.hpp>

extern "C" __attribute__((visibility("default"))) const budgetdiff::WorkbookModule*
budgetdiff_module_workbook_v1();

const budgetdiff::WorkbookModule* budgetdiff_module_workbook_v1() {
  static const budgetdiff::WorkbookModule module{BUDGETDIFF_VERSION, &budgetdiff::write_workbook};
  return &module;
}
