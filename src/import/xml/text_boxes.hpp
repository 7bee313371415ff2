#pragma once

/// Text boxes of office documents.

#include "import/xml/xml_tree.hpp"

#include <string_view>

namespace budgetdiff::import {

/// The node behind another and all that is in it, in the order of the text; none at the end.
[[nodiscard]] pugi::xml_node node_behind(pugi::xml_node node);

/// Moves every element of the local name `box` behind the paragraph (p, h) that it stands in. A
/// text box is anchored inside a line and shown apart from it: what it holds, tables too, are
/// paragraphs of their own.
void move_boxes_out(const pugi::xml_node& document, std::string_view box);

}  // namespace budgetdiff::import
