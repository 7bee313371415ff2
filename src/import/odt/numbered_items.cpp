#include "import/odt/numbered_items.hpp"

#include "import/text/list_number.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

constexpr std::size_t most_levels = 10;
constexpr int deepest = 60;
/// What stands around the numbers of a level.
constexpr std::size_t longest_text = 40;

struct Level {
  unsigned int start = 1;
  NumberStyle style = NumberStyle::none;
  std::string before;
  std::string behind;
  std::size_t shown_levels = 1;
};

using Levels = std::array<Level, most_levels>;
using Counts = std::array<std::optional<unsigned int>, most_levels>;

std::string text_of(const pugi::xml_node& node, std::string_view name) {
  return std::string(std::string_view(attribute(node, name).value()).substr(0, longest_text));
}

/// The styles of lists by their names, and which paragraphs' styles name one.
class ListStyles {
 public:
  void add(const pugi::xml_node& root) {
    for (const char* const group : {"styles", "automatic-styles"}) {
      for (const pugi::xml_node& one : child(root, group).children()) {
        const std::string name = attribute(one, "name").value();
        if (local(one) == "list-style") {
          levels_[name] = read(one);
        } else if (const pugi::xml_attribute list = attribute(one, "list-style-name")) {
          of_paragraphs_[name] = list.value();
        }
      }
    }
  }

  [[nodiscard]] const Levels* find(const std::string& name) const {
    const auto found = levels_.find(name);
    return found == levels_.end() ? nullptr : &found->second;
  }

  /// The style of a list that names none: that of its paragraphs.
  [[nodiscard]] std::string of_paragraphs_in(const pugi::xml_node& list) const {
    for (const pugi::xml_node& item : list.children()) {
      const auto found = of_paragraphs_.find(attribute(child(item, "p"), "style-name").value());
      if (found != of_paragraphs_.end()) {
        return found->second;
      }
    }
    return {};
  }

 private:
  static Levels read(const pugi::xml_node& style) {
    Levels out;
    for (const pugi::xml_node& one : style.children()) {
      const std::size_t level = attribute(one, "level").as_uint();
      if (local(one) == "list-level-style-number" && level >= 1 && level <= most_levels) {
        out[level - 1] = {attribute(one, "start-value").as_uint(1),
                          number_style(attribute(one, "num-format").value()),
                          text_of(one, "num-prefix"), text_of(one, "num-suffix"),
                          attribute(one, "display-levels").as_uint(1)};
      }
    }
    return out;
  }

  std::map<std::string, Levels> levels_;
  std::map<std::string, std::string> of_paragraphs_;
};

class Numbering {
 public:
  explicit Numbering(const ListStyles& styles) : styles_(styles) {}

  void walk(const pugi::xml_node& node, int depth) {
    for (const pugi::xml_node& one : node.children()) {
      if (local(one) == "list") {
        add_list(one, depth);
      } else if (depth < deepest) {
        walk(one, depth + 1);
      }
    }
  }

 private:
  /// A list that stands in no other.
  void add_list(const pugi::xml_node& list, int depth) {
    std::string style = attribute(list, "style-name").value();
    style = style.empty() ? styles_.of_paragraphs_in(list) : style;
    Counts counts;
    const auto named = counts_of_.find(attribute(list, "continue-list").value());
    if (named != counts_of_.end()) {
      counts = named->second;
    } else if (std::string_view(attribute(list, "continue-numbering").value()) == "true") {
      counts = last_of_style_[style];
    }
    add_items(list, style, 0, counts, depth);
    last_of_style_[style] = counts;
    const std::string id = attribute(list, "id").value();
    if (!id.empty()) {
      counts_of_[id] = counts;
    }
  }

  void add_items(const pugi::xml_node& list, const std::string& style, std::size_t level,
                 Counts& counts, int depth) {
    const Levels* const levels = styles_.find(style);
    for (const pugi::xml_node& item : list.children()) {
      pugi::xml_node first = child(item, "p") ? child(item, "p") : child(item, "h");
      if (local(item) == "list-item" && first && levels != nullptr && level < most_levels) {
        count(item, (*levels)[level], level, counts);
        const std::string number = number_at(*levels, level, counts);
        if (!number.empty()) {
          first.prepend_child(pugi::node_pcdata).set_value(number.c_str());
        }
      }
      for (const pugi::xml_node& one : item.children()) {
        if (local(one) == "list" && depth < deepest) {
          const std::string own = attribute(one, "style-name").value();
          add_items(one, own.empty() ? style : own, level + 1, counts, depth + 1);
        }
      }
    }
  }

  static void count(const pugi::xml_node& item, const Level& level, std::size_t at,
                    Counts& counts) {
    if (const pugi::xml_attribute start = attribute(item, "start-value")) {
      counts[at] = start.as_uint(1);
    } else {
      counts[at] = counts[at] ? *counts[at] + 1 : level.start;
    }
    std::fill(counts.begin() + static_cast<std::ptrdiff_t>(at) + 1, counts.end(), std::nullopt);
  }

  static std::string number_at(const Levels& levels, std::size_t level, const Counts& counts) {
    const Level& own = levels[level];
    if (own.style == NumberStyle::none) {
      return {};
    }
    const std::size_t shown = std::clamp<std::size_t>(own.shown_levels, 1, level + 1);
    std::string out = own.before;
    for (std::size_t i = level + 1 - shown; i <= level; ++i) {
      const std::string number = list_number(counts[i].value_or(levels[i].start), levels[i].style);
      out += (i + shown > level + 1 && !number.empty() ? "." : "") + number;
    }
    return out + own.behind + " ";
  }

  const ListStyles& styles_;
  std::map<std::string, Counts> counts_of_;
  std::map<std::string, Counts> last_of_style_;
};

}  // namespace

void number_items(const pugi::xml_node& content, const pugi::xml_node& styles) {
  ListStyles all;
  all.add(styles);
  all.add(content);
  Numbering(all).walk(child(child(content, "body"), "text"), 0);
}

}  // namespace budgetdiff::import
