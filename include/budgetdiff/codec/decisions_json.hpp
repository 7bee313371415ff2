#pragma once

/// A person's match decisions as canonical JSON: docs/formats/matches.md.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/decision.hpp>

#include <string>
#include <string_view>

namespace budgetdiff {

[[nodiscard]] std::string write_decisions(const Decisions& decisions);
[[nodiscard]] Result<Decisions> read_decisions(std::string_view bytes, std::string_view file);

}  // namespace budgetdiff
