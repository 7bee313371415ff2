#include "import/docx/paragraph_text.hpp"

#include "import/text/raised_text.hpp"
#include "import/text/symbol_fonts.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <charconv>
#include <cstdint>
#include <string_view>

namespace budgetdiff::import {
namespace {

/// Wrappers around runs.
constexpr int deepest = 40;

/// The symbol font that a run is set in, if it is one.
SymbolFont font_of(const pugi::xml_node& run) {
  const pugi::xml_node fonts = child(child(run, "rPr"), "rFonts");
  return symbol_font(attribute(fonts, "ascii").value());
}

/// w:sym, a letter that Word's dialog of symbols puts in by its font and code.
std::string symbol(const pugi::xml_node& node) {
  const std::string code = attribute(node, "char").value();
  std::uint32_t value = 0;
  std::from_chars(code.data(), code.data() + code.size(), value, 16);
  return to_utf8(as_shown(std::u32string(value == 0 ? 0 : 1, static_cast<char32_t>(value)),
                          symbol_font(attribute(node, "font").value())));
}

/// By Word's own setting, or by points above the line (LibreOffice): two at least, as a letter
/// is set that shall be seen to stand higher.
bool is_raised(const pugi::xml_node& run) {
  constexpr int least_half_points = 4;
  const pugi::xml_node properties = child(run, "rPr");
  return std::string_view(attribute(child(properties, "vertAlign"), "val").value()) ==
             "superscript" ||
         attribute(child(properties, "position"), "val").as_int() >= least_half_points;
}

/// The text of a paragraph: runs, also those inside links and insertions.
void add_text(const pugi::xml_node& node, std::string& out, int depth, SymbolFont font) {
  for (const pugi::xml_node& one : node.children()) {
    const std::string_view name = local(one);
    if (name == "t") {
      out += as_shown(one.text().get(), font);
    } else if (name == "sym") {
      out += symbol(one);
    } else if (name == "tab") {
      out += ' ';
    } else if (name == "br" || name == "cr") {
      out += '\n';
    } else if (name == "noBreakHyphen") {
      out += '-';  // 12-15
    } else if (name == "r" && is_raised(one) && depth < deepest) {
      std::string raised;
      add_text(one, raised, depth + 1, font_of(one));
      add_raised(out, raised);
    } else if (name != "pPr" && name != "rPr" && name != "instrText" && depth < deepest) {
      add_text(one, out, depth + 1, name == "r" ? font_of(one) : font);
    }
  }
}

}  // namespace

void paragraph_text(const pugi::xml_node& paragraph, std::string& out) {
  add_text(paragraph, out, 0, SymbolFont::none);
}

}  // namespace budgetdiff::import
