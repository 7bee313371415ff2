/// Reads targets: the grammar of docs/targets.md.

#include "model/target_date.hpp"
#include "model/target_number.hpp"
#include "model/target_spelling.hpp"

#include <budgetdiff/model/target.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace budgetdiff {
namespace {

using namespace std::string_view_literals;

struct ComparatorWord {
  std::u32string_view text;
  Comparator comparator;
};

/// What may stand before the number; longest first among words that begin alike.
constexpr std::array prefixes{
    ComparatorWord{U">=", Comparator::at_least},
    ComparatorWord{U"=>", Comparator::at_least},
    ComparatorWord{U"<=", Comparator::at_most},
    ComparatorWord{U"=<", Comparator::at_most},
    ComparatorWord{U"≥", Comparator::at_least},
    ComparatorWord{U"≧", Comparator::at_least},
    ComparatorWord{U"⩾", Comparator::at_least},
    ComparatorWord{U"≤", Comparator::at_most},
    ComparatorWord{U"≦", Comparator::at_most},
    ComparatorWord{U"⩽", Comparator::at_most},
    ComparatorWord{U"≈", Comparator::about},
    ComparatorWord{U">", Comparator::more_than},
    ComparatorWord{U"<", Comparator::less_than},
    ComparatorWord{U"=", Comparator::equal},
    ComparatorWord{U"大于或者等于", Comparator::at_least},
    ComparatorWord{U"大于或等于", Comparator::at_least},
    ComparatorWord{U"大于等于", Comparator::at_least},
    ComparatorWord{U"小于或者等于", Comparator::at_most},
    ComparatorWord{U"小于或等于", Comparator::at_most},
    ComparatorWord{U"小于等于", Comparator::at_most},
    ComparatorWord{U"高于或者等于", Comparator::at_least},
    ComparatorWord{U"高于或等于", Comparator::at_least},
    ComparatorWord{U"多于或等于", Comparator::at_least},
    ComparatorWord{U"低于或者等于", Comparator::at_most},
    ComparatorWord{U"低于或等于", Comparator::at_most},
    ComparatorWord{U"少于或等于", Comparator::at_most},
    ComparatorWord{U"不得低于", Comparator::at_least},
    ComparatorWord{U"不得小于", Comparator::at_least},
    ComparatorWord{U"不得少于", Comparator::at_least},
    ComparatorWord{U"不得超过", Comparator::at_most},
    ComparatorWord{U"不得高于", Comparator::at_most},
    ComparatorWord{U"不得大于", Comparator::at_most},
    ComparatorWord{U"不得多于", Comparator::at_most},
    ComparatorWord{U"不得突破", Comparator::at_most},
    ComparatorWord{U"不突破", Comparator::at_most},
    ComparatorWord{U"不低于", Comparator::at_least},
    ComparatorWord{U"不少于", Comparator::at_least},
    ComparatorWord{U"不小于", Comparator::at_least},
    ComparatorWord{U"不下于", Comparator::at_least},
    ComparatorWord{U"不高于", Comparator::at_most},
    ComparatorWord{U"不超过", Comparator::at_most},
    ComparatorWord{U"不多于", Comparator::at_most},
    ComparatorWord{U"不大于", Comparator::at_most},
    ComparatorWord{U"控制在", Comparator::at_most},
    ComparatorWord{U"大于", Comparator::more_than},
    ComparatorWord{U"高于", Comparator::more_than},
    ComparatorWord{U"超过", Comparator::more_than},
    ComparatorWord{U"多于", Comparator::more_than},
    ComparatorWord{U"小于", Comparator::less_than},
    ComparatorWord{U"低于", Comparator::less_than},
    ComparatorWord{U"少于", Comparator::less_than},
    ComparatorWord{U"不足", Comparator::less_than},
    ComparatorWord{U"等于", Comparator::equal},
    ComparatorWord{U"至少", Comparator::at_least},
    ComparatorWord{U"最少", Comparator::at_least},
    ComparatorWord{U"至多", Comparator::at_most},
    ComparatorWord{U"最多", Comparator::at_most},
    ComparatorWord{U"达到", Comparator::at_least},
    ComparatorWord{U"大约", Comparator::about},
    ComparatorWord{U"达", Comparator::at_least},
    ComparatorWord{U"约", Comparator::about},
};

/// What may stand after the unit.
constexpr std::array suffixes{
    ComparatorWord{U"及以上", Comparator::at_least},
    ComparatorWord{U"或以上", Comparator::at_least},
    ComparatorWord{U"及以下", Comparator::at_most},
    ComparatorWord{U"或以下", Comparator::at_most},
    ComparatorWord{U"以上", Comparator::at_least},
    ComparatorWord{U"以下", Comparator::at_most},
    ComparatorWord{U"以内", Comparator::at_most},
    ComparatorWord{U"之内", Comparator::at_most},
    ComparatorWord{U"左右", Comparator::about},
    ComparatorWord{U"上下", Comparator::about},
    ComparatorWord{U"内", Comparator::at_most},
};

/// Words that say which way a number goes, as label or as the whole target.
constexpr std::array rising{U"提升"sv, U"提高"sv, U"增加"sv, U"增长"sv, U"增强"sv, U"上升"sv,
                            U"改善"sv, U"加强"sv, U"扩大"sv, U"优化"sv, U"完善"sv, U"促进"sv};
constexpr std::array falling{U"降低"sv, U"减少"sv, U"下降"sv, U"缩短"sv, U"减轻"sv,
                             U"压减"sv, U"减小"sv, U"缩小"sv, U"压缩"sv, U"遏制"sv};

/// Units that make a Chinese numeral before them a number (三次 is one, 一般 is not).
constexpr std::array counted_units{
    U"次"sv,   U"个"sv, U"人"sv,   U"人次"sv,   U"场"sv,       U"场次"sv, U"项"sv, U"份"sv,
    U"期"sv,   U"批"sv, U"批次"sv, U"天"sv,     U"日"sv,       U"个月"sv, U"年"sv, U"小时"sv,
    U"分钟"sv, U"元"sv, U"户"sv,   U"家"sv,     U"套"sv,       U"台"sv,   U"辆"sv, U"件"sv,
    U"篇"sv,   U"条"sv, U"处"sv,   U"所"sv,     U"座"sv,       U"名"sv,   U"位"sv, U"组"sv,
    U"支"sv,   U"轮"sv, U"周"sv,   U"工作日"sv, U"个工作日"sv, U"公里"sv, U"亩"sv, U"平方米"sv,
    U"吨"sv,   U"本"sv, U"册"sv,   U"张"sv,     U"村"sv,       U"季度"sv, U"遍"sv, U"班"sv,
    U"类"sv,   U"种"sv, U"起"sv,   U"宗"sv,     U"趟"sv,       U"例"sv};

Comparator take_prefix(std::u32string_view& text) {
  for (const ComparatorWord& word : prefixes) {
    if (consume(text, word.text)) {
      return word.comparator;
    }
  }
  return Comparator::none;
}

Comparator take_suffix(std::u32string_view& unit) {
  for (const ComparatorWord& word : suffixes) {
    if (unit.size() >= word.text.size() &&
        unit.substr(unit.size() - word.text.size()) == word.text) {
      unit.remove_suffix(word.text.size());
      return word.comparator;
    }
  }
  return Comparator::none;
}

bool take_range_mark(std::u32string_view& text) {
  for (const std::u32string_view mark : {U"-"sv, U"~"sv, U"—"sv, U"–"sv, U"至"sv, U"到"sv}) {
    if (consume(text, mark)) {
      return true;
    }
  }
  return false;
}

/// A unit is short and has no digits or sentence marks; anything else makes
/// the whole target prose (100%当天启动处理程序).
bool is_unit(std::u32string_view unit) {
  constexpr std::size_t longest = 8;
  return unit.size() <= longest && std::none_of(unit.begin(), unit.end(), [](char32_t c) {
           return is_digit(c) || std::u32string_view(U",，。;；:：、!！?？\n").find(c) !=
                                     std::u32string_view::npos;
         });
}

bool is_counted_unit(std::u32string_view unit) {
  return unit == U"%" ||
         std::find(counted_units.begin(), counted_units.end(), unit) != counted_units.end();
}

bool begins_with_any(std::u32string_view text, const auto& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::u32string_view word) { return text.substr(0, word.size()) == word; });
}

/// A year with its 年, or a point in time (3天前, 5月起), is no quantity, nor is what a house or a
/// line is called by (10号楼). 起 alone counts cases.
bool is_point_in_time(const Amount& number, std::u32string_view unit) {
  const bool year = number.scale() == 0 && number >= Amount(1949, 0) && number <= Amount(2100, 0);
  return (year && (unit == U"年" || unit == U"年度")) || unit == U"月份" ||
         unit.starts_with(U'号') ||
         (unit.size() > 1 &&
          std::u32string_view(U"前后起底末初旬止").find(unit.back()) != std::u32string_view::npos);
}

/// Reads `text` from its comparator on.
bool read_quantity(std::u32string_view text, Target& target) {
  const Comparator prefix = take_prefix(text);
  const auto low = read_number(text);
  if (!low) {
    return false;
  }
  // The end of a range may carry the unit for both: 90-95%, 3至5万元, 3次至5次.
  std::optional<Number> high;
  std::u32string_view unit = text;
  std::u32string_view low_unit;
  for (std::size_t i = 0; i <= std::min<std::size_t>(text.size(), 4) && !high; ++i) {
    std::u32string_view rest = text.substr(i);
    if (take_range_mark(rest)) {
      if ((high = read_number(rest))) {
        low_unit = text.substr(0, i);
        unit = rest;
      }
    }
  }
  const bool shared_unit = low_unit.empty();
  const Comparator suffix = take_suffix(unit);
  if (unit.size() > 2 && unit.front() == U'(' && unit.back() == U')') {
    unit = unit.substr(1, unit.size() - 2);  // 2(万人次)
  }
  const int power = take_multiplier(unit);
  const int low_power = !high || shared_unit ? power : take_multiplier(low_unit);
  std::u32string folded = fold_unit(unit);
  if (low->percent && folded.empty()) {
    folded = U"%";
  }
  int per = 0;  // decimals that ‰ adds to %
  if (folded == U"‰") {
    folded = U"%";
    per = 1;
  }
  if (!is_unit(folded) || (high && !shared_unit && fold_unit(low_unit) != folded) ||
      is_point_in_time(low->value, folded)) {
    return false;
  }
  if (low->chinese && prefix == Comparator::none && !is_counted_unit(folded)) {
    return false;
  }
  const auto quantity = [&](const Amount& value, int exponent) {
    const Amount multiplied = shifted(value, exponent);
    return Amount(multiplied.mantissa(), multiplied.scale() + per);
  };
  target.numeric = true;
  target.unit = to_utf8(folded);
  target.low = quantity(low->value, low_power);
  target.high = high ? quantity(high->value, power) : target.low;
  target.comparator = high ? Comparator::range : prefix != Comparator::none ? prefix : suffix;
  if (target.high < target.low) {
    std::swap(target.low, target.high);
  }
  return true;
}

std::u32string_view without_ending(std::u32string_view text) {
  while (!text.empty() &&
         std::u32string_view(U"。.;；,，、").find(text.back()) != std::u32string_view::npos) {
    text.remove_suffix(1);
  }
  return text;
}

/// The comparator that a label ends with, taken off: 满意度不低于90%.
Comparator take_last_word(std::u32string_view& label) {
  for (const ComparatorWord& word : prefixes) {
    if (label.ends_with(word.text)) {
      label.remove_suffix(word.text.size());
      return word.comparator;
    }
  }
  return Comparator::none;
}

/// Words before the number: 满意度≥90%, 降低10%. They must be free of digits, and what follows must
/// be a quantity to the end.
void read_labelled(std::u32string_view text, Target& target) {
  constexpr std::size_t longest = 16;
  const std::size_t at = text.find_first_of(U"0123456789≥≧⩾≤≦⩽≈<>=");
  if (at == text.npos || at == 0 || at > longest) {
    return;
  }
  std::u32string_view label = text.substr(0, at);
  const Comparator word = take_last_word(label);
  const bool joined = word != Comparator::none || !is_digit(text[at]) ||
                      begins_with_any(label, rising) || begins_with_any(label, falling) ||
                      is_emphasis(label);
  Target labelled;
  if (!joined || !read_quantity(text.substr(at), labelled)) {
    return;
  }
  while (!label.empty() && (label.back() == U':' || label.back() == U'为')) {
    label.remove_suffix(1);
  }
  if (labelled.comparator == Comparator::none) {
    labelled.comparator = word;
  }
  const bool adds_nothing = is_emphasis(label) && labelled.comparator != Comparator::none;
  labelled.label = adds_nothing ? std::string() : to_utf8(label);
  labelled.folded = std::move(target.folded);
  target = std::move(labelled);
}

/// The unit that stands in the indicator's name.
void take_unit(std::string_view name_unit, Target& target) {
  const std::u32string text = to_code_points(fold_width(name_unit));
  std::u32string_view unit = text;
  const int power = take_multiplier(unit);
  target.low = shifted(target.low, power);
  target.high = shifted(target.high, power);
  target.unit = to_utf8(fold_unit(unit));
}

}  // namespace

std::string_view to_string(Comparator comparator) {
  switch (comparator) {
    case Comparator::none:
      return "";
    case Comparator::equal:
      return "=";
    case Comparator::at_least:
      return "≥";
    case Comparator::more_than:
      return ">";
    case Comparator::at_most:
      return "≤";
    case Comparator::less_than:
      return "<";
    case Comparator::range:
      return "range";
    case Comparator::about:
      return "≈";
  }
  return "";
}

Target read_target(std::string_view text, std::string_view name_unit) {
  Target target;
  target.folded = fold_width(text);
  const std::u32string folded = to_code_points(target.folded);
  const std::u32string_view whole = without_ending(folded);

  target.deadline = read_deadline(whole);
  if (target.deadline && target.deadline->bare && !name_unit.empty()) {
    target.deadline.reset();
  }
  if (target.deadline) {
    return target;
  }
  const PlainTarget plain = plain_target(whole);
  if (!read_quantity(plain.text, target)) {
    read_labelled(plain.text, target);
  }
  if (plain.inclusive && target.comparator == Comparator::more_than) {
    target.comparator = Comparator::at_least;
  } else if (plain.inclusive && target.comparator == Comparator::less_than) {
    target.comparator = Comparator::at_most;
  }
  if (target.numeric && target.unit.empty() && !name_unit.empty()) {
    take_unit(name_unit, target);
  }
  if (!plain.per.empty() && target.numeric) {
    // 每月15 may be a day.
    target.numeric = !target.unit.empty() && target.unit.find('/') == std::string::npos;
    target.unit += "/" + to_utf8(plain.per);
  }
  if (begins_with_any(folded, rising)) {
    target.prose = Direction::up;
  } else if (begins_with_any(folded, falling)) {
    target.prose = Direction::down;
  }
  return target;
}

std::string unit_in_name(std::string_view indicator_name) {
  const std::u32string folded = to_code_points(fold_width(indicator_name));
  if (folded.empty() || folded.back() != U')') {
    return {};
  }
  const std::size_t open = folded.rfind(U'(');
  if (open == std::u32string::npos) {
    return {};
  }
  const std::u32string_view inner =
      std::u32string_view(folded).substr(open + 1, folded.size() - open - 2);
  std::u32string_view bare = inner;
  take_multiplier(bare);
  const bool known = is_counted_unit(fold_unit(bare)) || bare == U"月" || bare == U"‰" ||
                     inner.find(U'/') != std::u32string_view::npos;
  return known ? to_utf8(inner) : std::string{};
}

}  // namespace budgetdiff
