#pragma once

/// Snapshots as canonical JSON: docs/formats/snapshot.md.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <string>
#include <string_view>

namespace budgetdiff {

/// The canonical bytes. Equal meaning gives equal bytes, so git_blob_id() of
/// them identifies the content. Text is written as it stands in `snapshot`
/// (importers and the reader below have put it in NFC).
[[nodiscard]] std::string write_snapshot(const Snapshot& snapshot);

/// Reads a snapshot, canonical or not: any key order and white space, a byte
/// order mark, text that is not NFC. write_snapshot(read_snapshot(bytes)) is
/// the identity on canonical bytes. Errors name `file` and the line. The bytes
/// are decoded in place: move them in where they are not needed again.
[[nodiscard]] Result<Snapshot> read_snapshot(std::string bytes, std::string_view file);

/// Whether `bytes` begin like a snapshot (a JSON object), so that a file can
/// be told from a document.
[[nodiscard]] bool looks_like_json(std::string_view bytes);

}  // namespace budgetdiff
