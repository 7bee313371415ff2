#pragma once

/// The tables of a web page, and the text between them, through gumbo.

#include "import/table/grid.hpp"

#include <budgetdiff/base/result.hpp>

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// `text` is UTF-8. Tables that hold tables are the page's layout: only the
/// innermost are tables. Scripts, styles and hidden parts are left out; nothing
/// is fetched. Errors: nesting beyond reason.
[[nodiscard]] Result<GridDocument> html_grids(const std::string& text, const std::string& file);

}  // namespace budgetdiff::import
