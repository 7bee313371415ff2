#include "check/category.hpp"

#include <array>
#include <utility>

namespace budgetdiff::check_rules {
namespace {

/// Words of second levels; 成本 before 经济 and 社会, for 经济成本 and 社会成本.
constexpr std::array<std::pair<std::string_view, Category>, 10> words{{
    {"满意", Category::satisfaction},
    {"成本", Category::cost},
    {"数量", Category::quantity},
    {"质量", Category::quality},
    {"时效", Category::timeliness},
    {"经济效益", Category::economic},
    {"社会效益", Category::social},
    {"生态效益", Category::ecological},
    {"环境效益", Category::ecological},
    {"可持续", Category::sustained},
}};

bool holds(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

}  // namespace

Category category_of_level2(std::string_view level2) {
  for (const auto& [word, category] : words) {
    if (holds(level2, word)) {
      return category;
    }
  }
  return Category::unknown;
}

Category category_of(const Indicator& indicator) {
  const Category second = category_of_level2(indicator.level2);
  if (second != Category::unknown) {
    return second;
  }
  switch (family_of_level1(indicator.level1)) {
    case Family::satisfaction:
      return Category::satisfaction;
    case Family::cost:
      return Category::cost;
    default:
      return Category::unknown;
  }
}

Family family_of_level1(std::string_view level1) {
  if (holds(level1, "满意")) {
    return Family::satisfaction;
  }
  if (holds(level1, "产出")) {
    return Family::output;
  }
  if (holds(level1, "效益") || holds(level1, "效果") || holds(level1, "影响")) {
    return Family::benefit;
  }
  return holds(level1, "成本") ? Family::cost : Family::unknown;
}

Family family_of(Category category) {
  switch (category) {
    case Category::quantity:
    case Category::quality:
    case Category::timeliness:
      return Family::output;
    case Category::cost:
      return Family::cost;
    case Category::economic:
    case Category::social:
    case Category::ecological:
    case Category::sustained:
      return Family::benefit;
    case Category::satisfaction:
      return Family::satisfaction;
    case Category::unknown:
      break;
  }
  return Family::unknown;
}

Family family_of(const Indicator& indicator) {
  const Family second = family_of(category_of_level2(indicator.level2));
  return second == Family::unknown ? family_of_level1(indicator.level1) : second;
}

std::string bare_category(std::string_view name) {
  constexpr std::string_view suffix = "指标";
  if (name.ends_with(suffix) && name.size() > suffix.size()) {
    name.remove_suffix(suffix.size());
  }
  return std::string(name);
}

}  // namespace budgetdiff::check_rules
