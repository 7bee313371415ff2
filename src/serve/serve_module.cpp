#include <budgetdiff/serve/serve_module.hpp>

extern "C" __attribute__((visibility("default"))) const budgetdiff::ServeModule*
budgetdiff_module_serve_v1();

const budgetdiff::ServeModule* budgetdiff_module_serve_v1() {
  static const budgetdiff::ServeModule module{BUDGETDIFF_VERSION, &budgetdiff::serve};
  return &module;
}
