#pragma once

/// Small files of the repository's directory and the work tree, written whole.

#include <budgetdiff/base/result.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::git {

/// Writes `bytes` to `temporary`, syncs it and renames it to `path`. Across
/// file systems a temporary beside `path` is used instead.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view bytes,
                                      const std::string& temporary);

/// Syncs a directory, so that names in it last; failures are of no account
/// (some file systems cannot).
void sync_directory(const std::string& directory);

/// The bytes of a file; nothing where there is none or it cannot be read.
[[nodiscard]] std::optional<std::string> read_small_file(const std::string& path);

}  // namespace budgetdiff::git
