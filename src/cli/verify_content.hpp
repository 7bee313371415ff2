#pragma once

/// The part of verify that needs the importers and the checker, which the store
/// does not know.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/store/store.hpp>

#include <vector>

namespace budgetdiff::cli {

/// Problems of the newest commit: sums that disagree and are not among the
/// findings recorded with the snapshot, and kept documents that read into
/// another snapshot than the stored one.
[[nodiscard]] Result<std::vector<Error>> verify_content(Store& store);

}  // namespace budgetdiff::cli
