#pragma once

/// What a paragraph of a Word document says.

#include "import/xml/xml_tree.hpp"

#include <string>

namespace budgetdiff::import {

/// Adds the text of a paragraph: its runs, also those inside links and insertions, with letters of
/// symbol fonts as they are shown and raised ones as such.
void paragraph_text(const pugi::xml_node& paragraph, std::string& out);

}  // namespace budgetdiff::import
