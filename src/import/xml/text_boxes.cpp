#include "import/xml/text_boxes.hpp"

namespace budgetdiff::import {
namespace {

bool is_paragraph(const pugi::xml_node& node) {
  return local(node) == "p" || local(node) == "h";
}

/// Whether nothing stands behind a node in its paragraph.
bool is_last(pugi::xml_node node, const pugi::xml_node& paragraph) {
  while (node != paragraph && !node.next_sibling()) {
    node = node.parent();
  }
  return node == paragraph;
}

}  // namespace

pugi::xml_node node_behind(pugi::xml_node node) {
  while (node && !node.next_sibling()) {
    node = node.parent();
  }
  return node.next_sibling();
}

void move_boxes_out(const pugi::xml_node& document, std::string_view box) {
  pugi::xml_node from;  // the paragraph that a box was last taken out of
  pugi::xml_node last;  // of its boxes
  for (pugi::xml_node node = document.first_child(); node;) {
    pugi::xml_node next = node_behind(node);
    pugi::xml_node paragraph;
    if (local(node) == box) {
      paragraph = node.parent();
      while (paragraph && !is_paragraph(paragraph)) {
        paragraph = paragraph.parent();
      }
    }
    if (!paragraph) {
      node = node.first_child() ? node.first_child() : next;
      continue;
    }
    const bool at_end = is_last(node, paragraph);
    last = paragraph.parent().insert_move_after(node, paragraph == from ? last : paragraph);
    from = paragraph;
    node = at_end ? paragraph.next_sibling() : next;  // boxes may hold boxes
  }
}

}  // namespace budgetdiff::import
