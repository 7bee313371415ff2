#include <budgetdiff/import/tables.hpp>
#include <budgetdiff/import/tables_module.hpp>

extern "C" __attribute__((visibility("default"))) const budgetdiff::TablesModule*
budgetdiff_module_tables_v1();

const budgetdiff::TablesModule* budgetdiff_module_tables_v1() {
  static const budgetdiff::TablesModule module{BUDGETDIFF_VERSION, &budgetdiff::import_workbook,
                                               &budgetdiff::import_web_page};
  return &module;
}
