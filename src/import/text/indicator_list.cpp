#include "import/text/indicator_list.hpp"

#include "import/traditional_letters.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_level = 24;

bool is_semicolon(char32_t c) {
  return c == U'；' || c == ';';
}
bool is_colon(char32_t c) {
  return c == U'：' || c == ':';
}
bool is_stop(char32_t c) {
  return c == U'。';
}
bool is_dash(char32_t c) {
  return c == '-' || c == U'－' || c == U'—' || c == U'–';
}

char32_t ascii_digit(char32_t c) {
  return c >= U'０' && c <= U'９' ? c - U'０' + U'0' : c;
}

/// Code and words of a level: `1-产出指标`.
struct Level {
  std::u32string_view code;
  std::u32string_view words;
};

Level split_level(std::u32string_view field) {
  std::size_t digits = 0;
  while (digits < field.size() && is_digit(field[digits])) {
    ++digits;
  }
  if (digits > 0 && digits <= 4 && digits + 1 < field.size() && is_dash(field[digits])) {
    return {field.substr(0, digits), field.substr(digits + 1)};
  }
  return {{}, field};
}

/// End of the field that begins at `at`: a semicolon within reach, no full stop
/// before it.
std::optional<std::size_t> field_end(std::u32string_view text, std::size_t at) {
  const std::size_t limit = std::min(text.size(), at + longest_level + 1);
  for (std::size_t i = at; i < limit; ++i) {
    if (is_semicolon(text[i])) {
      return i > at ? std::optional(i) : std::nullopt;
    }
    if (is_stop(text[i]) || is_colon(text[i])) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

enum class Sureness { none, weak, strong };

/// How much the text at `at` looks like the levels of an item.
Sureness levels_at(std::u32string_view text, std::size_t at) {
  const auto end1 = field_end(text, at);
  if (!end1) {
    return Sureness::none;
  }
  const Level first = split_level(text.substr(at, *end1 - at));
  const bool known1 = is_level1_category(to_utf8(first.words));
  const auto end2 = field_end(text, *end1 + 1);
  if (!end2) {
    return known1 ? Sureness::weak : Sureness::none;
  }
  const Level second = split_level(text.substr(*end1 + 1, *end2 - *end1 - 1));
  if (known1 || (!first.code.empty() && !second.code.empty()) ||
      is_level2_category(to_utf8(second.words))) {
    return Sureness::strong;
  }
  return Sureness::weak;
}

/// The number that ends before `mark`: where it begins, and its value.
struct Number {
  std::size_t begin;
  int value;
};

std::optional<Number> number_before(std::u32string_view text, std::size_t mark,
                                    std::size_t digits) {
  int value = 0;
  int scale = 1;
  std::size_t begin = mark;
  for (std::size_t i = 0; i < digits; ++i) {
    if (begin == 0 || !is_digit(text[begin - 1])) {
      return std::nullopt;
    }
    --begin;
    value += static_cast<int>(ascii_digit(text[begin]) - '0') * scale;
    scale *= 10;
  }
  return Number{begin, value};
}

constexpr auto period_words = std::to_array<std::u32string_view>(
    {U"实施周期指标值", U"实施期指标值", U"周期指标值", U"中期指标值", U"总体指标值"});
constexpr auto annual_words = std::to_array<std::u32string_view>(
    {U"年度指标值", U"当年指标值", U"本年度指标值", U"年度目标值"});

std::u32string_view trim_end(std::u32string_view text) {
  while (!text.empty() && is_semicolon(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

std::u32string_view without_stop(std::u32string_view text) {
  return !text.empty() && is_stop(text.back()) ? text.substr(0, text.size() - 1) : text;
}

/// The last value of an item runs to the item's end, whose full stop is not
/// part of it, unless the other target shows that it is.
std::u32string_view last_value(std::u32string_view value, std::u32string_view period,
                               std::u32string_view& left_over) {
  left_over = {};
  value = trim_end(value);
  if (!period.empty()) {
    // What the period's target says again is the value, and what follows its
    // full stop is something else.
    const std::u32string_view bare = without_stop(period);
    if (!bare.empty() && value.starts_with(bare) && value.size() > bare.size() &&
        is_stop(value[bare.size()])) {
      const std::size_t end = bare.size() + 1;
      std::u32string_view rest = value.substr(end);
      while (!rest.empty() && is_stop(rest.front())) {
        rest.remove_prefix(1);
      }
      left_over = rest;
      return is_stop(period.back()) ? value.substr(0, end) : value.substr(0, bare.size());
    }
  }
  return without_stop(value);
}

}  // namespace

namespace {

/// Whether an item that is sure begins between: a numbered goal before a list
/// has the list's first keyword behind it, but not as its own.
bool sure_head_between(std::u32string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t mark = begin + 1; mark < end; ++mark) {
    const bool is_mark = text[mark] == U'、' || text[mark] == '.' || text[mark] == U'．';
    if (is_mark && is_digit(text[mark - 1]) && levels_at(text, mark + 1) == Sureness::strong) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<ItemHead> find_item_heads(std::u32string_view text) {
  std::vector<ItemHead> heads;
  int expected = 1;
  for (std::size_t mark = 1; mark < text.size(); ++mark) {
    const bool is_mark = text[mark] == U'、' || text[mark] == '.' || text[mark] == U'．';
    if (!is_mark || !is_digit(text[mark - 1])) {
      continue;
    }
    const Sureness sureness = levels_at(text, mark + 1);
    if (sureness == Sureness::none) {
      continue;
    }
    // Digits before the number may end a value whose full stop is lost: prefer
    // the expected number, else all digits.
    std::optional<Number> number;
    for (std::size_t digits = 1; digits <= 3; ++digits) {
      const auto candidate = number_before(text, mark, digits);
      if (!candidate) {
        break;
      }
      number = candidate;
      const bool clean = candidate->begin == 0 || !is_digit(text[candidate->begin - 1]);
      if (candidate->value == expected && (clean || text[candidate->begin] != '0')) {
        break;
      }
    }
    if (!number) {
      continue;
    }
    if (sureness == Sureness::weak) {
      // Nothing but the shape speaks for it: the number must be the expected
      // one, the item before it complete, and a keyword must follow.
      const bool after_stop = number->begin == 0 || is_stop(text[number->begin - 1]);
      const bool fits = number->value == expected || number->value == 1;
      const std::size_t limit = std::min(text.size(), mark + 200);
      const std::vector<Keyword> keywords = find_keywords(text, mark, limit);
      if (!fits || !after_stop || keywords.empty() ||
          sure_head_between(text, mark + 1, keywords.front().begin) ||
          (!heads.empty() &&
           find_keywords(text, std::max(heads.back().text, mark > 2000 ? mark - 2000 : 0), mark)
               .empty())) {
        continue;
      }
    }
    heads.push_back({number->begin, mark + 1, number->value});
    expected = number->value + 1;
  }
  return heads;
}

std::vector<Keyword> find_keywords(std::u32string_view text, std::size_t begin, std::size_t end) {
  std::vector<Keyword> out;
  // All keywords end in 值 and a colon; look for that and then back.
  for (std::size_t colon = begin + 1; colon < end; ++colon) {
    if (!is_colon(text[colon]) || text[colon - 1] != U'值') {
      continue;
    }
    constexpr std::size_t longest_keyword = 8;
    const std::size_t from = colon - std::min(colon - begin, longest_keyword);
    const std::u32string before = simplified(text.substr(from, colon - from));
    const auto ends_with_one = [&](const auto& words) -> std::size_t {
      std::size_t longest = 0;
      for (const std::u32string_view word : words) {
        if (before.ends_with(word)) {
          longest = std::max(longest, word.size());
        }
      }
      return longest;
    };
    if (const std::size_t length = ends_with_one(annual_words); length > 0) {
      out.push_back({true, colon - length, colon + 1});
    } else if (const std::size_t size = ends_with_one(period_words); size > 0) {
      out.push_back({false, colon - size, colon + 1});
    }
  }
  return out;
}

ReadItem read_item(std::u32string_view text, std::size_t begin, std::size_t end) {
  ReadItem item;
  Indicator& indicator = item.indicator;
  std::vector<Keyword> keywords = find_keywords(text, begin, end);
  // A name may speak of 年度指标值: the targets are the last of each kind, and
  // stand after a semicolon where any of them does.
  const auto after_semicolon = [&](const Keyword& k) {
    return k.begin > begin && is_semicolon(text[k.begin - 1]);
  };
  // People end the name with a full stop, too: 人数。实施周期指标值：≥3人；年度指标值：≥3人。
  const auto after_stop = [&](const Keyword& k) {
    const bool other = std::any_of(keywords.begin(), keywords.end(), [&](const Keyword& one) {
      return one.annual == k.annual && after_semicolon(one);
    });
    return !other && k.begin > begin && text[k.begin - 1] == U'。';
  };
  if (std::any_of(keywords.begin(), keywords.end(), after_semicolon)) {
    std::vector<Keyword> marked;
    std::copy_if(keywords.begin(), keywords.end(), std::back_inserter(marked),
                 [&](const Keyword& k) { return after_semicolon(k) || after_stop(k); });
    keywords = std::move(marked);
  }
  std::optional<Keyword> period;
  std::optional<Keyword> annual;
  for (const Keyword& keyword : keywords) {
    std::optional<Keyword>& slot = keyword.annual ? annual : period;
    if (!slot) {
      slot = keyword;
    }
  }
  item.has_period = period.has_value();
  item.has_annual = annual.has_value();

  std::size_t head_end = end;
  if (period) {
    head_end = std::min(head_end, period->begin);
  }
  if (annual) {
    head_end = std::min(head_end, annual->begin);
  }
  std::u32string_view period_text;
  std::u32string_view annual_text;
  std::u32string_view left_over;
  if (period && annual && annual->begin < period->begin) {
    annual_text = trim_end(text.substr(annual->value, period->begin - annual->value));
    period_text =
        last_value(text.substr(period->value, end - period->value), annual_text, left_over);
  } else if (period && annual) {
    period_text = trim_end(text.substr(period->value, annual->begin - period->value));
    annual_text =
        last_value(text.substr(annual->value, end - annual->value), period_text, left_over);
  } else if (period) {
    period_text = last_value(text.substr(period->value, end - period->value), {}, left_over);
  } else if (annual) {
    annual_text = last_value(text.substr(annual->value, end - annual->value), {}, left_over);
  }
  indicator.period_target = published(period_text);
  indicator.annual_target = published(annual_text);
  if (!left_over.empty()) {
    item.left_over = left_over;
    item.left_over_at = static_cast<std::size_t>(left_over.data() - text.data());
  }

  // level1；level2；name: the name keeps every further semicolon.
  std::u32string_view head = trim_end(text.substr(begin, head_end - begin));
  if (keywords.empty() || after_stop(keywords.front())) {
    head = without_stop(head);
  }
  std::vector<std::u32string_view> fields;
  while (fields.size() < 2) {
    const auto mark = std::find_if(head.begin(), head.end(), is_semicolon);
    if (mark == head.end()) {
      break;
    }
    const auto size = static_cast<std::size_t>(mark - head.begin());
    fields.push_back(head.substr(0, size));
    head.remove_prefix(size + 1);
  }
  if (fields.empty()) {
    indicator.name = published(head);
    return item;
  }
  const Level level1 = split_level(fields[0]);
  indicator.level1_code = published(level1.code);
  indicator.level1 = published(level1.words);
  if (fields.size() == 2) {
    const Level level2 = split_level(fields[1]);
    indicator.level2_code = published(level2.code);
    indicator.level2 = published(level2.words);
    indicator.name = published(head);
  } else {
    const Level level2 = split_level(head);
    if (!level2.code.empty() || is_level2_category(to_utf8(level2.words))) {
      indicator.level2_code = published(level2.code);
      indicator.level2 = published(level2.words);
    } else {
      indicator.name = published(head);
    }
  }
  return item;
}

}  // namespace budgetdiff::import
