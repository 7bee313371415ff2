#pragma once

/// Reads a document in a process of its own, so that what a hostile file makes a
/// library do (no end of work, no end of memory, a crash) ends that process alone.

#include <budgetdiff/base/message.hpp>
#include <budgetdiff/import/importer.hpp>

#include <functional>

namespace budgetdiff::cli {

/// What a document may take of its reader, in seconds of work. Real ones take a
/// hundredth of it, on slow machines a tenth.
struct ReadLimits {
  unsigned seconds = 20;
  unsigned seconds_a_megabyte = 20;
  /// What to do about a document that takes more, or that its reader does not survive.
  Message advice{BD_TR("print it to a new PDF, or ask for the original document"), {}};
};

/// What `reader` makes of `source`. Errors, besides its own: it took more time or
/// memory than any real document of that size, or crashed. Where no process can be
/// had, it is read here.
/// Threads: safe to call concurrently, as long as no thread but the children
/// calls `reader`.
[[nodiscard]] Result<ImportedDocument> read_bounded(const DocumentReaders::Reader& reader,
                                                    const SourceDocument& source,
                                                    const ImportOptions& options,
                                                    const ReadLimits& limits = {});

}  // namespace budgetdiff::cli
