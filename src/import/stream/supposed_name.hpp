#pragma once

/// The name of a form of whose labels and values no more is told.

#include "import/stream/form_items.hpp"
#include "import/stream/form_labels.hpp"
#include "import/stream/tokens.hpp"
#include "import/text/source_lines.hpp"

#include <optional>
#include <vector>

namespace budgetdiff::import {

/// The label of its name with the value behind it or, where that is none, the first text above the
/// form's indicators that may be a name and that other forms have not (`repeated`); a doubt.
/// Nothing where there is none such.
[[nodiscard]] std::optional<FormLabels> supposed_name(const std::vector<Line>& lines,
                                                      const std::vector<StreamToken>& tokens,
                                                      const RepeatedWords& repeated);

}  // namespace budgetdiff::import
