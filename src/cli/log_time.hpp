#pragma once

/// When a commit was made, as people read it.

#include <budgetdiff/store/store.hpp>

#include <string>

namespace budgetdiff::cli {

/// "2026-11-23 10:00:00 +0800": the author's own clock.
[[nodiscard]] std::string log_time_text(const LogEntry& entry);

}  // namespace budgetdiff::cli
