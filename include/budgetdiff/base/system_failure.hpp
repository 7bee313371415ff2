#pragma once

#include <budgetdiff/base/message.hpp>

namespace budgetdiff {

/// What the system refused and what to do about it, as a sentence of the
/// catalogue: for the second half of an error ("cannot be read; ..."). The
/// system's own words where the number is none of the usual ones.
/// `error_number`: errno. Threads: safe.
[[nodiscard]] Message system_failure(int error_number);

}  // namespace budgetdiff
