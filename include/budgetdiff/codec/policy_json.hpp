#pragma once

/// Reads a gate's policy: docs/formats/policy.md.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/policy.hpp>

#include <string_view>

namespace budgetdiff {

/// Strict: an unknown key or word is an error with its line, since a rule that
/// is not understood would let everything pass.
[[nodiscard]] Result<Policy> read_policy(std::string_view bytes, std::string_view file);

}  // namespace budgetdiff
