#pragma once

/// Which parts of a web page are shown.

#include "import/text/struck_text.hpp"

#include <gumbo.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace budgetdiff::import {

/// What of a page is left out: scripts and the like; what attributes or the page's own style
/// sheets hide; text struck through (<del>, <s>, line-through); readings beside letters (<rt>);
/// all choices of a list but the one that is chosen. A page's life, as its scripts would have
/// it, is not known: what they hide or show later is taken as the page has it.
class ShownNodes {
 public:
  explicit ShownNodes(const GumboNode* document);

  /// Whether an element is shown by itself, whatever is around it.
  [[nodiscard]] bool shows(const GumboNode* element) const { return !left_out_.contains(element); }

  /// Hidden rows of tables that hold text.
  [[nodiscard]] std::size_t hidden_rows() const { return hidden_rows_; }
  /// Hidden pieces of text inside the cells of tables.
  [[nodiscard]] std::size_t hidden_pieces() const { return hidden_pieces_; }
  [[nodiscard]] const StruckText& struck() const { return struck_; }

  /// The number that stands before an item of a list (1. 完成…), or "". Bullets say nothing.
  [[nodiscard]] std::string_view number_of(const GumboNode* item) const {
    const auto found = numbers_.find(item);
    return found == numbers_.end() ? std::string_view() : found->second;
  }

 private:
  class Walk;

  std::unordered_set<const GumboNode*> left_out_;
  std::size_t hidden_rows_ = 0;
  std::size_t hidden_pieces_ = 0;
  StruckText struck_;
  std::unordered_map<const GumboNode*, std::string> numbers_;
};

}  // namespace budgetdiff::import
