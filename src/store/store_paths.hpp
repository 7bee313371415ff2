#pragma once

/// Where things lie in a store: docs/formats/store.md. No git here.

#include <budgetdiff/store/store.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::store_paths {

inline constexpr std::string_view marker = "budgetdiff.json";
inline constexpr std::string_view attributes = ".gitattributes";
inline constexpr std::string_view snapshots = "snapshots";
inline constexpr std::string_view provenance = "provenance";
inline constexpr std::string_view sources = "sources";
inline constexpr std::string_view matches = "matches";
inline constexpr std::string_view reviews = "reviews";

/// A name from a document as one path component that every file system and git
/// take: at most 200 bytes, and no two names give components that differ in
/// case alone. Deterministic; the rules are in docs/formats/store.md.
/// REQUIRES: valid UTF-8, not empty.
[[nodiscard]] std::string escape(std::string_view name);

/// The name behind a component, or nothing where it was cut (the name is then
/// in the file alone) or was not made by escape().
[[nodiscard]] std::optional<std::string> unescape(std::string_view component);

/// "2024", "2024.final": the part of a path that names year and stage.
[[nodiscard]] std::string edition(int year, std::string_view stage);

struct Edition {
  int year = 0;
  std::string stage;  ///< empty where the stage was cut
};
/// Reads an edition; nothing for what edition() cannot have written.
[[nodiscard]] std::optional<Edition> read_edition(std::string_view text);

[[nodiscard]] std::string snapshot_file(const SnapshotKey& key);
[[nodiscard]] std::string provenance_file(const SnapshotKey& key);

/// sources/<sha256>.<extension>; an extension of other than a to z and 0 to 9
/// (or of more than ten) becomes "bin".
[[nodiscard]] std::string source_file(std::string_view sha256, std::string_view extension);

/// "2023-2024", with a hash of the earlier department where that is another.
[[nodiscard]] std::string pair_name(const SnapshotKey& from, const SnapshotKey& to);

/// matches/<later department>/<pair>.json
[[nodiscard]] std::string decisions_file(const SnapshotKey& from, const SnapshotKey& to);

/// reviews/<later department>/<pair>
[[nodiscard]] std::string reviews_folder(const SnapshotKey& from, const SnapshotKey& to);

/// reviews/<later department>/<pair>/<change>/<event's id>.json
[[nodiscard]] std::string comment_file(const CommentEvent& event);

}  // namespace budgetdiff::store_paths
