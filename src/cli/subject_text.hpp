#pragma once

#include "cli/context.hpp"

#include <string>

namespace budgetdiff::cli {

/// The subject of a commit in the reader's language. Subjects are recorded in
/// English, so that histories merge and scripts can read them; one that is not
/// of this program stays as it is.
[[nodiscard]] std::string subject_text(const Context& context, const std::string& subject);

/// The reason of a commit: a person's stays, the program's own is said as above.
[[nodiscard]] std::string reason_text(const Context& context, const std::string& reason);

}  // namespace budgetdiff::cli
