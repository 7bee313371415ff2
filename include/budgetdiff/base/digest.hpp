#pragma once

/// Digests of bytes, through nettle (wrapped here and nowhere else).

#include <string>
#include <string_view>

namespace budgetdiff {

/// SHA-256 of `bytes`, 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// The id that git gives a blob of these bytes (SHA-1 of "blob SIZE\0BYTES",
/// 40 lower-case hexadecimal digits), without touching libgit2.
[[nodiscard]] std::string git_blob_id(std::string_view bytes);

}  // namespace budgetdiff
