#pragma once

/// What a page's own style sheets say of elements: whether they are shown, struck through, and
/// marked as items of lists. This is no engine: selectors of an element's name, id and classes
/// (`td.old`) are understood, those that look at what is around an element are not, and what
/// depends on a medium is not.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace budgetdiff::import {

/// What is said of an element; nothing where nothing is.
struct SaidStyle {
  std::optional<bool> displayed;  ///< display
  std::optional<bool> visible;    ///< visibility
  std::optional<bool> struck;     ///< text-decoration
  std::optional<bool> marked;     ///< list-style, list-style-type: other than none
};

class StyleSheet {
 public:
  /// The text of a <style>; those added later come after.
  void add(std::string_view css);

  /// What the sheets and the element's own attribute `style` say of it, by the rules of which
  /// goes before which. `element` is its name in small letters, `classes` as its attribute has
  /// them.
  [[nodiscard]] SaidStyle look_up(std::string_view element, std::string_view id,
                                  std::string_view classes, std::string_view style) const;

 private:
  static constexpr std::size_t properties = 4;
  struct Value {
    bool said = false;
    bool important = false;
    bool value = false;
  };
  using Values = std::array<Value, properties>;
  struct Rule {
    std::string element;
    std::string id;
    std::vector<std::string> classes;
    std::size_t order = 0;
    Values values;
  };

  static Values values_in(std::string_view declarations);
  void add_rule(std::string_view selector, const Values& values);

  std::vector<Rule> rules_;
  /// Rules by what an element must have: "#id", ".class" or its name; "*" for any.
  std::unordered_map<std::string, std::vector<std::size_t>> by_key_;
};

}  // namespace budgetdiff::import
