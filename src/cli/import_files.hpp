#pragma once

/// Reading the files of one run of `import`.

#include "cli/context.hpp"

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/import/importer.hpp>

#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::cli {

/// A file of the run. Its bytes are let go of once they are read, since a folder of
/// documents is larger than memory; what can be read only once (a pipe) is held.
struct ImportFile {
  std::string path;
  std::string sha256;
  std::optional<std::string> bytes;
  std::optional<Error> failure;  ///< why nothing of it is stored

  [[nodiscard]] bool failed() const { return failure.has_value(); }
};

/// Its tables. A snapshot file is its own document; the options fill what it leaves out.
/// With `hold`, what can be read only once is kept in `file`.
[[nodiscard]] Result<ImportedDocument> read_import_file(ImportFile& file,
                                                        const ImportOptions& options, bool hold);

/// Its bytes once more, to be kept in the store: an error where they are others now.
[[nodiscard]] Result<std::string> read_again(const ImportFile& file);

/// "pdf" of "a/b.pdf"; "bin" where the name has no ending.
[[nodiscard]] std::string extension_of(const std::string& path);

}  // namespace budgetdiff::cli
