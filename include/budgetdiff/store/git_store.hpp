#pragma once

/// The store on libgit2. In the program it lives in a module that is loaded
/// when first needed; a program of your own links budgetdiff::git.

#include <budgetdiff/store/store.hpp>

#include <memory>
#include <string>

namespace budgetdiff {

/// Makes a store in `directory` (made too, where it is missing), bare or with
/// a work tree. An existing store is left as it is and is no error.
[[nodiscard]] Result<std::unique_ptr<Store>> init_git_store(const std::string& directory,
                                                            bool bare);

/// Opens the store at `directory`, or, with `search_upward`, at the nearest
/// directory above that holds one, as git does.
[[nodiscard]] Result<std::unique_ptr<Store>> open_git_store(const std::string& directory,
                                                            bool search_upward);

}  // namespace budgetdiff
