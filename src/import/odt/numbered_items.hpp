#pragma once

/// Numbers that an OpenDocument text sets before the items of its lists.

#include "import/xml/xml_tree.hpp"

namespace budgetdiff::import {

/// Puts the number of each item (text:list-item) before the text of its first paragraph: 1. 完成…,
/// 2. 建成… . Bullets say nothing and are left away.
/// `styles`: the root of styles.xml, which holds the styles that have names of their own, or none.
void number_items(const pugi::xml_node& content, const pugi::xml_node& styles);

}  // namespace budgetdiff::import
