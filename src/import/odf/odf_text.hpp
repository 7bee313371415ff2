#pragma once

/// The text of paragraphs in OpenDocument files.

#include "import/text/symbol_fonts.hpp"
#include "import/xml/xml_tree.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace budgetdiff::import {

/// How pieces of text are set, by the names of their styles.
class OdfTextStyles {
 public:
  OdfTextStyles() = default;
  /// Those of a document's automatic styles.
  explicit OdfTextStyles(const pugi::xml_node& document);

  /// The symbol font of a style; `around` where it says none.
  [[nodiscard]] SymbolFont font(std::string_view style, SymbolFont around) const;
  /// Whether the text is not shown.
  [[nodiscard]] bool hides(std::string_view style) const;

 private:
  struct Style {
    std::string font;
    bool hidden = false;
  };
  std::map<std::string, Style, std::less<>> styles_;
};

/// Adds the text of a paragraph (text:p, text:h) to `out`: spans and links with what is in
/// them, blanks, line ends. Comments, notes and readings beside letters stay out. `hidden`
/// counts the pieces that are set as hidden text.
void odf_paragraph(const pugi::xml_node& paragraph, const OdfTextStyles& styles, SymbolFont font,
                   std::string& out, std::size_t& hidden);

}  // namespace budgetdiff::import
