#include "import/html/style_sheet.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Pages have some hundred rules that are about this.
constexpr std::size_t most_rules = 2000;
constexpr std::size_t most_classes = 50;

enum Property : std::size_t { display, visibility, decoration, list_mark };

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_blank(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return out;
}

/// A style sheet without comments and the marks that hide it from browsers of old.
std::string without_comments(std::string_view css) {
  std::string out;
  for (std::size_t at = 0; at < css.size();) {
    if (css.substr(at, 2) == "/*") {
      const std::size_t end = css.find("*/", at + 2);
      at = end == css.npos ? css.size() : end + 2;
    } else if (css.substr(at, 4) == "<!--" || css.substr(at, 3) == "-->") {
      at += css[at] == '<' ? 4U : 3U;
    } else {
      out += css[at++];
    }
  }
  return out;
}

/// The end of a rule that begins with @: behind its block or its semicolon.
std::size_t behind_at_rule(std::string_view css, std::size_t at) {
  int depth = 0;
  for (; at < css.size(); ++at) {
    depth += css[at] == '{' ? 1 : css[at] == '}' ? -1 : 0;
    if ((css[at] == ';' && depth == 0) || (css[at] == '}' && depth <= 0)) {
      return at + 1;
    }
  }
  return at;
}

/// Calls `use` for each part of a list.
template <class Use>
void for_each_part(std::string_view list, char separator, const Use& use) {
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(separator, at), list.size());
    use(trimmed(list.substr(at, end - at)));
    at = end + 1;
  }
}

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

StyleSheet::Values StyleSheet::values_in(std::string_view declarations) {
  Values out{};
  for_each_part(declarations, ';', [&](std::string_view one) {
    const std::size_t colon = one.find(':');
    if (colon == one.npos) {
      return;
    }
    const std::string name = in_small_letters(trimmed(one.substr(0, colon)));
    std::string value = in_small_letters(trimmed(one.substr(colon + 1)));
    bool important = false;
    if (const std::size_t mark = value.find('!'); mark != value.npos) {
      important = value.find("important", mark) != value.npos;
      value = trimmed(std::string_view(value).substr(0, mark));
    }
    const auto take = [&](Property property, bool said) {
      if (!out[property].important || important) {
        out[property] = {true, important, said};
      }
    };
    if (name == "display") {
      take(display, value != "none");
    } else if (name == "visibility") {
      take(visibility, value != "hidden" && value != "collapse");
    } else if (name == "text-decoration" || name == "text-decoration-line") {
      take(decoration, value.find("line-through") != value.npos);
    } else if (name == "list-style" || name == "list-style-type") {
      take(list_mark, value.find("none") == value.npos);
    }
  });
  return out;
}

void StyleSheet::add(std::string_view css) {
  const std::string text = without_comments(css);
  const std::string_view all = text;
  for (std::size_t at = 0; at < all.size();) {
    if (is_blank(all[at]) || all[at] == '}' || all[at] == ';') {
      ++at;
      continue;
    }
    if (all[at] == '@') {
      at = behind_at_rule(all, at);
      continue;
    }
    const std::size_t open = all.find('{', at);
    if (open == all.npos) {
      return;
    }
    const std::size_t close = std::min(all.find('}', open), all.size());
    const Values values = values_in(all.substr(open + 1, close - open - 1));
    if (std::any_of(values.begin(), values.end(), [](const Value& one) { return one.said; })) {
      for_each_part(all.substr(at, open - at), ',',
                    [&](std::string_view selector) { add_rule(selector, values); });
    }
    at = close + 1;
  }
}

void StyleSheet::add_rule(std::string_view selector, const Values& values) {
  Rule rule;
  rule.order = rules_.size();
  rule.values = values;
  for (std::size_t at = 0; at < selector.size();) {
    const char kind = selector[at];
    const std::size_t begin = kind == '.' || kind == '#' ? at + 1 : at;
    std::size_t end = begin;
    while (end < selector.size() && is_name_letter(selector[end])) {
      ++end;
    }
    if (kind == '*' && at == 0) {
      ++at;
      continue;
    }
    const std::string name(selector.substr(begin, end - begin));
    if (name.empty() || (begin == at && at > 0)) {
      return;  // a selector that is not understood
    }
    if (kind == '.') {
      rule.classes.push_back(name);
    } else if (kind == '#') {
      rule.id = name;
    } else {
      rule.element = in_small_letters(name);
    }
    at = end;
  }
  if (selector.empty() || rules_.size() >= most_rules) {
    return;
  }
  const std::string key = !rule.id.empty()        ? "#" + rule.id
                          : !rule.classes.empty() ? "." + rule.classes.front()
                          : !rule.element.empty() ? rule.element
                                                  : "*";
  by_key_[key].push_back(rules_.size());
  rules_.push_back(std::move(rule));
}

SaidStyle StyleSheet::look_up(std::string_view element, std::string_view id,
                              std::string_view classes, std::string_view style) const {
  std::vector<std::string> own;
  for (std::size_t at = 0; at < classes.size() && own.size() < most_classes;) {
    std::size_t stop = at;
    while (stop < classes.size() && !is_blank(classes[stop])) {
      ++stop;
    }
    if (stop > at) {
      own.emplace_back(classes.substr(at, stop - at));
    }
    at = stop + 1;
  }
  // What goes before: important, in the element itself, ids, classes, names, later.
  using Weight = std::tuple<bool, bool, bool, std::size_t, bool, std::size_t>;
  std::array<Weight, properties> most{};
  std::array<std::optional<bool>, properties> found;
  const auto weigh = [&](const Values& values, const Weight& weight) {
    for (std::size_t i = 0; i < properties; ++i) {
      Weight whole = weight;
      std::get<0>(whole) = values[i].important;
      if (values[i].said && (!found[i] || whole >= most[i])) {
        most[i] = whole;
        found[i] = values[i].value;
      }
    }
  };
  const auto look = [&](const std::string& key) {
    const auto at = by_key_.find(key);
    if (at == by_key_.end()) {
      return;
    }
    for (const std::size_t index : at->second) {
      const Rule& rule = rules_[index];
      const bool fits =
          (rule.element.empty() || rule.element == element) && (rule.id.empty() || rule.id == id) &&
          std::all_of(rule.classes.begin(), rule.classes.end(), [&](const std::string& one) {
            return std::find(own.begin(), own.end(), one) != own.end();
          });
      if (fits) {
        weigh(rule.values, {false, false, !rule.id.empty(), rule.classes.size(),
                            !rule.element.empty(), rule.order});
      }
    }
  };
  if (!rules_.empty()) {
    look("*");
    look(std::string(element));
    look("#" + std::string(id));
    for (const std::string& one : own) {
      look("." + one);
    }
  }
  if (!style.empty()) {
    weigh(values_in(style), {false, true, false, 0, false, 0});
  }
  return {found[display], found[visibility], found[decoration], found[list_mark]};
}

}  // namespace budgetdiff::import
