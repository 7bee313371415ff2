#pragma once

/// The door of the module that the program loads when it serves the page:
/// budgetdiff-serve.so. See store/git_module.hpp for how modules work.

#include <budgetdiff/serve/serve.hpp>

namespace budgetdiff {

struct ServeModule {
  /// BUDGETDIFF_VERSION of the build; a loader refuses another than its own.
  const char* version;
  Result<void> (*serve)(const ServeOptions& options, const std::function<void(int port)>& ready);
};

inline constexpr const char* serve_module_entry = "budgetdiff_module_serve_v1";
inline constexpr const char* serve_module_file = "budgetdiff-serve.so";

}  // namespace budgetdiff
