#pragma once

/// The parts of a comparison as the API gives them.

#include "serve/comparison.hpp"

#include <budgetdiff/model/finding.hpp>
#include <budgetdiff/text/catalogue.hpp>

#include <nlohmann/json.hpp>
#include <vector>

namespace budgetdiff::serving {

[[nodiscard]] nlohmann::ordered_json to_json(const Thread& thread);
[[nodiscard]] nlohmann::ordered_json to_json(const Finding& finding, Language language);

/// The whole answer: the change set as write_change_set() has it, and beside it
/// what that leaves out: evidence and warnings in the reader's language, the
/// comments, the findings and sources of both documents, the place of each project.
[[nodiscard]] std::string comparison_json(const Comparison& comparison, Language language);

}  // namespace budgetdiff::serving
