#pragma once

/// What a reader of a Word document sees of its tree.

#include "import/text/struck_text.hpp"
#include "import/xml/xml_tree.hpp"

#include <cstddef>

namespace budgetdiff::import {

/// What was taken out of a tree and is to be said.
struct NotShown {
  std::size_t hidden = 0;  ///< runs set as hidden text
  StruckText struck;
};

/// Takes out of a document's tree what its print does not show, or shows a second time: the
/// fallbacks of alternative contents (a text box stands there once more, for old programs), text
/// that recorded changes deleted or moved away, rows that they deleted, hidden and struck runs,
/// readings beside letters. Text boxes, which stand inside a run, come behind their paragraph:
/// they are paragraphs and tables of their own and no part of its line.
[[nodiscard]] NotShown keep_what_is_shown(const pugi::xml_node& document);

}  // namespace budgetdiff::import
