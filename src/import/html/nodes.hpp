#pragma once

/// What gumbo's nodes have and are.

#include <gumbo.h>

#include <string_view>
#include <vector>

namespace budgetdiff::import {

[[nodiscard]] inline bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

/// Calls `use` with each child of an element or a document.
template <class Use>
void for_each_child(const GumboNode* node, const Use& use) {
  const GumboVector& list =
      node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children : node->v.element.children;
  for (unsigned int i = 0; i < list.length; ++i) {
    use(static_cast<const GumboNode*>(list.data[i]));
  }
}

[[nodiscard]] inline std::vector<const GumboNode*> children(const GumboNode* node) {
  std::vector<const GumboNode*> out;
  for_each_child(node, [&](const GumboNode* child) { out.push_back(child); });
  return out;
}

[[nodiscard]] inline bool has_attribute(const GumboNode* element, const char* name) {
  return gumbo_get_attribute(&element->v.element.attributes, name) != nullptr;
}

/// The value of an attribute; "" where the element does not have it.
[[nodiscard]] inline std::string_view attribute_of(const GumboNode* element, const char* name) {
  const GumboAttribute* const found = gumbo_get_attribute(&element->v.element.attributes, name);
  return found == nullptr ? std::string_view{} : found->value;
}

}  // namespace budgetdiff::import
