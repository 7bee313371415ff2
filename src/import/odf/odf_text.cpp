#include "import/odf/odf_text.hpp"

#include "import/text/raised_text.hpp"

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

/// A field or paragraph that a condition hides now.
bool is_hidden(const pugi::xml_node& node) {
  return std::string_view(attribute(node, "is-hidden").value()) == "true";
}

/// "super 58%", "33% 58%": how far above the line, and how large.
bool is_raised(std::string_view position) {
  return position.starts_with("super") ||
         (!position.empty() && position.front() >= '1' && position.front() <= '9');
}

class Paragraph {
 public:
  Paragraph(const OdfTextStyles& styles, std::string& out, OdfLeftOut& left_out)
      : styles_(styles), out_(out), left_out_(left_out) {}

  void add(const pugi::xml_node& node, const OdfSetting& setting, int depth) {
    for (const pugi::xml_node& one : node.children()) {
      if (one.type() == pugi::node_pcdata || one.type() == pugi::node_cdata) {
        add_letters(one.value(), setting);
      } else {
        add_element(one, setting, depth);
      }
    }
  }

  /// To be called where the setting changes and at the end: a struck piece is what is struck in
  /// one go.
  void end_struck() {
    left_out_.struck.add(struck_);
    struck_.clear();
  }

 private:
  void add_letters(std::string_view text, const OdfSetting& setting) {
    if (setting.struck) {
      struck_ += text;
      return;
    }
    end_struck();
    out_ += as_shown(text, setting.font);
  }

  void add_element(const pugi::xml_node& one, const OdfSetting& setting, int depth) {
    const std::string_view name = local(one);
    if (name == "s") {
      out_.append(std::clamp(attribute(one, "c").as_uint(1), 1U, most_blanks), ' ');
    } else if (name == "tab") {
      out_ += ' ';
    } else if (name == "line-break") {
      out_ += '\n';
    } else if (depth < deepest && !is_apart(one)) {
      const std::string_view style = attribute(one, "style-name").value();
      if ((name == "span" && styles_.hides(style)) || is_hidden(one)) {
        ++left_out_.hidden;
        return;
      }
      if (name == "p" && !out_.empty()) {
        out_ += '\n';  // in a frame
      }
      if (name == "span" && styles_.raises(style)) {
        std::string raised;
        Paragraph inside(styles_, raised, left_out_);
        inside.add(one, {styles_.font(style, setting.font), styles_.strikes(style, setting.struck)},
                   depth + 1);
        inside.end_struck();
        add_raised(out_, raised);
        return;
      }
      const bool set = name == "span" || name == "p";
      add(one,
          set ? OdfSetting{styles_.font(style, setting.font),
                           styles_.strikes(style, setting.struck)}
              : setting,
          depth + 1);
      if (name == "p") {
        out_ += '\n';
      }
    }
  }

  const OdfTextStyles& styles_;
  std::string& out_;
  OdfLeftOut& left_out_;
  std::string struck_;
};

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
      Style& style = styles_[attribute(one, "name").value()];
      style = {family == families.end() ? said : family->second,
               std::string_view(attribute(text, "display").value()) == "none",
               {},
               is_raised(attribute(text, "text-position").value())};
      // Files of old say the type alone, some of today the style alone.
      for (const char* const property : {"text-line-through-style", "text-line-through-type"}) {
        if (const pugi::xml_attribute line = attribute(text, property)) {
          style.struck = style.struck.value_or(true) && std::string_view(line.value()) != "none";
        }
      }
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

bool OdfTextStyles::raises(std::string_view style) const {
  const auto found = styles_.find(style);
  return found != styles_.end() && found->second.raised;
}

bool OdfTextStyles::strikes(std::string_view style, bool around) const {
  const auto found = styles_.find(style);
  return found == styles_.end() ? around : found->second.struck.value_or(around);
}

void odf_paragraph(const pugi::xml_node& paragraph, const OdfTextStyles& styles,
                   const OdfSetting& around, std::string& out, OdfLeftOut& left_out) {
  const std::string_view style = attribute(paragraph, "style-name").value();
  const pugi::xml_node hides = child(paragraph, "hidden-paragraph");
  if (styles.hides(style) || is_hidden(hides)) {
    ++left_out.hidden;
    return;
  }
  Paragraph adding(styles, out, left_out);
  adding.add(paragraph, {styles.font(style, around.font), styles.strikes(style, around.struck)}, 0);
  adding.end_struck();
}

}  // namespace budgetdiff::import
