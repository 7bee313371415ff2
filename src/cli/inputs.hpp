#pragma once

/// The files that this run has read, and the store that it has opened. None of
/// them may be what it writes: a document is the proof of its snapshot, and
/// what is in a store comes there by its commits.

#include <sys/stat.h>
#include <string>

namespace budgetdiff::cli {

void note_input(const struct stat& file);

/// Whether this file, by whatever name or link, was read in this run.
[[nodiscard]] bool is_input(const struct stat& file);

/// `path`: of the work tree, or of the repository where it is bare.
void note_store(const std::string& path);

/// Whether the file is or would be one of the store's own: its repository, or one
/// of the folders that it keeps. A report may lie beside those.
[[nodiscard]] bool is_of_store(const std::string& file);

}  // namespace budgetdiff::cli
