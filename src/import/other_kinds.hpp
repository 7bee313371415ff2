#pragma once

/// Files that hold no table that can be read here, known by their first bytes: pictures,
/// packed archives, formats that an office program has to save anew.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/import/importer.hpp>

#include <optional>

namespace budgetdiff::import {

/// What such a file is and what to do with it; nothing where it is none.
/// Source of the first bytes: the formats' own specifications (PNG, JFIF, GIF, TIFF, WebP,
/// DjVu, RAR, 7z, RFC 1952 for gzip, RTF 1.9).
[[nodiscard]] std::optional<Error> refuse_other_kind(const SourceDocument& source);

}  // namespace budgetdiff::import
