#include "import/text/category_as_name.hpp"
#include "import/text/free_item.hpp"
#include "import/text/free_list_text.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff::import {
namespace {

/// Letters of 指标.
constexpr std::size_t kind = 2;

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

/// Marks are none: ： and 】 stand before categories.
bool is_ideograph(char32_t c) {
  return c >= 0x3400 && c <= 0x9FFF;
}

}  // namespace

bool FreeListText::begins_line(std::size_t begin, std::size_t i) const {
  if (text_[i] == U'…' || behind_number(i) > i || begins_with_label(text_.substr(i))) {
    return true;
  }
  const std::size_t end = category_end(i, text_.size());
  if (end == i) {
    return false;
  }
  const std::size_t rest = behind_categories(begin, i);
  if (rest >= i) {
    return true;
  }
  const std::u32string_view before = text_.substr(rest, i - rest);
  const std::string joined =
      published(std::u32string(before) + std::u32string(text_.substr(i, end - i)));
  const bool is_word = is_level1_category(joined) || is_level2_category(joined);
  const bool has_target = before.find_first_of(comparator_signs) != before.npos ||
                          before.find_first_of(U"：:0123456789") != before.npos;
  // A mark parts a name from its target, too: 人均培训 | 成本，≤300元, where print ended the line.
  const bool wrapped = !is_typed(i) && !text_.substr(i, end - i).ends_with(U"指标");
  const std::size_t next = skip(end, text_.size(), wrapped ? U"：:（(，,—－-" : U"：:（(");
  const bool ends_name = (is_one_of(at(next), comparator_signs) || is_digit(at(next))) &&
                         !heads_other(begin, rest, i, end);
  if (!has_target && wrapped && calls_categories_otherwise(i, end)) {
    return false;
  }
  return !is_word && (has_target || !ends_name);
}

bool FreeListText::heads_other(std::size_t begin, std::size_t rest, std::size_t i,
                               std::size_t end) const {
  if (!is_typed(i) || !is_one_of(at(end), U"：:") || !is_one_of(at(rest - 1), U"：:")) {
    return false;
  }
  std::string above;  // the last category before the text
  for (std::size_t from = begin; from < rest; ++from) {
    if (const std::size_t behind = category_end(from, rest); behind > from) {
      above = published(word_at(from, behind));
      from = behind - 1;
    }
  }
  const std::string own = published(word_at(i, end));
  return !is_same_category(above, own) && above.find(own) == above.npos;
}

bool FreeListText::is_typed(std::size_t i) const {
  return list_.starts_line(i) &&
         (ends_ == LineEnds::typed ||
          std::find(typed_.begin(), typed_.end(), list_.origin[i]) != typed_.end());
}

bool FreeListText::calls_categories_otherwise(std::size_t begin, std::size_t end) const {
  const std::u32string_view word = word_at(begin, end);
  const bool satisfaction = word.find(U"满意") != word.npos;
  if (word.size() < end - begin) {
    return false;  // （质量） stands in brackets as no name's end does
  }
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const bool starts = i == 0 || list_.starts_line(i) || !is_ideograph(text_[i - 1]) ||
                        ends_with_kind(i < kind ? 0 : i - kind, i);
    const std::size_t behind = starts ? category_end(i, text_.size()) : i;
    if (behind == i) {
      continue;
    }
    const std::u32string_view other = word_at(i, behind);
    if (other.ends_with(U"指标") && is_level2_category(published(other)) &&
        (!satisfaction || other.find(U"满意") != other.npos)) {
      return true;
    }
    i = behind - 1;
  }
  return false;
}

}  // namespace budgetdiff::import
