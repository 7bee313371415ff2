#include "import/html/node_words.hpp"

#include "import/html/nodes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace budgetdiff::import {

bool breaks_line(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_BR:
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
      return true;
    default:
      return false;
  }
}

SymbolFont font_of(const GumboNode* node, SymbolFont around) {
  if (const std::string_view face = attribute_of(node, "face"); !face.empty()) {
    return symbol_font(face.substr(0, face.find(',')));
  }
  const std::string_view style = attribute_of(node, "style");
  for (const std::string_view property : {"mso-symbol-font-family:", "font-family:"}) {
    if (const std::size_t at = style.find(property); at != style.npos) {
      const std::string_view rest = style.substr(at + property.size());
      return symbol_font(rest.substr(0, rest.find_first_of(",;")));
    }
  }
  return around;
}

std::string typed_in(const GumboNode* input) {
  std::string type(attribute_of(input, "type"));
  std::transform(type.begin(), type.end(), type.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  if (type == "checkbox" || type == "radio") {
    // One without a word beside it chooses a row of the page.
    const auto nodes = children(input->parent);
    const bool beside_words = std::any_of(nodes.begin(), nodes.end(), [](const GumboNode* one) {
      return one->type == GUMBO_NODE_TEXT &&
             std::string_view(one->v.text.text).find_first_not_of(" \n\r\t") !=
                 std::string_view::npos;
    });
    return !beside_words ? "" : has_attribute(input, "checked") ? "☑" : "□";
  }
  constexpr auto texts =
      std::to_array<std::string_view>({"", "text", "number", "tel", "search", "email", "url",
                                       "date", "month", "time", "week", "datetime-local"});
  const bool is_text = std::find(texts.begin(), texts.end(), type) != texts.end();
  return is_text ? std::string(attribute_of(input, "value")) : std::string();
}

}  // namespace budgetdiff::import
