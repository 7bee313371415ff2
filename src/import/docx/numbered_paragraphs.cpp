#include "import/docx/numbered_paragraphs.hpp"

#include "import/text/list_number.hpp"
#include "import/xml/text_boxes.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t most_levels = 9;
/// Styles that are based on others.
constexpr int deepest_style = 20;
/// What stands around the numbers of a level: 第%1条.
constexpr std::size_t longest_text = 60;

std::string_view value_of(const pugi::xml_node& node, std::string_view name) {
  return attribute(child(node, name), "val").value();
}

struct Level {
  unsigned int start = 1;
  NumberStyle style = NumberStyle::none;
  std::string text;         ///< with %1 … %9 where numbers stand
  bool in_figures = false;  ///< w:isLgl
  bool blank_behind = true;
  std::string style_of_paragraphs;
};

using Levels = std::array<Level, most_levels>;

/// The numbering of a list: that of several (w:num) counts on.
struct AbstractList {
  Levels levels;
  std::string style_link;  ///< the style that says what its levels are
};

struct List {
  std::string abstract;
  std::map<std::size_t, unsigned int> starts_again;  ///< levels, at the first use
};

/// What a paragraph or a style says of its list.
struct InList {
  std::string list;
  std::optional<std::size_t> level;
};

InList in_list(const pugi::xml_node& properties) {
  const pugi::xml_node numbering = child(properties, "numPr");
  InList out{std::string(value_of(numbering, "numId")), std::nullopt};
  if (const pugi::xml_node level = child(numbering, "ilvl")) {
    out.level = attribute(level, "val").as_uint();
  }
  return out;
}

Level read_level(const pugi::xml_node& node) {
  Level out;
  out.start = attribute(child(node, "start"), "val").as_uint(1);
  out.style = child(node, "numFmt") ? number_style(value_of(node, "numFmt")) : NumberStyle::decimal;
  out.text = std::string(value_of(node, "lvlText").substr(0, longest_text));
  out.in_figures = static_cast<bool>(child(node, "isLgl"));
  out.blank_behind = value_of(node, "suff") != "nothing";
  out.style_of_paragraphs = value_of(node, "pStyle");
  return out;
}

/// The lists and styles of a document.
class Lists {
 public:
  Lists(const pugi::xml_node& numbering, const pugi::xml_node& styles) {
    for (const pugi::xml_node& one : styles.children()) {
      if (local(one) == "style") {
        const std::string id = attribute(one, "styleId").value();
        styles_[id] = {in_list(child(one, "pPr")), std::string(value_of(one, "basedOn"))};
        if (attribute(one, "default").as_bool() &&
            std::string_view(attribute(one, "type").value()) == "paragraph") {
          usual_style_ = id;
        }
      }
    }
    for (const pugi::xml_node& one : numbering.children()) {
      if (local(one) == "abstractNum") {
        read_abstract(one);
      } else if (local(one) == "num") {
        read_list(one);
      }
    }
  }

  [[nodiscard]] bool empty() const { return lists_.empty(); }

  /// The list of a paragraph and its level in it; nothing where it is in none.
  [[nodiscard]] std::optional<std::pair<std::string, std::size_t>> of(
      const pugi::xml_node& paragraph) const {
    const pugi::xml_node properties = child(paragraph, "pPr");
    InList own = in_list(properties);
    std::string style(value_of(properties, "pStyle"));
    style = style.empty() ? usual_style_ : style;
    const InList of_style = said_by_style(style);
    const bool by_style = own.list.empty();
    if (by_style) {
      own.list = of_style.list;
    }
    if (own.list.empty() || own.list == "0") {
      return std::nullopt;
    }
    if (!own.level) {
      own.level = by_style ? level_of_style(own.list, style) : std::nullopt;
    }
    const std::size_t level = own.level.value_or(of_style.level.value_or(0));
    return level < most_levels ? std::optional(std::pair(own.list, level)) : std::nullopt;
  }

  [[nodiscard]] const List* list(const std::string& id) const {
    const auto found = lists_.find(id);
    return found == lists_.end() ? nullptr : &found->second;
  }

  /// The levels of a list, those of the list's style where it refers to one.
  [[nodiscard]] const Levels* levels(const List& list) const {
    const auto found = abstract_.find(list.abstract);
    if (found == abstract_.end()) {
      return nullptr;
    }
    const auto style = styles_.find(found->second.style_link);
    const List* const linked =
        style == styles_.end() ? nullptr : this->list(style->second.first.list);
    const auto other = linked == nullptr ? abstract_.end() : abstract_.find(linked->abstract);
    return other == abstract_.end() ? &found->second.levels : &other->second.levels;
  }

 private:
  void read_abstract(const pugi::xml_node& node) {
    AbstractList& out = abstract_[attribute(node, "abstractNumId").value()];
    out.style_link = value_of(node, "numStyleLink");
    for (const pugi::xml_node& one : node.children()) {
      const std::size_t level = attribute(one, "ilvl").as_uint();
      if (local(one) == "lvl" && level < most_levels) {
        out.levels[level] = read_level(one);
      }
    }
  }

  void read_list(const pugi::xml_node& node) {
    List& out = lists_[attribute(node, "numId").value()];
    out.abstract = value_of(node, "abstractNumId");
    for (const pugi::xml_node& one : node.children()) {
      const pugi::xml_node again = child(one, "startOverride");
      if (local(one) == "lvlOverride" && again) {
        out.starts_again[attribute(one, "ilvl").as_uint()] = attribute(again, "val").as_uint(1);
      }
    }
  }

  [[nodiscard]] InList said_by_style(std::string style) const {
    for (int i = 0; i < deepest_style; ++i) {
      const auto found = styles_.find(style);
      if (found == styles_.end()) {
        break;
      }
      if (!found->second.first.list.empty()) {
        return found->second.first;
      }
      style = found->second.second;
    }
    return {};
  }

  /// The level that says it is of paragraphs in a style.
  [[nodiscard]] std::optional<std::size_t> level_of_style(const std::string& id,
                                                          const std::string& style) const {
    const List* const of = list(id);
    const Levels* const all = of == nullptr ? nullptr : levels(*of);
    for (std::size_t i = 0; all != nullptr && i < most_levels; ++i) {
      if ((*all)[i].style_of_paragraphs == style) {
        return i;
      }
    }
    return std::nullopt;
  }

  std::map<std::string, std::pair<InList, std::string>> styles_;  ///< and what they are based on
  std::string usual_style_;
  std::map<std::string, AbstractList> abstract_;
  std::map<std::string, List> lists_;
};

/// Counts the paragraphs of all lists, in the document's order.
class Counter {
 public:
  explicit Counter(const Lists& lists) : lists_(lists) {}

  /// What stands before the text of a paragraph at that level of a list.
  std::string next(const std::string& id, std::size_t level) {
    const List* const list = lists_.list(id);
    const Levels* const levels = list == nullptr ? nullptr : lists_.levels(*list);
    if (levels == nullptr) {
      return {};
    }
    Counts& counts = counts_[list->abstract];
    const auto again = list->starts_again.find(level);
    const bool first = used_.emplace(id, level).second;
    if (first && again != list->starts_again.end()) {
      counts[level] = again->second;
    } else {
      counts[level] = counts[level] ? *counts[level] + 1 : (*levels)[level].start;
    }
    for (std::size_t deeper = level + 1; deeper < most_levels; ++deeper) {
      counts[deeper].reset();
    }
    return text_of((*levels)[level], *levels, counts);
  }

 private:
  using Counts = std::array<std::optional<unsigned int>, most_levels>;

  static std::string text_of(const Level& level, const Levels& levels, const Counts& counts) {
    if (level.style == NumberStyle::none) {
      return {};
    }
    std::string out;
    for (std::size_t at = 0; at < level.text.size(); ++at) {
      const char digit = at + 1 < level.text.size() ? level.text[at + 1] : '\0';
      if (level.text[at] != '%' || digit < '1' || digit > '9') {
        out += level.text[at];
        continue;
      }
      const auto of = static_cast<std::size_t>(digit - '1');
      const NumberStyle style = level.in_figures ? NumberStyle::decimal : levels[of].style;
      out += list_number(counts[of].value_or(levels[of].start), style);
      ++at;
    }
    return out + (level.blank_behind && !out.empty() ? " " : "");
  }

  const Lists& lists_;
  std::map<std::string, Counts> counts_;
  std::set<std::pair<std::string, std::size_t>> used_;
};

/// Puts a text before those of a paragraph, as a run.
void put_before(pugi::xml_node paragraph, const std::string& text) {
  const std::string_view name = paragraph.name();
  const std::string prefix(name.substr(0, name.size() - local(paragraph).size()));
  const pugi::xml_node properties = child(paragraph, "pPr");
  pugi::xml_node run = properties ? paragraph.insert_child_after(pugi::node_element, properties)
                                  : paragraph.prepend_child(pugi::node_element);
  run.set_name((prefix + "r").c_str());
  pugi::xml_node shown = run.append_child((prefix + "t").c_str());
  shown.append_child(pugi::node_pcdata).set_value(text.c_str());
}

/// The root of a part that a document may have.
pugi::xml_node load(ZipParts& archive, const std::string& part, pugi::xml_document& document) {
  return archive.has(part) && archive.load(part, document) ? document.document_element()
                                                           : pugi::xml_node();
}

}  // namespace

void number_paragraphs(ZipParts& archive, const pugi::xml_node& document) {
  pugi::xml_document numbering;
  pugi::xml_document styles;
  const pugi::xml_node of_lists = load(archive, "word/numbering.xml", numbering);
  if (!of_lists) {
    return;
  }
  const Lists lists(of_lists, load(archive, "word/styles.xml", styles));
  if (lists.empty()) {
    return;
  }
  Counter counter(lists);
  for (pugi::xml_node node = document.first_child(); node;
       node = node.first_child() ? node.first_child() : node_behind(node)) {
    const auto place = local(node) == "p" ? lists.of(node) : std::nullopt;
    const std::string text = place ? counter.next(place->first, place->second) : std::string();
    if (!text.empty()) {
      put_before(node, text);
    }
  }
}

}  // namespace budgetdiff::import
