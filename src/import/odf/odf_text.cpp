#include "import/odf/odf_text.hpp"

#include <algorithm>
#include <array>

namespace budgetdiff::import {
namespace {

constexpr int deepest = 40;
/// text:s stands for as many blanks as it says.
constexpr unsigned int most_blanks = 100;

/// What stands in a paragraph's tree and is no part of its text.
bool is_apart(const pugi::xml_node& node) {
  constexpr auto names =
      std::to_array<std::string_view>({"annotation", "note", "ruby-text", "desc", "script",
                                       "tracked-changes", "deletion", "event-listeners"});
  // svg:title describes a picture, text:title is a field.
  return std::find(names.begin(), names.end(), local(node)) != names.end() ||
         std::string_view(node.name()) == "svg:title";
}

void add_text(const pugi::xml_node& node, const OdfTextStyles& styles, SymbolFont font,
              std::string& out, std::size_t& hidden, int depth) {
  for (const pugi::xml_node& one : node.children()) {
    if (one.type() == pugi::node_pcdata || one.type() == pugi::node_cdata) {
      out += as_shown(std::string_view(one.value()), font);
      continue;
    }
    const std::string_view name = local(one);
    if (name == "s") {
      out.append(std::clamp(attribute(one, "c").as_uint(1), 1U, most_blanks), ' ');
    } else if (name == "tab") {
      out += ' ';
    } else if (name == "line-break") {
      out += '\n';
    } else if (depth < deepest && !is_apart(one)) {
      const std::string_view style = attribute(one, "style-name").value();
      if (name == "span" && styles.hides(style)) {
        ++hidden;
        continue;
      }
      if (name == "p" && !out.empty()) {
        out += '\n';  // in a frame
      }
      add_text(one, styles, name == "span" ? styles.font(style, font) : font, out, hidden,
               depth + 1);
    }
  }
}

}  // namespace

OdfTextStyles::OdfTextStyles(const pugi::xml_node& document) {
  // A font is named by its declaration.
  std::map<std::string, std::string, std::less<>> families;
  for (const pugi::xml_node& one : child(document, "font-face-decls").children()) {
    std::string family = attribute(one, "font-family").value();
    std::erase_if(family, [](char c) { return c == '\'' || c == '"'; });
    families[attribute(one, "name").value()] = std::move(family);
  }
  for (const char* const group : {"styles", "automatic-styles"}) {
    for (const pugi::xml_node& one : child(document, group).children()) {
      const pugi::xml_node text = child(one, "text-properties");
      const std::string said = attribute(text, "font-name").value();
      const auto family = families.find(said);
      styles_[attribute(one, "name").value()] = {
          family == families.end() ? said : family->second,
          std::string_view(attribute(text, "display").value()) == "none"};
    }
  }
}

SymbolFont OdfTextStyles::font(std::string_view style, SymbolFont around) const {
  const auto found = styles_.find(style);
  return found == styles_.end() || found->second.font.empty() ? around
                                                              : symbol_font(found->second.font);
}

bool OdfTextStyles::hides(std::string_view style) const {
  const auto found = styles_.find(style);
  return found != styles_.end() && found->second.hidden;
}

void odf_paragraph(const pugi::xml_node& paragraph, const OdfTextStyles& styles, SymbolFont font,
                   std::string& out, std::size_t& hidden) {
  const std::string_view style = attribute(paragraph, "style-name").value();
  if (styles.hides(style)) {
    ++hidden;
    return;
  }
  add_text(paragraph, styles, styles.font(style, font), out, hidden, 0);
}

}  // namespace budgetdiff::import
