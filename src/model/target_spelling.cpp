#include "model/target_spelling.hpp"

#include "model/target_number.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace budgetdiff {
namespace {

using namespace std::string_view_literals;

/// Brackets and quotes that may stand around a whole target.
constexpr std::array around{std::pair{U'(', U')'}, std::pair{U'[', U']'},  std::pair{U'【', U'】'},
                            std::pair{U'“', U'”'}, std::pair{U'‘', U'’'},  std::pair{U'「', U'」'},
                            std::pair{U'"', U'"'}, std::pair{U'《', U'》'}};

std::u32string_view without_marks_around(std::u32string_view text) {
  if (text.size() < 3) {
    return text;
  }
  const std::u32string_view inside = text.substr(1, text.size() - 2);
  const bool marked = std::any_of(around.begin(), around.end(), [&](const auto& pair) {
    return text.front() == pair.first && text.back() == pair.second &&
           inside.find(pair.first) == inside.npos && inside.find(pair.second) == inside.npos;
  });
  return marked ? inside : text;
}

/// Whether a remark in brackets says that the bound counts: 含, 含本数, 含80%.
bool includes_bound(std::u32string_view remark, std::u32string_view before) {
  if (!consume(remark, U"包含") && !consume(remark, U"含")) {
    return false;
  }
  return remark.empty() || remark == U"本数" || remark == U"等于" || before.ends_with(remark);
}

/// What is counted by: a span of time, a person, a thing of one or two letters.
std::u32string take_per(std::u32string_view& text) {
  std::u32string_view rest = text;
  if (!consume(rest, U"每")) {
    return {};
  }
  constexpr std::array bases{U"个工作日"sv, U"工作日"sv, U"季度"sv, U"人次"sv,   U"小时"sv,
                             U"年度"sv,     U"个月"sv,   U"公里"sv, U"平方米"sv, U"学期"sv,
                             U"年"sv,       U"季"sv,     U"月"sv,   U"周"sv,     U"日"sv,
                             U"天"sv,       U"人"sv,     U"户"sv,   U"亩"sv,     U"次"sv,
                             U"场"sv,       U"台"sv,     U"村"sv,   U"班"sv,     U"期"sv};
  for (const std::u32string_view base : bases) {
    if (consume(rest, base)) {
      text = rest;
      return base == U"年度" ? U"年" : base == U"季" ? U"季度" : std::u32string(base);
    }
  }
  return {};
}

struct UnitSpelling {
  std::u32string_view text;
  std::u32string_view unit;
};

/// Spellings of a unit of measurement, whole.
constexpr std::array spellings{UnitSpelling{U"百分比", U"%"},
                               UnitSpelling{U"percent", U"%"},
                               UnitSpelling{U"pct", U"%"},
                               UnitSpelling{U"人/次", U"人次"},
                               UnitSpelling{U"人·次", U"人次"},
                               UnitSpelling{U"月", U"个月"},
                               UnitSpelling{U"千米", U"公里"},
                               UnitSpelling{U"km", U"公里"},
                               UnitSpelling{U"m", U"米"},
                               UnitSpelling{U"m2", U"平方米"},
                               UnitSpelling{U"平米", U"平方米"},
                               UnitSpelling{U"平方", U"平方米"},
                               UnitSpelling{U"km2", U"平方公里"},
                               UnitSpelling{U"平方千米", U"平方公里"},
                               UnitSpelling{U"hm2", U"公顷"},
                               UnitSpelling{U"ha", U"公顷"},
                               UnitSpelling{U"m3", U"立方米"},
                               UnitSpelling{U"立方", U"立方米"},
                               UnitSpelling{U"h", U"小时"},
                               UnitSpelling{U"min", U"分钟"},
                               UnitSpelling{U"工作日", U"个工作日"},
                               UnitSpelling{U"kg", U"千克"},
                               UnitSpelling{U"公斤", U"千克"},
                               UnitSpelling{U"t", U"吨"},
                               UnitSpelling{U"自然日", U"天"},
                               UnitSpelling{U"个小时", U"小时"}};

std::u32string spelled_once(std::u32string_view unit) {
  const auto found = std::find_if(spellings.begin(), spellings.end(),
                                  [&](const UnitSpelling& one) { return one.text == unit; });
  return std::u32string(found == spellings.end() ? unit : found->unit);
}

}  // namespace

PlainTarget plain_target(std::u32string_view folded) {
  PlainTarget out;
  std::u32string_view text = without_marks_around(folded);
  out.per = take_per(text);
  while (!text.empty()) {
    const std::size_t open = text.find(U'(');
    const std::size_t close = open == text.npos ? text.npos : text.find(U')', open);
    if (close == text.npos) {
      break;
    }
    const std::u32string_view before = text.substr(0, open);
    out.text += before;
    if (includes_bound(text.substr(open + 1, close - open - 1), before)) {
      out.inclusive = true;
    } else {
      out.text += text.substr(open, close + 1 - open);
    }
    text.remove_prefix(close + 1);
  }
  out.text += text;
  return out;
}

std::u32string fold_unit(std::u32string_view unit) {
  std::u32string out;
  for (const char32_t c : unit) {
    if (c != U'(' && c != U')' && c != U'[' && c != U']') {
      out += c;
    }
  }
  // 元/每人 and 次每年 are 元/人 and 次/年.
  if (const std::size_t per = out.find(U'每'); per != out.npos && per > 0) {
    out.replace(per, 1, out[per - 1] == U'/' ? U"" : U"/");
  }
  const std::u32string whole = spelled_once(out);
  const std::size_t by = out.find(U'/');
  if (whole != out || by == out.npos || by == 0 || by + 1 == out.size()) {
    return whole;
  }
  // 月 is a span of time only where it is counted; 元/月 is by the month.
  const std::u32string base = out.substr(by + 1);
  return spelled_once(out.substr(0, by)) + U"/" + (base == U"月" ? base : spelled_once(base));
}

bool is_emphasis(std::u32string_view label) {
  constexpr std::array words{U"应"sv,   U"应当"sv,   U"应该"sv, U"须"sv,     U"需"sv,
                             U"要"sv,   U"确保"sv,   U"保证"sv, U"保持"sv,   U"保持在"sv,
                             U"维持"sv, U"维持在"sv, U"稳定"sv, U"稳定在"sv, U"务必"sv};
  return std::find(words.begin(), words.end(), label) != words.end();
}

}  // namespace budgetdiff
