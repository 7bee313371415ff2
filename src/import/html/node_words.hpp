#pragma once

/// What an element of a page does to its text: where lines end, in which font it stands, and what
/// fields show.

#include "import/text/symbol_fonts.hpp"

#include <gumbo.h>

#include <string>

namespace budgetdiff::import {

/// Whether browsers begin a line with an element, and end one behind it.
[[nodiscard]] bool breaks_line(GumboTag tag);

/// The symbol font that an element sets its text in; without a word of its own, that of
/// the element around it. Word says it in a style that browsers pass over, too.
[[nodiscard]] SymbolFont font_of(const GumboNode* node, SymbolFont around);

/// What a field of a form shows: a saved page of a budget system holds its values there. Buttons
/// and passwords say nothing of a table, and a box that is ticked is ☑.
[[nodiscard]] std::string typed_in(const GumboNode* input);

}  // namespace budgetdiff::import
