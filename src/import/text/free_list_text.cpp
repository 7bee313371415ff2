#include "import/text/free_list_text.hpp"

#include "import/text/broken_names.hpp"
#include "import/text/category_as_name.hpp"
#include "import/text/free_item.hpp"
#include "import/text/placeholders.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff::import {
namespace {

constexpr std::u32string_view openings = U"（(【[〔";
constexpr std::u32string_view closings = U"）)】]〕";
/// What begins with one of these goes on with what stands before.
constexpr std::u32string_view goes_on = U"其且并每均各和及或但";

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

/// Whether a text goes on with what stands before: 且…, 及…, but 及时 is a word of its own.
bool begins_as_rest(std::u32string_view text) {
  return is_one_of(text.front(), goes_on) && !text.starts_with(U"及时");
}

/// 培训2期, 及时率100%: a name, a number and its unit, and nothing else.
bool says_figure(std::u32string_view text) {
  constexpr std::size_t shortest_name = 2;
  constexpr std::size_t longest_unit = 4;
  constexpr std::u32string_view digits = U"0123456789";
  const std::size_t number = std::min(text.find_first_of(digits), text.size());
  const std::size_t unit = std::min(text.find_first_not_of(U"0123456789.,", number), text.size());
  const auto is_word = [](std::u32string_view part) {
    return std::all_of(part.begin(), part.end(), is_cjk);
  };
  const std::u32string_view behind = text.substr(unit);
  return number >= shortest_name && is_word(text.substr(0, number)) && unit > number &&
         !behind.empty() && behind.size() <= longest_unit &&
         (behind == U"%" || behind == U"％" || is_word(behind));
}

}  // namespace

char32_t FreeListText::at(std::size_t i) const {
  return i < text_.size() ? text_[i] : U'\0';
}

std::vector<FreeListText::Part> FreeListText::parts() const {
  std::vector<Part> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text_.size(); ++i) {
    if (goes_on_with_label(begin, i)) {
      continue;
    }
    const bool stop = i == text_.size() || is_one_of(text_[i], U"；;。");
    const bool line =
        i > begin && i < text_.size() &&
        (numbers_inside(i) ||
         (list_.starts_line(i) &&
          (begins_line(begin, i) || names_another(begin, i) == Another::surely)) ||
         begins_field(begin, i) || goes_on_behind_comma(begin, i) || heads_next(begin, i));
    if (stop || line) {
      if (i > begin) {
        out.push_back({begin, i});
      }
      begin = stop ? i + 1 : i;
    }
  }
  return out;
}

bool FreeListText::goes_on_with_label(std::size_t begin, std::size_t i) const {
  const bool stop = i < text_.size() && is_one_of(text_[i], U"；;。");
  if (i <= begin || i >= text_.size() || !(stop || list_.starts_line(i))) {
    return false;
  }
  const std::size_t from = skip(begin, i, U" 　；;。");
  const std::size_t next = stop ? skip(i + 1, text_.size(), U" 　") : i;
  return begins_with_label(text_.substr(from, i - from)) &&
         has_further_label(with_line_marks(from, i), text_.substr(next));
}

std::u32string FreeListText::with_line_marks(std::size_t begin, std::size_t end) const {
  std::u32string out;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin && list_.starts_line(i) && begins_with_label(text_.substr(i))) {
      out += U'；';
    }
    out += text_[i];
  }
  return out;
}

FreeListText::Another FreeListText::names_another(std::size_t begin, std::size_t i) const {
  const std::size_t rest = behind_categories(begin, i);
  // 10秒内接听率：≥95%, where somebody ended the line before.
  const bool figure_led = is_digit(at(i)) && is_typed(i);
  if (rest >= i || !(is_cjk(at(i)) || figure_led) || begins_as_rest(text_.substr(i)) ||
      is_one_of(text_[i - 1], U"，,、：:（(【[和与及或至到-－—～~")) {
    return Another::no;
  }
  std::size_t end = i + 1;
  while (end < text_.size() && !list_.starts_line(end) && !is_one_of(text_[end], U"；;。")) {
    ++end;
  }
  const std::u32string_view before = text_.substr(rest, i - rest);
  const TargetMark above = target_mark(before);
  TargetMark own = target_mark(text_.substr(i, end - i));
  if (own == TargetMark::none && !typed_.empty()) {
    // What was typed in a line goes on over the ends that print gave it, to the next typed one, or
    // to a category that begins a line: the first of a page is not known to be typed.
    const auto heads = [&](std::size_t line) {
      return list_.starts_line(line) && category_end(line, text_.size()) > line;
    };
    while (end < text_.size() && !is_typed(end) && !heads(end) &&
           !is_one_of(text_[end], U"；;。")) {
      ++end;
    }
    own = target_mark(text_.substr(i, end - i));
  }
  if (figure_led && own == TargetMark::none) {
    return Another::no;  // 2025年, 12月31日前
  }
  if (own == TargetMark::none && ends_ == LineEnds::printed) {
    const BrokenName name = breaks_name(list_, before, i);
    if (name != BrokenName::no) {
      return name == BrokenName::surely ? Another::surely : Another::perhaps;
    }
  }
  // Where each line is an indicator, one may say its number without a comparator.
  const bool ends = end == text_.size() || is_typed(end) || is_one_of(text_[end], U"；;。");
  if (own == TargetMark::none && is_typed(i) && ends && says_figure(text_.substr(i, end - i)) &&
      (above == TargetMark::comparator || says_figure(before))) {
    return Another::surely;
  }
  if (own == TargetMark::comparator && is_typed(i) && says_figure(before)) {
    return Another::surely;
  }
  if (above == TargetMark::none || own == TargetMark::none) {
    return Another::no;
  }
  const bool figure = before.find_first_of(U"0123456789") != before.npos;
  return is_typed(i) || own == TargetMark::colon || figure ? Another::surely : Another::perhaps;
}

std::size_t FreeListText::behind_categories(std::size_t from, std::size_t limit) const {
  from = skip(from, limit, U" 　");
  for (bool again = true; again;) {
    again = false;
    if (const std::size_t behind = behind_number(from); behind > from && behind <= limit) {
      from = skip(behind, limit, between);
      again = true;
    }
    if (const std::size_t end = category_end(from, limit); end > from) {
      from = skip_marks(from, end, limit);
      again = true;
    }
  }
  return from;
}

bool FreeListText::begins_field(std::size_t begin, std::size_t i) const {
  if (i == 0 || !is_one_of(text_[i - 1], U"|｜") || category_end(i, text_.size()) == i) {
    return false;
  }
  return behind_categories(begin, i) + 1 < i;
}

bool FreeListText::heads_next(std::size_t begin, std::size_t i) const {
  return is_one_of(text_[i], U"【[〔") && category_end(i, text_.size()) > i &&
         behind_categories(begin, i) < i;
}

bool FreeListText::goes_on_behind_comma(std::size_t begin, std::size_t i) const {
  if (i == 0 || !is_one_of(text_[i - 1], U"，,") || !is_cjk(at(i))) {
    return false;
  }
  const auto compares = [&](std::u32string_view part) {
    return part.find_first_of(comparator_signs, 1);
  };
  const std::u32string_view before = text_.substr(begin, i - 1 - begin);
  const std::u32string_view behind = text_.substr(i, text_.find_first_of(U"，,；;。", i) - i);
  constexpr std::size_t shortest_name = 4;
  const std::size_t mark = compares(behind);
  const bool named = mark != behind.npos && mark >= shortest_name && !begins_as_rest(behind);
  return named && compares(before) != before.npos;
}

std::size_t FreeListText::behind_number(std::size_t from) const {
  std::size_t i = from;
  if (const std::size_t behind = behind_placeholder(text_.substr(std::min(i, text_.size())));
      behind > 0) {
    return i + behind;
  }
  if ((at(i) >= U'①' && at(i) <= U'⑳') || is_one_of(at(i), U"◆◇●■▲▪★")) {
    return i + 1;
  }
  if (const std::size_t behind = behind_chapter(i); behind > i) {
    return behind;
  }
  const bool bracket = is_one_of(at(i), U"（(");
  i += bracket ? 1U : 0U;
  const std::size_t number = i;
  while (i < number + 3 && (is_digit(at(i)) || is_one_of(at(i), U"一二三四五六七八九十"))) {
    ++i;
  }
  if (i == number) {
    return from;
  }
  const bool marked = bracket ? is_one_of(at(i), U"）)") : is_one_of(at(i), U".．、)）-");
  // 98.5% is a number, and no numbering.
  const bool decimal = !bracket && is_one_of(at(i), U".．") && is_digit(at(i + 1)) &&
                       is_digit(at(i - 1)) && !is_digit(at(i + 2));
  return marked && !decimal ? i + 1 : from;
}

std::size_t FreeListText::behind_chapter(std::size_t from) const {
  std::size_t i = from;
  std::size_t points = 0;
  while (is_digit(at(i)) || (is_one_of(at(i), U".．") && i > from && is_digit(at(i - 1)))) {
    points += is_digit(at(i)) ? 0U : 1U;
    ++i;
  }
  const std::size_t category = skip(i, text_.size(), U" 　、");
  const bool numbers = points > 0 && category_end(category, text_.size()) > category;
  return numbers ? category : from;
}

bool FreeListText::numbers_inside(std::size_t i) const {
  const std::size_t behind = behind_number(i);
  if (at(i) == U'指') {
    // …≥35人指标2：, but not 三级指标1：
    return behind > i && (i == 0 || !is_cjk(at(i - 1)) || ends_figure(i));
  }
  // 小（一）型 is a word: a bracket amid words begins an item behind a quantity or before a
  // category.
  const bool amid_words = is_one_of(at(i), U"（(") && i > 0 && is_cjk(at(i - 1)) &&
                          !ends_figure(i) && category_end(behind, text_.size()) == behind;
  const bool clean =
      !amid_words && (i == 0 || !(is_digit(at(i - 1)) || is_one_of(at(i - 1), U".．-第（(")));
  return behind > i && clean && at(behind - 1) != '-' && !is_digit(at(behind)) &&
         is_cjk(at(behind));
}

bool FreeListText::ends_figure(std::size_t i) const {
  constexpr std::size_t longest_unit = 3;
  std::size_t unit = 0;
  while (unit < longest_unit && i > unit && is_cjk(at(i - 1 - unit))) {
    ++unit;
  }
  return unit > 0 && i > unit && is_digit(at(i - 1 - unit));
}

std::size_t FreeListText::category_end(std::size_t from, std::size_t limit) const {
  constexpr std::size_t longest = 14;
  const bool bracket = is_one_of(at(from), openings);
  const std::size_t begin = from + (bracket ? 1U : 0U);
  for (std::size_t end = std::min(limit, begin + longest); end > begin + 1; --end) {
    const bool bounded = end == limit || is_one_of(text_[end], between) ||
                         is_one_of(text_[end], openings) || is_one_of(text_[end], closings) ||
                         list_.starts_line(end) || ends_with_kind(begin, end) ||
                         is_one_of(text_[end], U"＞>");
    if (!bounded || is_one_of(text_[end - 1], between)) {
      continue;
    }
    if (!is_whole_word(begin, end)) {
      continue;
    }
    const std::string word = published(text_.substr(begin, end - begin));
    if (is_level1_category(word) || is_level2_category(word) || asks_whom(begin, word)) {
      return bracket && is_one_of(at(end), closings) ? end + 1 : end;
    }
  }
  return from;
}

bool FreeListText::asks_whom(std::size_t begin, const std::string& word) const {
  if (word != "服务对象") {
    return false;
  }
  std::u32string_view before = text_.substr(0, begin);
  while (!before.empty() &&
         (is_one_of(before.back(), between) || is_one_of(before.back(), closings) ||
          is_one_of(before.back(), U"＞>"))) {
    before.remove_suffix(1);
  }
  return before.ends_with(U"满意度") || before.ends_with(U"满意度指标");
}

bool FreeListText::is_whole_word(std::size_t begin, std::size_t end) const {
  std::size_t open = begin;
  int depth = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (is_one_of(text_[i], openings)) {
      ++depth;
      open = i + 1;
    } else if (is_one_of(text_[i], closings)) {
      const std::string inside = published(text_.substr(open, i - open));
      // 服务对象满意度（≥85%） is an indicator and its target.
      const bool compares = !inside.empty() && comparator_signs.find(text_[open]) != text_.npos;
      if (--depth < 0 || compares || is_level1_category(inside) || is_level2_category(inside)) {
        return false;
      }
    }
  }
  return depth == 0;
}

std::size_t FreeListText::skip_marks(std::size_t begin, std::size_t end, std::size_t limit) const {
  // 数量指标1：, the first of them.
  std::size_t number = end;
  while (number < limit && is_digit(at(number))) {
    ++number;
  }
  const bool numbered =
      number > end && number < limit && is_one_of(at(number), U"：:") && ends_with_kind(begin, end);
  const std::size_t from = skip(numbered ? number : end, limit, between);
  const bool arrow = from < limit && is_one_of(text_[from], U"＞>") && !is_digit(at(from + 1)) &&
                     ends_with_kind(begin, end);
  return arrow ? skip(from + 1, limit, between) : from;
}

bool FreeListText::ends_with_kind(std::size_t begin, std::size_t end) const {
  return text_.substr(begin, end - begin).ends_with(U"指标");
}

std::size_t FreeListText::skip(std::size_t from, std::size_t end, std::u32string_view set) const {
  while (from < end && is_one_of(text_[from], set)) {
    ++from;
  }
  return from;
}

std::u32string_view FreeListText::word_at(std::size_t begin, std::size_t end) const {
  std::u32string_view word = text_.substr(begin, end - begin);
  while (!word.empty() && is_one_of(word.front(), openings)) {
    word.remove_prefix(1);
  }
  // 产出指标（50分） closes a bracket of its own.
  while (!word.empty() && is_one_of(word.back(), closings) &&
         word.find_first_of(openings) == word.npos) {
    word.remove_suffix(1);
  }
  return word;
}

}  // namespace budgetdiff::import
