#pragma once

/// The text of paragraphs in OpenDocument files.

#include "import/text/struck_text.hpp"
#include "import/text/symbol_fonts.hpp"
#include "import/xml/xml_tree.hpp"

#include <cstddef>
#include <map>
#include <optional>
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
  /// Whether the text is raised over the line.
  [[nodiscard]] bool raises(std::string_view style) const;
  /// Whether the text is struck through; `around` where the style says nothing of it.
  [[nodiscard]] bool strikes(std::string_view style, bool around) const;

 private:
  struct Style {
    std::string font;
    bool hidden = false;
    std::optional<bool> struck;
    bool raised = false;
  };
  std::map<std::string, Style, std::less<>> styles_;
};

/// How the text around a piece is set.
struct OdfSetting {
  SymbolFont font = SymbolFont::none;
  bool struck = false;
};

/// What was left out of paragraphs and is to be said.
struct OdfLeftOut {
  std::size_t hidden = 0;  ///< pieces set as hidden text
  StruckText struck;
};

/// Adds the text of a paragraph (text:p, text:h) to `out`: spans and links with what is in
/// them, blanks, line ends. Comments, notes and readings beside letters stay out, and so does
/// what is hidden or struck through.
void odf_paragraph(const pugi::xml_node& paragraph, const OdfTextStyles& styles,
                   const OdfSetting& around, std::string& out, OdfLeftOut& left_out);

}  // namespace budgetdiff::import
