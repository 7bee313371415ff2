#include "import/text/category_as_name.hpp"

#include "import/text/flow.hpp"
#include "import/text/free_item.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <string>

namespace budgetdiff::import {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

/// A figure and its unit, or a day: no words that could be a name's.
bool is_quantity(std::u32string_view text) {
  constexpr std::size_t longest_unit = 7;
  constexpr std::size_t longest_between = 3;  // 2024年12月底
  if (text.empty() || !is_digit(text.front())) {
    return false;
  }
  std::size_t words = 0;
  for (const char32_t c : text) {
    if (is_digit(c) && words > longest_between) {
      return false;
    }
    words = is_digit(c) ? 0 : words + 1;
  }
  return words <= longest_unit && text.find_first_of(comparator_signs) == text.npos;
}

}  // namespace

bool is_target_alone(std::u32string_view text) {
  const std::size_t begin = text.find_first_not_of(U"（(【[〔：: ");
  if (begin == text.npos) {
    return false;
  }
  text.remove_prefix(begin);
  if (const std::size_t word = target_word_at_front(text); word > 0) {
    return true;
  }
  if (is_one_of(text.front(), comparator_signs)) {
    // 产出＞数量＞人数≥5人 has marks that look like comparators.
    return !is_one_of(text.front(), U"＞>＝=") || text.find(text.front(), 1) == text.npos;
  }
  const std::size_t compared = comparing_word_at_front(text);
  return is_quantity(text) || (compared > 0 && compared < text.size() && is_digit(text[compared]));
}

bool is_same_category(std::string_view a, std::string_view b) {
  const auto stem = [](std::string_view word) {
    constexpr std::string_view kind = "指标";
    std::string out = header_spelling(word);
    if (out.ends_with(kind)) {
      out.resize(out.size() - kind.size());
    }
    return out;
  };
  return !a.empty() && stem(a) == stem(b);
}

bool may_head(std::string_view level1, std::string_view level2, std::string_view name) {
  const auto has = [&](std::string_view word) { return level2.find(word) != level2.npos; };
  const bool of_output = has("数量") || has("质量") || has("时效");
  return may_belong_under(of_output ? "产出指标" : level2, name) &&
         (level1.empty() || may_belong_under(level1, name));
}

}  // namespace budgetdiff::import
