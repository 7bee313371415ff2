#include <budgetdiff/store/git_module.hpp>
#include <budgetdiff/store/git_store.hpp>

extern "C" __attribute__((visibility("default"))) const budgetdiff::GitModule*
budgetdiff_module_git_v1();

const budgetdiff::GitModule* budgetdiff_module_git_v1() {
  static const budgetdiff::GitModule module{BUDGETDIFF_VERSION, &budgetdiff::init_git_store,
                                            &budgetdiff::open_git_store};
  return &module;
}
