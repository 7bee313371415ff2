#include "import/html/shown_nodes.hpp"

#include "import/html/nodes.hpp"
#include "import/html/style_sheet.hpp"
#include "import/text/list_number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Elements that browsers show nothing of, or show only where they cannot show something else.
bool is_never_shown(std::string_view name) {
  constexpr auto names = std::to_array<std::string_view>(
      {"script", "style", "head", "template", "noscript", "rt", "rp", "rtc", "datalist", "title",
       "desc", "metadata", "iframe", "noframes", "noembed", "audio", "video", "canvas"});
  return is_one_of(name, names);
}

bool is_struck_by_name(std::string_view name) {
  constexpr auto names = std::to_array<std::string_view>({"del", "s", "strike"});
  return is_one_of(name, names);
}

bool holds_rows(std::string_view name) {
  constexpr auto names = std::to_array<std::string_view>({"tr", "tbody", "thead", "tfoot"});
  return is_one_of(name, names);
}

std::string_view name_of(const GumboNode* element) {
  return gumbo_normalized_tagname(element->v.element.tag);
}

/// The text in a node, whatever its kind.
void add_text(const GumboNode* node, std::string& out) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
      node->type == GUMBO_NODE_WHITESPACE) {
    out += node->v.text.text;
  } else if (is_element(node) && !is_never_shown(name_of(node))) {
    for_each_child(node, [&](const GumboNode* child) { add_text(child, out); });
  }
}

bool holds(const GumboNode* node, std::string_view name) {
  bool found = false;
  for_each_child(node, [&](const GumboNode* child) {
    found = found || (is_element(child) && (name_of(child) == name || holds(child, name)));
  });
  return found;
}

/// The style sheets of a page that are for screens.
void find_sheets(const GumboNode* node, StyleSheet& sheet) {
  for_each_child(node, [&](const GumboNode* child) {
    if (!is_element(child)) {
      return;
    }
    if (name_of(child) != "style") {
      find_sheets(child, sheet);
      return;
    }
    const std::string_view media = attribute_of(child, "media");
    if (media.empty() || media == "all" || media == "screen") {
      for_each_child(child, [&](const GumboNode* text) {
        if (!is_element(text)) {
          sheet.add(text->v.text.text);
        }
      });
    }
  });
}

}  // namespace

class ShownNodes::Walk {
 public:
  Walk(ShownNodes& out, const GumboNode* document) : out_(out) { find_sheets(document, sheet_); }

  /// `cell` is the cell of a table that `node` stands in, if any.
  void look(const GumboNode* node, const GumboNode* cell) {
    for_each_child(node, [&](const GumboNode* child) {
      if (!is_element(child)) {
        return;
      }
      const std::string_view name = name_of(child);
      if (is_never_shown(name)) {
        out_.left_out_.insert(child);
        return;
      }
      const SaidStyle style = style_of(child);
      if (!style.displayed.value_or(!has_attribute(child, "hidden")) ||
          !style.visible.value_or(true)) {
        hide(child, name, cell);
      } else if (style.struck.value_or(is_struck_by_name(name)) && !holds(child, "table")) {
        std::string text;
        add_text(child, text);
        out_.struck_.add(text);
        out_.left_out_.insert(child);
      } else {
        if (name == "select") {
          leave_chosen(child);
        } else if (name == "ol" && style.marked.value_or(true)) {
          number_items(child);
        }
        look(child, name == "td" || name == "th" ? child : cell);
      }
    });
  }

 private:
  void hide(const GumboNode* node, std::string_view name, const GumboNode* cell) {
    out_.left_out_.insert(node);
    std::string text;
    add_text(node, text);
    if (text.find_first_not_of(" \n\t\r") == text.npos) {
      return;
    }
    if (holds_rows(name)) {
      ++out_.hidden_rows_;
    } else if (cell != nullptr && !holds(cell, "table")) {
      ++out_.hidden_pieces_;  // elsewhere they are menus and the like
    }
  }

  [[nodiscard]] SaidStyle style_of(const GumboNode* element) const {
    return sheet_.look_up(name_of(element), attribute_of(element, "id"),
                          attribute_of(element, "class"), attribute_of(element, "style"));
  }

  /// How the items of a list are numbered: as its attribute says, or its own style; else in
  /// figures.
  static NumberStyle number_style_of(const GumboNode* list) {
    constexpr std::string_view property = "list-style-type:";
    std::string_view word = attribute_of(list, "type");
    const std::string_view style = attribute_of(list, "style");
    if (const std::size_t at = style.find(property); at != style.npos) {
      word = style.substr(at + property.size());
      word.remove_prefix(std::min(word.find_first_not_of(' '), word.size()));
      word = word.substr(0, word.find_first_of("; "));
    }
    return word.empty() ? NumberStyle::decimal : number_style(word);
  }

  void number_items(const GumboNode* list) {
    const NumberStyle numbers = number_style_of(list);
    unsigned int number = number_in(attribute_of(list, "start")).value_or(1);
    for_each_child(list, [&](const GumboNode* child) {
      if (!is_element(child) || name_of(child) != "li" || numbers == NumberStyle::none) {
        return;
      }
      const SaidStyle style = style_of(child);
      if (!style.displayed.value_or(true)) {
        return;
      }
      number = number_in(attribute_of(child, "value")).value_or(number);
      if (style.marked.value_or(true)) {
        out_.numbers_[child] = list_number(number, numbers) + ". ";
      }
      ++number;
    });
  }

  static std::optional<unsigned int> number_in(std::string_view text) {
    unsigned int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    constexpr unsigned int most = 1'000'000;
    return error == std::errc() && value < most ? std::optional(value) : std::nullopt;
  }

  /// A list to choose from shows one of its options.
  void leave_chosen(const GumboNode* select) {
    const GumboNode* chosen = nullptr;
    find_chosen(select, chosen);
    leave_out_options(select, chosen);
  }

  static void find_chosen(const GumboNode* node, const GumboNode*& chosen) {
    for_each_child(node, [&](const GumboNode* child) {
      if (is_element(child) && name_of(child) == "option") {
        const bool first = chosen == nullptr;
        chosen = first || has_attribute(child, "selected") ? child : chosen;
      } else if (is_element(child)) {
        find_chosen(child, chosen);
      }
    });
  }

  void leave_out_options(const GumboNode* node, const GumboNode* chosen) {
    for_each_child(node, [&](const GumboNode* child) {
      if (is_element(child) && name_of(child) == "option") {
        if (child != chosen) {
          out_.left_out_.insert(child);
        }
      } else if (is_element(child)) {
        leave_out_options(child, chosen);
      }
    });
  }

  ShownNodes& out_;
  StyleSheet sheet_;
};

ShownNodes::ShownNodes(const GumboNode* document) {
  Walk(*this, document).look(document, nullptr);
}

}  // namespace budgetdiff::import
