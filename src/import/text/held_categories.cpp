#include "import/text/held_categories.hpp"

#include "import/text/category_as_name.hpp"
#include "import/vocabulary.hpp"

namespace budgetdiff::import {

void HeldCategories::begin_part() {
  first_in_part_ = false;
  second_in_part_ = false;
}

void HeldCategories::end_heading() {
  first_heads_ = first_heads_ || first_in_part_;
  second_heads_ = second_heads_ || second_in_part_;
}

void HeldCategories::take(const std::string& name) {
  if (is_level1_category(name) && !(is_level2_category(name) && first_in_part_)) {
    level1_ = name;
    level2_.clear();
    first_in_part_ = true;
    first_heads_ = false;
  } else {
    level2_ = name;
    second_in_part_ = true;
    if (!level1_.empty() && !may_belong_under(level1_, level2_)) {
      level1_.clear();
    }
  }
  second_heads_ = false;
}

bool HeldCategories::is_of(const std::string& name) const {
  return !level2_.empty() && (second_in_part_ || is_same_category(level2_, name) ||
                              (second_heads_ && may_head(level1_, level2_, name)));
}

void HeldCategories::take_for(const std::string& name) {
  if (is_of(name)) {
    return;
  }
  const bool first = first_in_part_ || first_heads_;
  if (first && is_level2_category(name) && may_belong_under(level1_, name)) {
    level2_ = is_same_category(level1_, name) ? std::string() : name;
    second_heads_ = false;
    return;
  }
  take(name);
}

}  // namespace budgetdiff::import
