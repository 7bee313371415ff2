#pragma once

/// Change sets as canonical JSON: docs/formats/changeset.md.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/comment.hpp>

#include <string>
#include <string_view>

namespace budgetdiff {

/// The canonical bytes. Sentences (evidence, warnings) are in English whatever
/// the locale, so that equal input gives equal bytes everywhere. With `threads`,
/// each change that has some gets its "comments", and those on changes that are
/// no longer there stand at the end.
[[nodiscard]] std::string write_change_set(const ChangeSet& changes,
                                           const ThreadsByChange* threads = nullptr);

/// Reads what write_change_set wrote, or what another program did of the same
/// shape. Errors name `file` and the line.
[[nodiscard]] Result<ChangeSet> read_change_set(std::string_view bytes, std::string_view file);

}  // namespace budgetdiff
