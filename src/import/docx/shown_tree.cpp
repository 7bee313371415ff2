#include "import/docx/shown_tree.hpp"

#include "import/xml/text_boxes.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Whether a property that is there or not is set: <w:strike/> is, <w:strike w:val="0"/> is not.
bool is_on(const pugi::xml_node& property) {
  const std::string_view value = attribute(property, "val").value();
  return property && value != "0" && value != "false" && value != "off";
}

/// The text inside a node; no recursion, however deep it is.
std::string text_in(const pugi::xml_node& node) {
  struct Walker : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& one) override {
      if (local(one) == "t") {
        text += one.text().get();
      }
      return true;
    }
    std::string text;
  } walker;
  pugi::xml_node walked = node;
  walked.traverse(walker);
  return std::move(walker.text);
}

/// Whether a node holds text, looked for as deep as text is read.
bool holds_text(const pugi::xml_node& node, int depth = 0) {
  constexpr int deepest = 40;
  return std::any_of(node.children().begin(), node.children().end(),
                     [&](const pugi::xml_node& one) {
                       return local(one) == "t" || (depth < deepest && holds_text(one, depth + 1));
                     });
}

/// Marks of a change stand among the properties of what was changed, under the same names as
/// the elements around what was deleted or moved.
bool is_among_properties(const pugi::xml_node& node) {
  return local(node.parent()).ends_with("Pr");
}

class Shown {
 public:
  NotShown keep(const pugi::xml_node& document) {
    for (pugi::xml_node node = document.first_child(); node;) {
      const pugi::xml_node next = node_behind(node);
      if (is_gone(node)) {
        node.parent().remove_child(node);
        node = next;
      } else {
        if (local(node) == "AlternateContent") {
          keep_one(node);
        }
        node = node.first_child() ? node.first_child() : next;
      }
    }
    return std::move(out_);
  }

 private:
  bool is_gone(const pugi::xml_node& node) {
    const std::string_view name = local(node);
    if (name == "del" || name == "moveFrom") {
      return !is_among_properties(node);
    }
    if (name == "tr") {
      return static_cast<bool>(child(child(node, "trPr"), "del"));
    }
    if (name == "rt") {
      return local(node.parent()) == "ruby";
    }
    return name == "r" && is_run_gone(node);
  }

  bool is_run_gone(const pugi::xml_node& run) {
    const pugi::xml_node set = child(run, "rPr");
    if (is_on(child(set, "vanish"))) {
      out_.hidden += text_in(run).empty() ? 0U : 1U;
      return true;
    }
    // A line through the place that a picture or box stands at goes through no text.
    if ((is_on(child(set, "strike")) || is_on(child(set, "dstrike"))) && !child(run, "drawing") &&
        !child(run, "pict") && !child(run, "AlternateContent")) {
      out_.struck.add(text_in(run));
      return true;
    }
    return false;
  }

  /// Of one content in several forms the first is what programs of today show. One without text
  /// may be of a kind that is not read: then the last holds what there is.
  static void keep_one(const pugi::xml_node& several) {
    pugi::xml_node kept = child(several, "Choice");
    if (const pugi::xml_node fallback = child(several, "Fallback");
        fallback && (!kept || !holds_text(kept))) {
      kept = fallback;
    }
    for (pugi::xml_node one = several.first_child(); one;) {
      const pugi::xml_node next = one.next_sibling();
      if (one != kept) {
        one.parent().remove_child(one);
      }
      one = next;
    }
  }

  NotShown out_;
};

}  // namespace

NotShown keep_what_is_shown(const pugi::xml_node& document) {
  NotShown out = Shown().keep(document);
  move_boxes_out(document, "txbxContent");
  return out;
}

}  // namespace budgetdiff::import
