#pragma once

/// Forms (申报表, one a page) of text that `pdftotext` without an option made, whose columns, or
/// pieces of them, stand in any order (form_deal.hpp).

#include "import/stream/ordered_forms.hpp"
#include "import/stream/tokens.hpp"
#include "import/text/source_lines.hpp"

#include <optional>
#include <vector>

namespace budgetdiff::import {

/// The document's blocks, as ordered_forms() gives them. A form is faulty where its names and
/// targets are not as many, or a value has no label. Nothing where the words of the header are not
/// found, or that text is a list.
[[nodiscard]] std::optional<OrderedForms> spread_forms(const std::vector<Line>& lines,
                                                       const std::vector<StreamToken>& tokens);

}  // namespace budgetdiff::import
