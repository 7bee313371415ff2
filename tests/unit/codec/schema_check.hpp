#pragma once

#include <string_view>

namespace budgetdiff {

/// Fails the test if `bytes` do not satisfy docs/NAME.schema.json, by
/// python3-jsonschema. Skips the check, aloud, where that is not installed.
void check_schema(std::string_view name, std::string_view bytes);

}  // namespace budgetdiff
