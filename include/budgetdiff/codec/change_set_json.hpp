#pragma once

/// Change sets as canonical JSON: docs/formats/changeset.md.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/change_set.hpp>

#include <string>
#include <string_view>

namespace budgetdiff {

/// The canonical bytes. Sentences (evidence, warnings) are in English whatever
/// the locale, so that equal input gives equal bytes everywhere.
[[nodiscard]] std::string write_change_set(const ChangeSet& changes);

/// Reads what write_change_set wrote, or what another program did of the same
/// shape. Errors name `file` and the line.
[[nodiscard]] Result<ChangeSet> read_change_set(std::string_view bytes, std::string_view file);

}  // namespace budgetdiff
