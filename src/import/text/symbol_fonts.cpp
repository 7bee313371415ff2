#include "import/text/symbol_fonts.hpp"

#include "import/text/radicals.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff::import {
namespace {

constexpr char32_t first_private = 0xF020;
constexpr char32_t last_private = 0xF0FF;

struct Sign {
  SymbolFont font;
  char32_t code;
  char32_t shown;
};

/// Symbol: Unicode's table for Adobe's encoding (unicode.org, MAPPINGS/VENDORS/ADOBE,
/// symbol.txt). Wingdings: Unicode's proposal L2/11-052. Of both only what tables of
/// figures and forms have; digits and punctuation of Symbol are those of ASCII.
constexpr auto signs = std::to_array<Sign>({
    {SymbolFont::symbol, 0x2D, U'-'},  // a minus sign by its name; amounts have hyphens
    {SymbolFont::symbol, 0xA3, U'≤'},      {SymbolFont::symbol, 0xA5, U'∞'},
    {SymbolFont::symbol, 0xB0, U'°'},      {SymbolFont::symbol, 0xB1, U'±'},
    {SymbolFont::symbol, 0xB3, U'≥'},      {SymbolFont::symbol, 0xB4, U'×'},
    {SymbolFont::symbol, 0xB7, U'•'},      {SymbolFont::symbol, 0xB8, U'÷'},
    {SymbolFont::symbol, 0xB9, U'≠'},      {SymbolFont::symbol, 0xBB, U'≈'},
    {SymbolFont::symbol, 0xBC, U'…'},      {SymbolFont::wingdings, 0x6C, U'●'},
    {SymbolFont::wingdings, 0x6E, U'■'},   {SymbolFont::wingdings, 0x6F, U'□'},
    {SymbolFont::wingdings, 0x71, U'□'},  // with a shadow
    {SymbolFont::wingdings, 0x72, U'□'},   {SymbolFont::wingdings, 0x78, U'☒'},
    {SymbolFont::wingdings, 0xA1, U'○'},   {SymbolFont::wingdings, 0xA8, U'□'},
    {SymbolFont::wingdings, 0xFC, U'✓'},   {SymbolFont::wingdings, 0xFD, U'☒'},
    {SymbolFont::wingdings, 0xFE, U'☑'},   {SymbolFont::wingdings_2, 0x50, U'✓'},
    {SymbolFont::wingdings_2, 0x51, U'☒'}, {SymbolFont::wingdings_2, 0x52, U'☑'},
    {SymbolFont::wingdings_2, 0x53, U'☒'}, {SymbolFont::wingdings_2, 0x54, U'☒'},
    {SymbolFont::wingdings_2, 0x2A, U'□'}, {SymbolFont::wingdings_2, 0xA3, U'□'},
});

/// What a font shows for a code of one byte, or 0.
char32_t sign_of(SymbolFont font, char32_t code) {
  const auto* const found = std::find_if(signs.begin(), signs.end(), [&](const Sign& one) {
    return one.font == font && one.code == code;
  });
  if (found != signs.end()) {
    return found->shown;
  }
  constexpr std::u32string_view same = U" !#%&()+,./0123456789:;<=>?[]_{|}";
  return font == SymbolFont::symbol && same.find(code) != same.npos ? code : 0;
}

bool is_private(char32_t c) {
  return c >= first_private && c <= last_private;
}

}  // namespace

SymbolFont symbol_font(std::string_view name) {
  std::string folded;
  for (const char c : name) {
    if (c != ' ' && c != '"' && c != '\'') {
      folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  if (folded == "symbol" || folded == "symbolmt") {
    return SymbolFont::symbol;
  }
  if (folded == "wingdings") {
    return SymbolFont::wingdings;
  }
  return folded == "wingdings2" ? SymbolFont::wingdings_2 : SymbolFont::none;
}

std::u32string as_shown(std::u32string_view text, SymbolFont font) {
  std::u32string out(text);
  if (font == SymbolFont::none) {
    return out;
  }
  for (char32_t& c : out) {
    const char32_t code = is_private(c) ? c - (first_private - 0x20) : c;
    if (const char32_t shown = code <= 0xFF ? sign_of(font, code) : 0; shown != 0) {
      c = shown;
    }
  }
  return out;
}

std::string as_shown(std::string_view utf8, SymbolFont font) {
  return font == SymbolFont::none ? std::string(utf8)
                                  : to_utf8(as_shown(to_code_points(utf8), font));
}

std::u32string without_private_signs(std::u32string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_private(text[i])) {
      continue;
    }
    const char32_t code = text[i] - (first_private - 0x20);
    char32_t shown = sign_of(SymbolFont::symbol, code);
    if (code == 0xA3) {
      // Wingdings 2 has a box here: before a word, not before a figure.
      std::size_t next = i + 1;
      while (next < text.size() && is_space(text[next])) {
        ++next;
      }
      shown = next < text.size() && is_cjk(text[next]) ? U'□' : shown;
    }
    for (const SymbolFont font : {SymbolFont::wingdings, SymbolFont::wingdings_2}) {
      shown = shown == 0 ? sign_of(font, code) : shown;
    }
    text[i] = shown == 0 ? text[i] : shown;
  }
  return text;
}

std::u32string published_text(std::string_view utf8) {
  return without_radicals(without_private_signs(to_code_points(to_nfc(utf8))));
}

}  // namespace budgetdiff::import
