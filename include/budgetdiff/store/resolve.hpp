#pragma once

/// Finds the department that a part of its name means.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/store/store.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// The department's real name from any unambiguous part of it. An empty part
/// means the only department there is. A whole name wins over names that it is
/// a part of; width and spelling of brackets do not count. The error for a
/// part that fits none, or several, names the departments that are there.
[[nodiscard]] Result<std::string> resolve_department(const std::vector<SnapshotKey>& keys,
                                                     std::string_view part);

/// "2023, 2024, 2024.final": what is there of a department, in order.
[[nodiscard]] std::string editions_of(const std::vector<SnapshotKey>& keys,
                                      std::string_view department);

}  // namespace budgetdiff
