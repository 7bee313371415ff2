#pragma once

/// How deep a page is nested, known before it is parsed.

#include <string_view>

namespace budgetdiff::import {

/// An upper bound of the depth of a page's tree: openings less closings, leaving out elements that
/// never nest in themselves.
[[nodiscard]] int page_depth(std::string_view page);

}  // namespace budgetdiff::import
