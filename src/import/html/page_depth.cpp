#include "import/html/page_depth.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace budgetdiff::import {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

int page_depth(std::string_view page) {
  constexpr auto flat = std::to_array<std::string_view>(
      {"br",    "img",   "input", "meta", "link",   "hr",    "col",   "p",
       "li",    "td",    "tr",    "th",   "option", "wbr",   "dd",    "dt",
       "thead", "tbody", "tfoot", "area", "base",   "embed", "param", "source"});
  int depth = 0;
  int most = 0;
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1)) {
    const bool closes = at + 1 < page.size() && page[at + 1] == '/';
    std::string name;
    for (std::size_t i = at + (closes ? 2U : 1U); i < page.size() && is_letter(page[i]); ++i) {
      name += static_cast<char>(page[i] | 0x20);
      if (name.size() > 12) {
        break;
      }
    }
    if (name.empty() || std::find(flat.begin(), flat.end(), name) != flat.end()) {
      continue;
    }
    depth = std::max(0, depth + (closes ? -1 : 1));
    most = std::max(most, depth);
  }
  return most;
}

}  // namespace budgetdiff::import
