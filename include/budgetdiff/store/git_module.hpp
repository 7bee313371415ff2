#pragma once

/// The door of the module that the program loads when it first needs a store:
/// budgetdiff-git.so. It exports one function with C linkage,
///
///     const budgetdiff::GitModule* budgetdiff_module_git_v1();
///
/// and takes everything else of budgetdiff from the program that loads it, so
/// both must come from one build. A program of your own links budgetdiff::git
/// and calls git_store.hpp.

#include <budgetdiff/store/store.hpp>

#include <memory>
#include <string>

namespace budgetdiff {

/// The functions of git_store.hpp. Lives as long as the module is loaded.
struct GitModule {
  /// BUDGETDIFF_VERSION of the build; a loader refuses another than its own.
  const char* version;
  Result<std::unique_ptr<Store>> (*init_store)(const std::string& directory, bool bare);
  Result<std::unique_ptr<Store>> (*open_store)(const std::string& directory, bool search_upward);
};

/// What dlsym() of `git_module_entry` gives.
using GitModuleEntry = const GitModule* (*)();
inline constexpr const char* git_module_entry = "budgetdiff_module_git_v1";

/// File name of the module.
inline constexpr const char* git_module_file = "budgetdiff-git.so";

}  // namespace budgetdiff
