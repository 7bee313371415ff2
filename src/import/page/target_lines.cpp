#include "import/page/target_lines.hpp"

#include "import/stream/cell_text.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

/// 9月, 31日前
bool begins_day(const std::u32string& text) {
  const std::size_t end = text.find_first_not_of(U"0123456789");
  constexpr std::size_t longest = 2;
  return end != text.npos && end > 0 && end <= longest &&
         (text[end] == U'月' || text[end] == U'日');
}

/// 2025年3月
bool begins_with_year(const std::u32string& text) {
  constexpr std::size_t digits = 4;
  return text.size() > digits && text[digits] == U'年' &&
         std::all_of(text.begin(), text.begin() + digits, is_digit);
}

/// A number with its sign and its unit, or one of a hundred: ≥200万元, 5%. Days are none, they have
/// several of both.
bool is_measure(const std::u32string& text) {
  const bool signs = comparator_signs.find(text.front()) != comparator_signs.npos;
  const bool share = is_digit(text.front()) && (text.back() == U'%' || text.back() == U'％');
  return (signs || share) && text.size() > 1 && std::any_of(text.begin(), text.end(), is_digit) &&
         !is_digit(text.back()) && text.find_first_of(U"年月（(") == text.npos;
}

/// Words that compare with another year (较上年下降) or lead to a number (不低于, 控制在).
bool leads_to_number(const std::u32string& text) {
  constexpr std::size_t shortest = 2;
  return text.size() >= shortest && std::none_of(text.begin(), text.end(), is_digit) &&
         (text.find_first_of(U"较比") != text.npos ||
          std::u32string_view(U"于到达至过在").find(text.back()) != std::u32string_view::npos);
}

/// What goes on with a measure: 以上, 及以上, 内完成.
bool joins_measure(char32_t begin) {
  return std::u32string_view(U"以及或和且内前后中之的").find(begin) != std::u32string_view::npos;
}

/// Words that say how something becomes (较上年下降), and not what goes on with a measure.
bool is_target_in_words(const StreamToken& token) {
  constexpr std::size_t shortest = 2;
  return token.starts_line && token.text.size() >= shortest && is_cjk(token.text.front()) &&
         !joins_measure(token.text.front()) && says_quality(token.text);
}

/// Whether a text is a unit, or the rest of one, that a line's end has parted from the figure
/// above: one letter (=310公 | 顷), 元/株, or 万盆 behind a digit. Marks close units (%, ”), and a
/// single letter that is a word of its own stands below no number.
bool is_rest_of_unit(const std::u32string& above, const std::u32string& text) {
  constexpr std::u32string_view powers = U"百千万亿";
  const char32_t end = above.back();
  if (std::none_of(above.begin(), above.end(), is_digit) || !(is_digit(end) || is_cjk(end)) ||
      std::any_of(text.begin(), text.end(), is_digit) || !is_cjk(text.front())) {
    return false;
  }
  constexpr std::size_t longest = 5;
  const bool ratio = text.size() <= longest && text.find_first_of(U"/／·") != text.npos;
  const bool power = is_digit(end) && text.size() <= 3 && powers.find(text[0]) != powers.npos;
  return text.size() == 1 || ratio || power;
}

}  // namespace

bool begins_in_value(const RowColumn& column, std::size_t first, std::size_t last, bool units) {
  const bool target = holds_targets(column.role);
  if ((!target && column.role != Role::measurement_unit) || first == 0 || first >= last) {
    return false;
  }
  const auto in = [](char32_t c, std::u32string_view set) { return set.find(c) != set.npos; };
  const std::u32string& above = column.tokens[first - 1].text;
  const char32_t begin = column.tokens[first].text.front();
  const char32_t end = above.back();
  const bool number = target && is_digit(begin) && (is_digit(end) || in(end, U".-"));
  const bool led = target && is_digit(begin) && leads_to_number(above);
  const bool day = target && ((is_digit(end) && in(begin, U"年月日")) ||
                              (in(end, U"年月") && begins_day(column.tokens[first].text)) ||
                              (in(end, U"年月日底") && begin == U'前'));
  const bool unit = target && !units && is_rest_of_unit(above, column.tokens[first].text);
  return (number && width_of(above) + 1 >= column.width) || led || day || unit ||
         (above.size() > 1 && in(end, U"/／·"));
}

bool has_number(const RowColumn& column, std::size_t first, std::size_t last) {
  return std::any_of(column.tokens.begin() + static_cast<std::ptrdiff_t>(first),
                     column.tokens.begin() + static_cast<std::ptrdiff_t>(last),
                     [](const StreamToken& token) {
                       return std::any_of(token.text.begin(), token.text.end(), is_digit) &&
                              std::none_of(token.text.begin(), token.text.end(), is_cjk);
                     });
}

bool are_other_words(const std::u32string& measure, const std::u32string& words) {
  constexpr std::size_t longest_rest = 3;  // 工作日
  return is_measure(measure) && words.size() > longest_rest && is_cjk(words.front()) &&
         !joins_measure(words.front()) && std::none_of(words.begin(), words.end(), is_digit);
}

bool holds_two_targets(const RowColumn& column, std::size_t first, std::size_t last) {
  constexpr std::u32string_view before = U"年月日底";
  constexpr std::u32string_view leads = U"-—~至到于在、，；";
  for (std::size_t i = first + 1; holds_targets(column.role) && i < last; ++i) {
    const std::u32string& above = column.tokens[i - 1].text;
    const std::u32string& own = column.tokens[i].text;
    const bool day = above.size() > 1 && above.back() == U'前' &&
                     before.find(above[above.size() - 2]) != before.npos;
    const bool year = begins_with_year(own) && leads.find(above.back()) == leads.npos;
    const bool words = (is_measure(above) && is_target_in_words(column.tokens[i])) ||
                       (column.tokens[i].starts_line && are_other_words(above, own));
    if (day || year || words || comparator_signs.find(own.front()) != comparator_signs.npos) {
      return true;
    }
  }
  return false;
}

}  // namespace budgetdiff::import
