#include <budgetdiff/report/store_tables.hpp>

extern "C" __attribute__((visibility("default"))) const budgetdiff::SqliteModule*
budgetdiff_module_sqlite_v1();

const budgetdiff::SqliteModule* budgetdiff_module_sqlite_v1() {
  static const budgetdiff::SqliteModule module{BUDGETDIFF_VERSION, &budgetdiff::write_sqlite};
  return &module;
}
